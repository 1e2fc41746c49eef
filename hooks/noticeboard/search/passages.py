"""Rendered HTML → passages: the pieces of text that a reader sees as one, each with the anchor that leads to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from html import unescape
from typing import NamedTuple


class Kind(StrEnum):
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


_TIERS = {Kind.TITLE: 0, Kind.TAG: 0, Kind.HEADING: 0, Kind.ACTIVITY: 1, Kind.FIGURE: 1}
TIERS = 3


class Passage(NamedTuple):
    """A piece of text that a match never reaches beyond: a heading, an item, a paragraph, a row of a table.

    A tuple, not a dataclass: there are some thirty a document, and they travel between processes.
    """

    kind: Kind
    anchor: str
    """The id to go to; empty for the top of the page."""
    text: str
    """As the reader sees it, with single spaces."""
    label: str = ""
    """What a fact is called, or the days of an activity: shown with it, and searched for dates only."""


_TOKEN = re.compile(
    r"""([^<]*)(?:<(/?)([a-zA-Z][a-zA-Z0-9]*)([^<>"']*(?:(?:"[^"]*"|'[^']*')[^<>"']*)*)>|<!--.*?-->|<|$)""",
    re.DOTALL,
)
"""Some text and the tag behind it: closing or not, name, attributes."""
_ATTRIBUTE = re.compile(r"""(?<![\w-])(id|class|data-search)=["']([^"']*)["']""")
_REGIONS = {
    "nb-facts": Kind.FACT,
    "nb-amounts": Kind.FIGURE,
    "nb-body": Kind.BODY,
    "nb-files": Kind.FACT,
}
"""Class of a part of a document's page → what its text is. The rest of the page is made from other documents."""
_SILENT_CLASSES = frozenset({"state", "nb-state", "nb-mark", "nb-document__meta", "headerlink", "filename"})
"""What the program or the generator's theme adds to the text."""
_SILENT_TAGS = frozenset({"script", "style", "template", "svg", "button"})
_VOID = frozenset(
    {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "br",
        "caption",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
    ]
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CELL_GAP = "｜"
_EDGE = f" {_CELL_GAP}"


class _Open(NamedTuple):
    """An element that is open."""

    tag: str
    kind: Kind | None
    """What text in it is; None where it is not searched."""
    anchor: str = ""
    """That of the activity which it is or stands in."""


def passages_of(page: str, days: Mapping[str, str]) -> tuple[Passage, ...]:
    """The passages of a document's page but its title; `days` maps an activity's anchor to its days, in words."""
    return tuple(_Reader(None, days).read(page))


def passages_of_text(page: str) -> tuple[Passage, ...]:
    """The passages of a hand-written page, whose whole content is text."""
    return tuple(_Reader(Kind.BODY, {}).read(page))


class _Reader:
    """Walks through a page with the elements that are open; our templates and nh3 close what they open."""

    def __init__(self, kind: Kind | None, days: Mapping[str, str]) -> None:
        self._open = [_Open("", kind)]
        self._days = days
        self._section = ""
        """The id of the last heading of the text."""
        self._term = ""
        self._parts: list[str] = []

    def read(self, page: str) -> Iterator[Passage]:
        for text, closing, tag, attributes in _TOKEN.findall(page):
            if text and self._open[-1].kind is not None:
                self._parts.append(text)
            if tag:
                tag = tag.lower()
                if tag in _BLOCKS and self._parts and (passage := self._flush()):
                    yield passage
                if closing:
                    self._leave(tag)
                elif tag not in _VOID:
                    self._enter(tag, attributes)
        if passage := self._flush():
            yield passage

    def _enter(self, tag: str, attributes: str) -> None:
        outer = self._open[-1]
        kind, anchor = outer.kind, outer.anchor
        if kind is not None and tag in ("td", "th") and self._parts:
            self._parts.append(_CELL_GAP)
        given = dict(_ATTRIBUTE.findall(attributes)) if "=" in attributes else {}
        classes = given["class"].split() if "class" in given else ()
        if tag in _SILENT_TAGS or "data-search" in given or not _SILENT_CLASSES.isdisjoint(classes):
            kind = None
        elif kind is None:
            kind = next((_REGIONS[name] for name in classes if name in _REGIONS), None)
        elif kind is Kind.BODY and tag in _HEADINGS:
            kind, self._section = Kind.HEADING, given.get("id", self._section)
        elif tag == "li" and "activity" in classes:
            kind, anchor = Kind.ACTIVITY, given.get("id", "")
        self._open.append(_Open(tag, kind, anchor))

    def _leave(self, tag: str) -> None:
        if self._open[-1].tag == tag:
            self._open.pop()
            return
        # Hand-written HTML may leave some open.
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth].tag == tag:
                del self._open[depth:]
                return

    def _flush(self) -> Passage | None:
        """What has been read since the last one; None where that is no passage."""
        written, self._parts = "".join(self._parts), []
        text = " ".join((unescape(written) if "&" in written else written).split()).strip(_EDGE)
        element = self._open[-1]
        kind = element.kind
        if not text or kind is None:
            return None
        if kind is not Kind.FACT and kind is not Kind.FIGURE:
            return Passage(kind, element.anchor or self._section, text, self._days.get(element.anchor, ""))
        if element.tag == "dt":
            self._term = text
            return None
        if kind is Kind.FIGURE:
            return Passage(kind, "", f"{self._term}：{text}")
        return Passage(kind, "", text, self._term if element.tag == "dd" else "")
