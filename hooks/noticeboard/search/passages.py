"""Passages: the pieces of text that a reader sees as one, each with the anchor that leads to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from noticeboard.content.activities.activity import Activity
from noticeboard.markup import nodes
from noticeboard.markup.body import Body, headings_in
from noticeboard.markup.heading_ids import heading_ids
from noticeboard.markup.plain import own_texts, plain_text


class PassageKind(StrEnum):
    """What a passage is on its page."""

    TITLE = "t"
    TAG = "g"
    HEADING = "h"
    ACTIVITY = "a"
    FIGURE = "n"
    FACT = "f"
    BODY = "b"

    @property
    def tier(self) -> int:
        """What ranks first: 0 titles, tags and headings, 1 activities and figures, 2 all other text."""
        return _TIERS.get(self, 2)


_TIERS = {
    PassageKind.TITLE: 0,
    PassageKind.TAG: 0,
    PassageKind.HEADING: 0,
    PassageKind.ACTIVITY: 1,
    PassageKind.FIGURE: 1,
}
TIERS = 3


class Passage(NamedTuple):
    """A piece of text that a match never reaches beyond: a heading, an item, a paragraph, a row of a table.

    A tuple, not a dataclass: there are some thirty a document, and they travel between processes.
    """

    kind: PassageKind
    anchor: str
    """The id to go to; empty for the top of the page."""
    text: str
    """As the reader sees it, with single spaces."""
    label: str = ""
    """What a fact is called, or the days of an activity: shown with it, and searched for dates only."""


_CELL_GAP = " ｜"


def passages_of(
    body: Body, activities: Iterable[Activity] = (), days: Mapping[str, str] = {}
) -> Iterator[Passage]:
    """The passages of a body from top to bottom; `days` maps an activity's anchor to its days, in words."""
    reader = _PassageReader(body, activities, days)
    yield from reader.read(body.blocks)
    for note in reader.notes:
        yield from reader.read(note.blocks)


class _PassageReader:
    """Walks through a body with what its text stands below."""

    def __init__(self, body: Body, activities: Iterable[Activity], days: Mapping[str, str]) -> None:
        self.anchors = {activity.line: activity.anchor for activity in activities}
        self.days = days
        shown = heading_ids(body, self.anchors.values()).headings
        self.ids = {(one.line, one.column): two.id for one, two in zip(headings_in(body), shown, strict=True)}
        self.section = ""
        """The id of the last heading."""
        self.activity = ""
        """The anchor of the activity around."""
        self.notes: list[nodes.Footnote] = []

    def read(self, blocks: nodes.Blocks) -> Iterator[Passage]:
        for block in blocks:
            if isinstance(block, nodes.List):
                for item in block.items:
                    yield from self._item(item)
            elif isinstance(block, nodes.Heading):
                self.section = self.ids[block.line, block.column]
                yield from self._passage(plain_text(block.parts), PassageKind.HEADING)
            elif isinstance(block, nodes.Footnote):
                self.notes.append(block)
            else:
                for text in own_texts(block, _CELL_GAP):
                    yield from self._passage(text)
                if isinstance(block, nodes.Holder):
                    yield from self.read(block.blocks)

    def _item(self, item: nodes.Item) -> Iterator[Passage]:
        outer = self.activity
        self.activity = self.anchors.get(item.line, outer)
        for text in own_texts(item):
            yield from self._passage(text)
        yield from self.read(item.blocks)
        self.activity = outer

    def _passage(self, text: str, kind: PassageKind = PassageKind.BODY) -> Iterator[Passage]:
        text = " ".join(text.split()).strip(_CELL_GAP)
        if not text:
            return
        if self.activity:
            yield Passage(PassageKind.ACTIVITY, self.activity, text, self.days.get(self.activity, ""))
        else:
            yield Passage(kind, self.section, text)
