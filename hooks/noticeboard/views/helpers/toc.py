"""The table of contents of a page, as generators want it: nested."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import TypedDict

from noticeboard.markup.heading_ids import HeadingId


class TocToken(TypedDict):
    """A heading with those below it, as in Python-Markdown's `toc_tokens`."""

    level: int
    id: str
    name: str
    children: list[TocToken]


def nested(headings: Iterable[HeadingId]) -> list[TocToken]:
    """Headings as Python-Markdown's `toc_tokens`.

    A name is HTML, which themes print as it comes; a heading's title is text.
    """
    roots: list[TocToken] = []
    path: list[TocToken] = []
    for heading in headings:
        name = escape(heading.title)
        item: TocToken = {"level": heading.level, "id": heading.id, "name": name, "children": []}
        while path and path[-1]["level"] >= heading.level:
            path.pop()
        (path[-1]["children"] if path else roots).append(item)
        path.append(item)
    return roots
