"""The pictures of a body."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.content.documents import Document
from noticeboard.markup.links import BodyLink


def pictures_of(document: Document) -> Iterator[tuple[BodyLink, str]]:
    """Each picture, with what is written from its place to the end of the line."""
    if not document.links or not ("![" in document.body or "<img" in document.body.lower()):
        return
    lines = document.body.split("\n")
    for link in document.links:
        written = lines[link.line - document.body_line][link.column - 1 :]
        if written.startswith("!") or written[:4].lower() == "<img":
            yield link, written
