"""The rows of a body's tables, before they are rendered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from noticeboard.markup.scanner import TABLE_RULE, Kind, lines_of, scan

_NO_BORDERS = re.compile(r"`[^`\n]*`|\\.")
"""What parts no cells though it may hold a |."""


def long_rows(body: str) -> Iterator[tuple[int, int, int]]:
    """Rows with more cells than their table's head: 0-based line, how many it has, and how many the head."""
    lines = lines_of(body)
    if not _may_have_long_rows(lines):
        return
    rows = scan(lines)
    columns = 0
    for row, following in pairwise(rows):
        if row.opens or row.kind is not Kind.TEXT:
            is_head = row.kind is Kind.TEXT and "|" in row.text and TABLE_RULE.match(following.text)
            columns = len(_cells(row.text)) if is_head else 0
        if columns and following.kind is Kind.TEXT and not following.opens:
            cells = _cells(following.text)
            if any(cell.strip() for cell in cells[columns:]):
                yield following.index, len(cells), columns


def _may_have_long_rows(lines: Sequence[str]) -> bool:
    """A quick look, which takes everything that looks like a table for one."""
    columns = 0
    for line, following in pairwise(lines):
        if "|" in line and "-" in following and TABLE_RULE.match(following):
            columns = len(_cells(line))
        elif not line.strip():
            columns = 0
        if columns and following.count("|") >= columns and any(map(str.strip, _cells(following)[columns:])):
            return True
    return False


def _cells(row: str) -> list[str]:
    bare = _NO_BORDERS.sub("x", row.strip())
    return bare.removeprefix("|").removesuffix("|").split("|")
