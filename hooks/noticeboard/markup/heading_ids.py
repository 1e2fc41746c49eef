"""The headings of a page as rendered, and their ids."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from noticeboard.markup.body import Body, headings_in
from noticeboard.markup.ids import authors_id
from noticeboard.markup.plain import plain_text
from noticeboard.slugs import slug_of


@dataclass(frozen=True, slots=True)
class HeadingId:
    """A heading as rendered."""

    level: int
    id: str
    title: str
    """Plain text."""


class HeadingIds:
    """Gives headings their ids: ASCII, unique in the page, and the same as long as the heading is."""

    def __init__(self, reserved: Iterable[str] = ()) -> None:
        self.used = set(reserved)
        self.counts: dict[str, int] = {}
        self.headings: list[HeadingId] = []
        self.fragments: dict[str, str] = {}
        """What a link within the page may say → the id it means."""

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
        id = self.take(_safe(asked) or _safe(slug_of(title)[:_LONGEST_ID].strip("-")) or "section-1")
        self.headings.append(HeadingId(level, id, title))
        for name in (asked, title, id):
            self.fragments.setdefault(name, id)
        return id


def heading_ids(body: Body, reserved: Iterable[str] = ()) -> HeadingIds:
    """The headings of a body, in order, with their levels on the page; `reserved` are ids that others have there.

    When one has the first level, which is that of the page's own title, all go down by one.
    """
    ids = HeadingIds(reserved)
    found = tuple(headings_in(body))
    shift = int(any(heading.level == 1 for heading in found))
    for heading in found:
        title = " ".join(plain_text(heading.parts).split())
        ids.add(min(heading.level + shift, _LOWEST), heading.asked, title)
    return ids


_LOWEST = 6
_LONGEST_ID = 64
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.IGNORECASE)


def _safe(id: str) -> str:
    """`id` in a form that no script of the page can take for a variable; empty when it is no ASCII name.

    A name without a hyphen would become a property of `window` (DOM clobbering), so it gets a prefix.
    """
    if len(id) > _LONGEST_ID or _ID.fullmatch(id) is None:
        return ""
    return authors_id(id) if "-" in id and id[0].isalpha() else f"s-{id}"
