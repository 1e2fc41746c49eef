"""The table of contents of a page, as generators want it: nested."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from noticeboard.markup.render import Heading


def nested(headings: Iterable[Heading]) -> list[dict[str, Any]]:
    """Headings as nested mappings of level, id, name and children, as Python-Markdown's `toc_tokens` are."""
    roots: list[dict[str, Any]] = []
    path: list[dict[str, Any]] = []
    for heading in headings:
        item = {"level": heading.level, "id": heading.id, "name": heading.title, "children": []}
        while path and path[-1]["level"] >= heading.level:
            path.pop()
        (path[-1]["children"] if path else roots).append(item)
        path.append(item)
    return roots
