"""The table of contents of a page, as generators want it: nested."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any

from noticeboard.markup.heading_ids import HeadingId


def nested(headings: Iterable[HeadingId]) -> list[dict[str, Any]]:
    """Headings as nested mappings of level, id, name and children, as Python-Markdown's `toc_tokens` are.

    A name is HTML, which themes print as it comes; a heading's title is text.
    """
    roots: list[dict[str, Any]] = []
    path: list[dict[str, Any]] = []
    for heading in headings:
        item = {"level": heading.level, "id": heading.id, "name": escape(heading.title), "children": []}
        while path and path[-1]["level"] >= heading.level:
            path.pop()
        (path[-1]["children"] if path else roots).append(item)
        path.append(item)
    return roots
