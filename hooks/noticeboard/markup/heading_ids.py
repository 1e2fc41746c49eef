"""The headings of a page as rendered, and their ids."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from noticeboard.slugs import slug_of


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as rendered."""

    level: int
    id: str
    title: str
    """Plain text."""


class HeadingIds:
    """Gives headings their ids: ASCII, unique in the page, and the same as long as the heading is."""

    def __init__(self) -> None:
        self.seal = ""
        """What our own ids begin with inside the tree, so that the cleaner can tell them from an author's."""
        self.reset()

    def reset(self) -> None:
        self.used: set[str] = set()
        self.counts: dict[str, int] = {}
        self.headings: list[Heading] = []
        self.fragments: dict[str, str] = {}
        """What a link within the page may say → the id it means."""

    def reserve(self, ids: Iterable[str]) -> None:
        self.used.update(ids)

    def own(self, id: str) -> str:
        """`id` as it stands in the tree."""
        return self.seal + id

    def unsealed(self, id: str) -> str | None:
        """The id behind our seal; None for an id of anyone else's."""
        return id[len(self.seal) :] if self.seal and id.startswith(self.seal) else None

    def take(self, wanted: str) -> str:
        """`wanted`, or with a number when an element has it already."""
        id, count = wanted, self.counts.get(wanted, 1)
        while id in self.used:
            count += 1
            id = f"{wanted}-{count}"
        self.counts[wanted] = count
        self.used.add(id)
        return id

    def add(self, level: int, asked: str, title: str) -> str:
        """The id of a heading; an id that the author asked for is honoured when it is safe."""
        honoured = _safe(asked) if self.seal else authors_id(asked)
        id = self.take(honoured or _safe(slug_of(title)[:_LONGEST_ID].strip("-")) or "section-1")
        self.headings.append(Heading(level, id, title))
        for name in (asked, title, id):
            self.fragments.setdefault(name, id)
        return id


_LONGEST_ID = 64
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.IGNORECASE)
_OURS = re.compile(r"nb-|fn-|fnref-|_|(?:board|location|document|name|window|self|top|parent|frames|status|history|"
    r"navigator|screen|opener|origin|event|external|forms|images|links|scripts|body|head|title|cookie|domain|referrer|url|"
    r"all|children|attributes|length|closed)$", re.IGNORECASE)  # fmt: skip
"""Ids that are the templates', the renderer's footnotes' or the theme's (`__search`), and names that scripts look up."""


def authors_id(id: str) -> str:
    """An id as it may stand on a page for which an author chose it: ours are ours alone."""
    return f"s-{id}" if _OURS.match(id) else id


def _safe(id: str) -> str:
    """`id` in a form that no script of the page can take for a variable; empty when it is no ASCII name.

    A name without a hyphen would become a property of `window` (DOM clobbering), so it gets a prefix.
    """
    if len(id) > _LONGEST_ID or _ID.fullmatch(id) is None:
        return ""
    return authors_id(id) if "-" in id and id[0].isalpha() else f"s-{id}"
