"""What the words of an item say became of it: done, cancelled, put off, open (SPECIFICATION section 4)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from noticeboard.content.activities import state_words as words_of
from noticeboard.content.activities.bracket_time import bare_field, is_time
from noticeboard.patterns import pattern_of

_COMMA = pattern_of(r"\s*[，,]\s*")


class WrittenDeviation(NamedTuple):
    """What became of one time of what recurs, as written."""

    words: str
    """All of it: 第二季度延期至7月15日."""
    place: int
    """Where it stands in the item's text."""
    when: str
    moved_to: str
    """Empty where it was cancelled."""


@dataclass(slots=True)
class ItemStates:
    """What is read of states so far, piece by piece; places are those in the item's text."""

    cancelled: bool = False
    postponed: bool = False
    done: bool = False
    """Whether words say that it is done."""
    undecided: bool = False
    open: bool = False
    """Whether words say that it is not done."""
    named: list[tuple[str, int]] = field(default_factory=list)
    """Each state that was read, in the order of reading, and its place."""
    unread: list[tuple[str, int]] = field(default_factory=list)
    """Words that begin like a state and are none, and their places."""
    reason: str = ""
    original: str = ""
    """When it was to be, as written where that alone is said: 9月 登山（原定6月）."""
    own_time: tuple[str, int] = ("", 0)
    """When it was to be, as written before the new time: 由3月推迟到5月."""
    postponed_to: list[tuple[str, int]] = field(default_factory=list)
    """The new times as written, and their places."""
    done_on: list[tuple[str, int]] = field(default_factory=list)
    """The times at which it says that it was done, and their places."""
    deviations: list[WrittenDeviation] = field(default_factory=list)
    """Of what recurs, what became of single times."""

    def read(self, piece: str, place: int) -> bool:
        """Whether a piece says what became of the activity, which is noted; behind a comma stands why."""
        if name := words_of.LABEL.match(piece):
            piece, place = piece[name.end() :], place + name.end()
        if (one := words_of.OF_ONE_TIME.fullmatch(piece)) and self._read_deviation(one, place):
            return True
        if self._read_one(piece, place):
            return True
        head, comma, rest = _partition(piece)
        if comma and is_time(head) and is_state(rest):
            # （4月8日，延期） may say from which day, or until which.
            return False
        if comma and not bare_field(head) and is_state(rest):
            # 场地维修，不办了: why stands before it.
            head, rest, place = rest, head, place + len(piece) - len(rest)
        if not comma or not self._read_one(head, place):
            return False
        if not self._read_one(rest, place + len(piece) - len(rest)):
            self.explain(rest)
        return True

    def read_cell(self, words: str, place: int) -> None:
        """Reads what another cell says: 已完成, 因雨取消, 推迟到11月, √. Its words stand nowhere in the text: they count as at `place`."""
        if not words or words in words_of.TICKS:
            self.done = self.done or bool(words)
            return
        known = [(found, len(found)) for found in (self.named, self.postponed_to, self.done_on)]
        if not self.read(words, place):
            self.note_unread(words, place)
        for found, count in known:
            found[count:] = [(word, place) for word, _ in found[count:]]

    def read_front(self, text: str) -> str:
        """The text without 原定6月 or 时间待定 in a bracket before it, which is noted: 9月（原定6月）登山."""
        if (found := words_of.UNDECIDED_IN_FRONT.match(text)) is not None:
            self.undecided = True
            return text[found.end() :]
        if (state := words_of.BEHIND_TIME.match(text)) is not None:
            self.read(state["bracketed"] or state["plain"] or state["word"], 0)
            return text[state.end() :]
        found = words_of.ORIGINAL_IN_FRONT.match(text)
        if found is None or self.original or not _is_time(found["own"]):
            return text
        self.original = found["own"].strip()
        return text[found.end() :]

    def note_unread(self, words: str, place: int) -> None:
        """Notes words that are no state for certain and stay in the text: 没办成, 推迟下周."""
        self.open = self.open or words_of.NOT_DONE_COLLOQUIAL.fullmatch(words) is not None
        if words_of.LIKE_STATE.match(words) or is_state(_partition(words)[2]):
            self.unread.append((words, place))

    def explain(self, reason: str) -> None:
        """Adds a reason, without 原因： before it."""
        reason = words_of.REASON_LABEL.sub("", reason, count=1).strip()
        self.reason = "；".join(filter(None, (self.reason, reason)))

    def _read_deviation(self, one: re.Match[str], place: int) -> bool:
        """Whether a piece says that one time of what recurs was cancelled or put off, which is noted."""
        inner = ItemStates()
        if not inner._read_one(one["state"], place + one.start("state")):
            return False
        if not inner.cancelled and not inner.postponed_to:
            return False
        moved_to = "" if inner.cancelled else inner.postponed_to[-1][0]
        self.deviations.append(WrittenDeviation(one[0], place, one["when"], moved_to))
        self.explain(inner.reason)
        return True

    def _read_one(self, piece: str, place: int) -> bool:
        if found := words_of.CANCELLED.fullmatch(piece):
            self.cancelled = True
            reason = found["reason"] or ""
            # 取消，延期至5月 contradicts itself; all else says why.
            is_state = bool(reason) and self._read_one(reason, place + found.start("reason"))
            self._note("cancelled", place, found["cause"], "" if is_state else reason)
        elif piece in words_of.TICKS:
            self.done = True
        elif found := words_of.BY_LENGTH.fullmatch(piece):
            self.postponed = True
            self._note("postponed", place, found["cause"])
            self.postponed_to.append((found["words"], place + found.start("words")))
        elif (found := words_of.POSTPONED.fullmatch(piece)) and _is_of_time(found):
            self._read_postponed(found, place)
        elif (found := words_of.ORIGINAL.fullmatch(piece)) and _is_time(found["own"]) and not self.original:
            self.original = found["own"].strip()
        elif words_of.UNDECIDED.fullmatch(piece):
            self.undecided = True
        elif found := words_of.NOT_DONE.fullmatch(piece):
            self.open = True
            self.explain(found["why"] or found["cause"] or "")
        elif words_of.DONE.fullmatch(piece) and words_of.DONE_NEEDS.search(piece):
            self.done = True
            self._note("done", place)
        elif (found := words_of.DONE_ON.fullmatch(piece)) and _is_day_of(found["after"] or found["before"]):
            self.done = True
            self._note("done", place)
            group = "after" if found["after"] else "before"
            self.done_on.append((found[group], place + found.start(group)))
        else:
            return False
        return True

    def _read_postponed(self, found: re.Match[str], place: int) -> None:
        self.postponed = True
        self._note("postponed", place, found["cause"])
        if found["own"] and not self.own_time[0]:
            self.own_time = found["own"], place + found.start("own")
        group = next((name for name in ("to", "month", "day") if found[name]), "")
        if not group:
            return
        to, _, reason = _partition(found[group])
        if not _is_time(to):
            to, reason = found[group], ""
        elif reason and _is_time(reason):
            to, reason = f"{to} {reason}", ""
        self.postponed_to.append((to, place + found.start(group)))
        behind = place + found.end(group) - len(reason)
        if not reason or not self._read_one(reason, behind):
            # 延期至2月，再延期至3月 is two steps; all else says why.
            self.explain(reason)

    def _note(self, state: str, place: int, *reasons: str | None) -> None:
        self.named.append((state, place))
        for reason in reasons:
            self.explain(reason or "")


def is_state(words: str) -> bool:
    """Whether words say that something is not held when it was planned."""
    rules = (words_of.CANCELLED, words_of.POSTPONED, words_of.UNDECIDED)
    return any(rule.fullmatch(words) for rule in rules)


def _is_day_of(words: str) -> bool:
    """Whether words say when something was done; 4月底前 says by when it is to be."""
    return is_time(words) and not words.rstrip().endswith("前")


def _partition(piece: str) -> tuple[str, str, str]:
    """What stands before a piece's first comma, the comma, and what stands behind it."""
    found = _COMMA.search(piece)
    return (piece[: found.start()], found[0], piece[found.end() :]) if found else (piece, "", "")


def _is_of_time(found: re.Match[str]) -> bool:
    """Whether what was put off and where to are times: 改为线上举行 changes no time."""
    own, day = found["own"], found["day"]
    return (not own or _is_time(own)) and (
        not day or _is_time(day) or words_of.NAMES_TIME.search(day) is not None
    )


def _is_time(words: str) -> bool:
    """Whether words are a time, or nothing at all: 延期至，5月."""
    return not words.strip() or is_time(words)
