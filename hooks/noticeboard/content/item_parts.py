"""An item's text taken apart: box, what is done, then fields, states and links (SPECIFICATION section 4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from noticeboard.content.bracket_time import bare_field, parts_with_time
from noticeboard.markup.flat_text import FlatText
from noticeboard.markup.lists import read_box

FIELDS = {
    "地点": "place",
    "负责": "leader",
    "负责人": "leader",
    "参加": "participants",
    "类别": "category",
    "人数": "headcount",
    "经费": "cost",
}
"""A field's Chinese name → its name in an Activity."""

_FIELD = re.compile(rf"(?P<name>{'|'.join(FIELDS)})\s*[：:]\s*(?P<value>.*)", re.DOTALL)
_SEPARATOR = re.compile(rf"[；;]|[，,、](?=\s*(?:{'|'.join(FIELDS)})\s*[：:])")
_CANCELLED = re.compile(r"已?取消(?:\s*[：:，,]\s*(?P<reason>.*))?", re.DOTALL)
_POSTPONED = re.compile(
    r"已?(?:延期|推迟|顺延)(?:\s*[至到]\s*[：:]?\s*(?P<to>.+)|\s*[：:]\s*[至到]?\s*(?P<month>.+))?", re.DOTALL
)
_UNDECIDED = re.compile(r"(?:具体)?(?:时间|日期)?待定")
_REASON = re.compile(r"(?:原因|因)\s*[：:]\s*")
_ARROW = re.compile(r"(?:→|⇒|➔|—>|->|=>)\s*$")
_LEADS_ON = re.compile(r"(?:[和与及或见按在到从由照据]|参照|根据|按照|依照)[ \t\u3000\xa0]*$")
"""What a sentence cannot end with: the link behind it belongs to it."""
_BLANK = " \t\u3000\xa0"
_AFTER_PARTS = frozenset(_BLANK + "。；;，,、.→")
"""What may stand between and behind brackets and links at an item's end."""
_BEFORE_PARTS = frozenset(_BLANK + "；;，,、→")
"""What is left dangling when they are taken off."""
_BEFORE_LINK = frozenset(_BLANK + "）)]】。；;，,、")
"""What a link stands behind that is no word of the sentence."""


@dataclass(slots=True)
class ItemParts:
    """What stands where in the text of one item, or in a part of it."""

    flat: FlatText
    start: int
    """Where the item says something."""
    end: int
    """Where that ends: before the brackets and links that trail."""
    ticked: bool | None = None
    """None without a box."""
    struck: bool = False
    cancelled: bool = False
    postponed: bool = False
    undecided: bool = False
    reason: str = ""
    postponed_to: tuple[str, int] = ("", 0)
    """The months as written, and their place in `text`."""
    bracket_time: tuple[str, int] = ("", 0)
    """The time that stands in a bracket as written, and its place in `text`."""
    fields: dict[str, str] = field(default_factory=dict)
    """By the names of an Activity."""
    kept: list[str] = field(default_factory=list)
    """Trailing brackets that are text after all, the last first."""
    link_texts: list[str] = field(default_factory=list)
    """What the trailing links say, the last first."""

    @classmethod
    def of(cls, flat: FlatText, ticked: bool | None) -> ItemParts:
        """The parts of an item whose box says `ticked`."""
        parts = cls(flat, 0, len(flat.text), ticked)
        parts._take_tail()
        if (struck := parts._stripped(parts.start)) in flat.strikes:
            parts.struck = True
            parts.start, parts.end = struck
            parts._take_box()
            parts._take_tail()
        return parts

    @property
    def text(self) -> str:
        return self.flat.text

    @property
    def front(self) -> str:
        """What is said, its time first."""
        return self.text[self.start : self.end]

    def after(self, time: int) -> str:
        """What is said behind a time of so many characters; a strike through it counts."""
        start, end = self._stripped(self.start + time)
        kept = "".join(reversed(self.kept))
        if (start, end) not in self.flat.strikes:
            return f"{self.text[start:end]}{kept}".strip()
        inner = ItemParts(self.flat, start, end)
        inner._take_box()
        inner._take_tail()
        self.struck, self.fields = True, inner.fields | self.fields
        return f"{inner.front}{''.join(reversed(inner.kept))}{kept}".strip()

    def _stripped(self, start: int) -> tuple[int, int]:
        """Where the text from `start` to the end begins and ends without blanks."""
        text = self.text[start : self.end]
        return start + len(text) - len(text.lstrip()), start + len(text.rstrip())

    def _take_box(self) -> None:
        ticked, start = read_box(self.text, self.start)
        if ticked is not None and start <= self.end:
            self.ticked, self.start = ticked, start

    def _take_tail(self) -> None:
        """Take brackets and links off the end, in whatever order they stand."""
        text, whole = self.text, self.end
        while True:
            at = self.end
            while at > self.start and text[at - 1] in _AFTER_PARTS:
                at -= 1
            start = self.flat.links.get(at, -1)
            if start >= self.start:
                taken = self._take_link(start, at)
            else:
                taken = at > self.start and text[at - 1] in "）)" and self._take_bracket(at)
            if not taken:
                break
        while self.start < self.end < whole and text[self.end - 1] in _BEFORE_PARTS:
            self.end -= 1

    def _take_link(self, start: int, end: int) -> bool:
        """Take a link that trails; a word of the sentence that is a link stays."""
        arrow = _ARROW.search(self.text, self.start, start)
        if arrow is None and (start == self.start or self.text[start - 1] not in _BEFORE_LINK):
            return False
        if arrow is None and _LEADS_ON.search(self.text, self.start, start):
            return False
        self.end = arrow.start() if arrow else start
        self.link_texts.append(self.text[start:end])
        return True

    def _take_bracket(self, at: int) -> bool:
        """Take the bracket that closes before `at`: what is known of it is read, the rest is kept as text."""
        opening = _opening_bracket(self.text, self.start, at)
        if opening is None:
            return False
        unknown = self._read_bracket(opening + 1, at - 1)
        if unknown is None:
            # Nothing was read, but a bracket right before this one may still hold fields.
            if opening == self.start or self.text[opening - 1] not in "）)":
                return False
            self.kept.append(self.text[opening:at])
        elif unknown:
            self.kept.append(f"（{'；'.join(unknown)}）")
        self.end = opening
        return True

    def _read_bracket(self, start: int, end: int) -> list[str] | None:
        """Read fields and states between brackets; returns what is neither, None when nothing was known."""
        is_reason = False
        unknown: list[str] = []
        timed = None if self.bracket_time[0] else parts_with_time(self.text, start, end)
        pieces = timed.rest if timed else list(_pieces(self.text, start, end))
        if timed:
            self.bracket_time = timed.time
        for piece, place in pieces:
            if found := _FIELD.fullmatch(piece):
                is_reason = False
                self._set(FIELDS[found["name"]], found["value"].strip())
            elif found := _CANCELLED.fullmatch(piece):
                self.cancelled = is_reason = True
                self._explain(found["reason"] or "")
            elif found := _POSTPONED.fullmatch(piece):
                self.postponed = is_reason = True
                group = "to" if found["to"] else "month"
                if found[group]:
                    self.postponed_to = found[group], place + found.start(group)
            elif _UNDECIDED.fullmatch(piece):
                self.undecided = True
            elif is_reason:
                self._explain(piece)
            elif timed and (bare := bare_field(piece)):
                self._set(*bare)
            else:
                unknown.append(piece)
        return None if not timed and len(unknown) == len(pieces) else [piece for piece in unknown if piece]

    def _explain(self, reason: str) -> None:
        reason = _REASON.sub("", reason, count=1).strip()
        self.reason = "；".join(filter(None, (self.reason, reason)))

    def _set(self, name: str, value: str) -> None:
        if value:
            self.fields[name] = f"{self.fields[name]}、{value}" if name in self.fields else value


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """What stands between separators, without white space around it, and its place."""
    stops = [(found.start(), found.end()) for found in _SEPARATOR.finditer(text, start, end)]
    for stop, following in [*stops, (end, end)]:
        piece = text[start:stop]
        yield piece.strip(), start + len(piece) - len(piece.lstrip())
        start = following


def _opening_bracket(text: str, start: int, end: int) -> int | None:
    """Where the bracket opens that closes right before `end`; both widths pair with each other."""
    depth = 0
    for place in range(end - 1, start - 1, -1):
        if text[place] in "）)":
            depth += 1
        elif text[place] in "（(":
            depth -= 1
            if depth == 0:
                return place
    return None
