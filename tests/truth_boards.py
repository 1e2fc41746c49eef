"""Boards whose truth is known: files of text, and a table of days. Shared by the tests that hold pages and files against it."""

from __future__ import annotations

from pathlib import Path


def parts_of(place: Path):
    """The board's files, the columns of its table, and the rows by their day."""
    documents, _, table = place.read_text().partition("== truth\n")
    files = dict(part.split("\n", 1) for part in documents.split("== ") if part)
    head, *rows = [[cell.strip() for cell in row.split("|")] for row in table.strip().splitlines()]
    return files, head[1:], {row[0]: row[1:] for row in rows}
