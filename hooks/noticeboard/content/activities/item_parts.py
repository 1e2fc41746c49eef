"""An item's text taken apart: box, what is done, then fields, states and links (SPECIFICATION section 4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from noticeboard.content.activities import state_words as words_of
from noticeboard.content.activities.bracket_time import bare_field, is_time, parts_with_time
from noticeboard.content.activities.field_names import AROUND, TIME, fields_behind
from noticeboard.content.activities.item_states import ItemStates, is_state
from noticeboard.content.activities.link_behind import link_behind
from noticeboard.content.activities.time_behind import (
    bare_field_behind,
    named_time_behind,
    time_behind,
    time_within,
)
from noticeboard.markup.flat_text import FlatText
from noticeboard.markup.lists import BOX_SIGNS, read_box
from noticeboard.patterns import pattern_of

FIELDS = {
    "地点": "place",
    "负责": "leader",
    "负责人": "leader",
    "参加": "participants",
    "类别": "category",
    "人数": "headcount",
    "经费": "cost",
    "同": "same_as",
}
"""A field's Chinese name → its name in an Activity."""

_FIELD = pattern_of(rf"(?P<name>{'|'.join(FIELDS)})\s*[：:]\s*(?P<value>.*)", re.DOTALL)
_SEPARATOR = pattern_of(rf"[；;]|[，,、](?=\s*(?:{'|'.join(FIELDS)})\s*[：:])")
_DONE_BY_DAY = pattern_of(r"(?<=[日号底旬])(?:完成|落实|举行|举办|进行)$")
"""12月10日完成 among the remarks of a plan says by when it is to be."""
_FIGURES = "[一二三四五六七八九十]{1,3}"
_NUMBER = pattern_of(rf"\s*(?:[（(]{_FIGURES}[）)]、?|{_FIGURES}、(?!{_FIGURES}(?:月|季度)))\s*(?=\S)")
_STATE_OR_FIELD = pattern_of(
    rf"\s*(?:因.+|已)?(?:取消|延期|推迟|顺延|改期|延至|待定|完成|办结|暂缓|(?:{'|'.join(FIELDS)})\s*[：:])"
)
_LONGEST_BEHIND = 200
"""Characters in which a state, a time or a place stands behind the text."""
_LONGEST_REASON = 20
"""Characters behind struck text that may be its reason."""
_STATES_BEHIND = (
    words_of.BEHIND,
    words_of.MOVED_BEHIND,
    words_of.CAUSED_BEHIND,
    words_of.SQUARE_BEHIND,
    words_of.NOT_HELD_BEHIND,
)
_BLANK = " \t\u3000\xa0"
_AFTER_PARTS = frozenset(_BLANK + "。；;，,、.→")
"""What may stand between and behind brackets and links at an item's end."""
_BEFORE_PARTS = frozenset(_BLANK + "；;，,、→")
"""What is left dangling when they are taken off."""


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
    states: ItemStates = field(default_factory=ItemStates)
    """What it says of what became of the activity."""
    bracket_time: tuple[str, int] = ("", 0)
    """The time that stands in a bracket as written, and its place in `text`."""
    fields: dict[str, str] = field(default_factory=dict)
    """By the names of an Activity."""
    kept: list[str] = field(default_factory=list)
    """Trailing brackets that are text after all, the last first."""
    link_texts: list[str] = field(default_factory=list)
    """What the trailing links say, the last first."""

    @classmethod
    def of(cls, flat: FlatText, ticked: bool | None, start: int = 0, end: int | None = None) -> ItemParts:
        """The parts of an item whose box says `ticked`, or of what stands from `start` to `end` of it."""
        parts = cls(flat, start, len(flat.text) if end is None else end, ticked)
        parts._take_number()
        parts._take_state_in_front()
        parts._take_tail()
        parts._take_word_behind()
        parts._take_strike()
        if (struck := parts._stripped(parts.start)) in flat.strikes:
            parts.struck = True
            parts.start, parts.end = struck
            parts._take_box()
            parts._take_tail()
        parts._take_fields_behind()
        parts._take_time_behind()
        return parts

    @property
    def text(self) -> str:
        """The item's text in one piece."""
        return self.flat.text

    @property
    def open_bracket(self) -> int | None:
        """Where a bracket opens that never closes, and holds a state or a field."""
        opening = max(self.text.rfind("（", self.start, self.end), self.text.rfind("(", self.start, self.end))
        if opening < 0 or any(sign in self.text[opening : self.end] for sign in "）)"):
            return None
        return opening if _STATE_OR_FIELD.match(self.text, opening + 1, self.end) else None

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

    def take_state(self, words: str) -> None:
        """Take what another cell says of the state: 已完成, 因雨取消, 推迟到11月, √."""
        self.states.read_cell(words, self.start)
        self._take_own_time()

    def take_note(self, words: str) -> None:
        """Take what the remarks of a table's row say: when exactly it is and where (3月6日下午，操场), or its state."""
        timed = None if self.bracket_time[0] else parts_with_time(_DONE_BY_DAY.sub("", words), 0, len(words))
        if timed is None:
            self.take_state(words)
            return
        self.bracket_time = timed.time[0], self.start
        for piece, _ in timed.rest:
            if bare := bare_field(piece):
                self._set(*bare)

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
        found = link_behind(self.text, self.start, start)
        if found is None:
            return False
        if found.is_same:
            self._set("same_as", self.text[start:end])
        else:
            self.link_texts.append(self.text[start:end])
        self.end = found.end
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
        pieces = timed.rest if timed else list(_with_states_apart(_pieces(self.text, start, end)))
        if timed:
            self.bracket_time = timed.time
        for piece, place in pieces:
            if found := _FIELD.fullmatch(piece):
                is_reason = False
                self._set(FIELDS[found["name"]], found["value"].strip())
            elif self._read_state(piece, place):
                is_reason = self.states.cancelled or self.states.postponed
            elif is_reason:
                self.states.explain(piece)
            elif timed and (bare := bare_field(piece)):
                self._set(*bare)
            else:
                unknown.append(piece)
                self.states.note_unread(piece, place)
        if self.states.deviations and not self.bracket_time[0]:
            # （3月20日；第二季度延期至7月8日）: the first says when it was.
            times = [(piece, place) for piece, place in pieces if piece in unknown and is_time(piece)]
            self.bracket_time = times[0] if times else self.bracket_time
            unknown = [piece for piece in unknown if piece != self.bracket_time[0]]
        return None if not timed and len(unknown) == len(pieces) else [piece for piece in unknown if piece]

    def _read_state(self, piece: str, place: int) -> bool:
        """Whether a piece says what became of the activity, which is noted."""
        is_state = self.states.read(piece, place)
        self._take_own_time()
        return is_state

    def _take_own_time(self) -> None:
        """由3月推迟到5月 says when it was to be, unless a bracket has said it before."""
        if not self.bracket_time[0]:
            self.bracket_time = self.states.own_time

    def _take_number(self) -> None:
        """（一）召开会议: a number of headings before what is done."""
        if found := _NUMBER.match(self.text, self.start, self.end):
            self.start = found.end()

    def _take_state_in_front(self) -> None:
        """【取消】郊游, 已完成：会员登记: a state before what is done."""
        found = words_of.IN_FRONT.match(self.text, self.start, self.end)
        if found and self._read_state(found["bracketed"] or found["plain"], found.start()):
            self.start = found.end()
        first = self._stripped(self.start)[0]
        original = words_of.ORIGINAL_OF.match(self.text, first, self.end)
        if original and is_time(original["own"]):
            self.bracket_time = original["own"], original.start("own")
            self.start = original.end()

    @property
    def state_in_text(self) -> re.Match[str] | None:
        """Words of the text that say what became of it."""
        return words_of.IN_TEXT.search(self.text, self.start, self.end)

    @property
    def _near_end(self) -> int:
        """From where what stands behind the text is looked for: a run of blanks would be tried from each of them."""
        return max(self.start, self.end - _LONGEST_BEHIND)

    def _take_word_behind(self) -> None:
        """春游 取消: a state that stands behind a blank, or in square brackets."""
        if found := words_of.BRACKETED_BEHIND.search(self.text, self._near_end, self.end):
            to = "至" if is_time(found["why"]) else "："
            if found.start() > self.start and self._read_state(
                f"{found['state']}{to}{found['why']}", found.start("state")
            ):
                self.end = found.start()
        for rule in _STATES_BEHIND:
            found = rule.search(self.text, self._near_end, self.end)
            if found is None or (rule is words_of.NOT_HELD_BEHIND and found.start() == self.start):
                continue
            group = found.lastgroup or "state"
            if self._read_state(found[group], found.start(group)):
                self.end = found.start()
                self._take_new_time(found.start())
            elif rule is words_of.SQUARE_BEHIND and not self.bracket_time[0] and is_time(found["state"]):
                self.bracket_time = found["state"], found.start("state")
                self.end = found.start()
        found = words_of.TICK_BEHIND.search(self.text, self._near_end, self.end)
        if found and not any(sign in self.text[self.start : found.start("state")] for sign in BOX_SIGNS):
            self.states.done = True
            self.end = found.start("state")

    def _take_new_time(self, place: int) -> None:
        """球赛 延期（4月8日）: the bracket behind the word at `place` says until when."""
        if self.states.postponed and not self.states.postponed_to and self.bracket_time[1] > place:
            self.states.postponed_to.append(self.bracket_time)
            self.bracket_time = ("", 0)

    def _take_fields_behind(self) -> None:
        """植树 负责：后勤处 地点：后山: fields without brackets, and what trails before them."""
        found = fields_behind(self.text, self.start, self.end)
        times = [one for one in found[1] if one.name == TIME] if found else []
        if found is None or not all(is_time(one.value) for one in times):
            return
        for one in found[1]:
            if one.name != TIME:
                self._set(FIELDS[one.name], one.value)
            elif not self.bracket_time[0]:
                self.bracket_time = one.value, one.at
        self.end = found[0]
        while self.end > self.start and self.text[self.end - 1] in AROUND:
            self.end -= 1
        self._take_tail()

    def _take_time_behind(self) -> None:
        """植树，3月12日: a time that stands behind the text; 球赛延期至下周三 is told."""
        if found := words_of.GLUED_BEHIND.search(self.text, self._near_end, self.end):
            if found.start() > self.start and not self.states.named:
                self.states.unread.append((found["state"], found.start()))
            return
        named = None if self.bracket_time[0] else named_time_behind(self.text, self._near_end, self.end)
        if named and named.start() > self.start:
            self.bracket_time = named["time"], named.start("time")
            self._set("place", named["place"] or "")
            self.end = named.start()
        if self.bracket_time[0]:
            return
        bare, end = bare_field_behind(self.text, self._near_end, self.end)
        behind = time_behind(self.text, self.start, end)
        if behind is not None:
            self.bracket_time, self.end = behind[:2], behind[2]
            if bare:
                self._set(*bare)
        else:
            # 读书月活动（4月），评选读书之星: the words stay.
            self.bracket_time = time_within(self.text, self.start, self.end)

    def _take_strike(self) -> None:
        """~~春游~~ 下雨: the text is struck, and why stands behind it."""
        first = self._stripped(self.start)[0]
        struck = next(((a, b) for a, b in self.flat.strikes if a == first and b < self.end), None)
        if struck is None or self.text[struck[1]] not in _BLANK + "：:，,（(":
            return
        reason = self.text[struck[1] : self.end].strip(_BLANK + "：:，,（）()")
        is_struck_too = any(a >= struck[1] for a, _ in self.flat.strikes)
        if reason and len(reason) <= _LONGEST_REASON and not is_struck_too:
            self.struck = True
            self.states.explain(reason)
            self.start, self.end = struck
            self._take_box()

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


def _with_states_apart(pieces: Iterator[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """The pieces, with a state parted from the place before its comma: 体育馆，延期至4月8日."""
    for piece, place in pieces:
        bare, comma, state = piece.partition("，")
        if comma and bare_field(bare) and is_state(state):
            yield from ((bare, place), (state, place + len(bare) + 1))
        else:
            yield piece, place


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
