"""When what became of an activity came about: the new times, the day it was done, what became of single times (SPECIFICATION section 4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Protocol

from noticeboard import times
from noticeboard.content.activities import poor_forms
from noticeboard.content.activities.activity import Deviation, Postponement
from noticeboard.content.activities.activity_text import ActivityText
from noticeboard.content.activities.item_parts import ItemParts
from noticeboard.content.quantities.durations import length_of
from noticeboard.patterns import pattern_of
from noticeboard.problems import Fault
from noticeboard.times.faults import OUTSIDE_PERIOD, OUTSIDE_SECTION

_FARTHEST = 6
"""Months to a month of the next year that a postponement without a year may well mean."""
_ELSEWHERE = frozenset({OUTSIDE_PERIOD, OUTSIDE_SECTION})
"""What is wrong with a planned time and no fault of a day on which something was done."""
_LENGTH = pattern_of(
    r"(?:延期|推迟|顺延|延后)(?:举行|举办)?(?P<number>\S{1,3}?)\s*(?P<unit>天|日|周|个?星期|个月)"
)
_IN_BRACKETS = pattern_of(r"[（(]([^（）()]+)[）)]")


class ReportFaults(Protocol):
    """Notes the faults of a text at its place (line and column, from 1)."""

    def __call__(self, faults: Sequence[Fault], line: int, column: int) -> None: ...


class StateTimes:
    """Reads the times that an item's states name, against the time of the activity."""

    def __init__(self, context: times.Context, report: ReportFaults) -> None:
        self._context = context
        self._report = report

    def moved(self, original: str, time: times.Time) -> tuple[times.Time, tuple[Postponement, ...], str]:
        """The times of 9月 登山（原定6月）: first June, then September. Without that order the words stay in the text."""
        reading = times.read_leading(original, replace(self._context, section=time))
        own = reading.time if reading else None
        if own is not None and own.months and time.months and _first_day(own) < _first_day(time):
            return own, (Postponement(time.text, time),), ""
        return time, (), f"（原定{original}）"

    def leave_lengths(self, parts: ItemParts, time: times.Time | None) -> str:
        """Tell of lengths that lead to no certain time: 推迟一周 of what has no day. They are none of its states, and its words."""
        states = parts.states
        lost = [it for it in states.postponed_to if _LENGTH.fullmatch(it[0]) and not _later_by(time, it[0])]
        for written, offset in lost:
            self._report([poor_forms.state_not_read(written)], *parts.flat.place(offset))
            states.postponed_to.remove((written, offset))
        if lost and not states.postponed_to:
            states.postponed = False
        return "".join(f"（{written}）" for written, _ in lost)

    def postponements(self, parts: ItemParts, time: times.Time) -> Iterator[Postponement]:
        """The steps to new times, as they are written; each is read against the time before it."""
        for written, offset in sorted(parts.states.postponed_to, key=lambda step: step[1]):
            words = _later_by(time, written) or written
            reading = times.read_new_time(words, replace(self._context, section=time))
            self._report(reading.faults, *parts.flat.place(offset))
            found = reading.time
            if found is None or not found.months:
                continue
            if time.months and (fault := self._earlier(found, time)):
                # Which month is meant nobody can tell: a new time that is not known is none.
                self._report([fault], *parts.flat.place(offset))
                found = None
            yield Postponement(words.strip(), found)
            time = found or time

    def deviations(self, parts: ItemParts, time: times.Time) -> tuple[tuple[Deviation, ...], str]:
        """The times of what recurs that were put off or cancelled, and the words of those that cannot be: they are told."""
        found: list[Deviation] = []
        unread: list[str] = []
        for deviation in sorted(parts.states.deviations, key=lambda it: it.place):
            reading = times.read_leading(deviation.when, replace(self._context, section=None))
            one = reading.time if reading and time.precision is times.Precision.RECURRING else None
            to = one and times.read_new_time(deviation.moved_to, replace(self._context, section=one)).time
            if one is None or not one.months or (deviation.moved_to and (to is None or not to.months)):
                self._report([poor_forms.state_not_read(deviation.words)], *parts.flat.place(deviation.place))
                unread.append(deviation.words)
            else:
                found.append(Deviation(one, to if deviation.moved_to else None))
        return tuple(found), f"（{'；'.join(unread)}）" if unread else ""

    def done_on(
        self, activity_text: ActivityText, parts: ItemParts, time: times.Time
    ) -> Iterator[times.Time]:
        """When it says that it was done; of what recurs each ticked item below it tells one time."""
        context = replace(
            self._context, section=None if time.precision is times.Precision.RECURRING else time
        )
        for written, offset in sorted(parts.states.done_on, key=lambda found: found[1]):
            reading = _read_day_of_doing(written.strip(), context)
            if reading is not None:
                self._report(reading.faults, *parts.flat.place(offset))
                if reading.time is not None:
                    yield reading.time
        if time.precision is times.Precision.RECURRING:
            for text in activity_text.ticked_items:
                found = _time_in(text, context)
                if found is not None:
                    yield found

    def _earlier(self, new: times.Time, time: times.Time) -> Fault | None:
        """What is told of a postponement to a day or a month before the activity's own.

        A month without a year is the next such month; where that lies in another year than the activity's, and the same
        month of this year lies before it, the officer may well have meant that.
        """
        month, own = new.months[0], time.months
        is_back = month < own[0] or (new.end is not None and time.start is not None and new.end < time.start)
        wraps = "年" not in new.text and month.year > own[0].year and not self._is_in_period(month)
        is_far = wraps and month.minus(own[-1]) > _FARTHEST
        return poor_forms.postponed_back(new.text) if is_back or is_far else None

    def _is_in_period(self, month: times.Month) -> bool:
        period = self._context.period
        return period is not None and period.start <= month <= period.end


def _first_day(time: times.Time) -> date:
    return time.start or time.months[0].first


def _read_day_of_doing(written: str, context: times.Context) -> times.ParsedTime | None:
    """When something was done, which may lie outside its month and after the period; half a year before it is meant for the next.

    It is a deed and no plan: that it lies elsewhere is no fault.
    """
    reading = times.read_leading(written, context)
    planned = context.section.months if context.section else ()
    if reading is None or reading.time is None or not reading.time.months or not planned:
        found = reading
    elif planned[0].minus(reading.time.months[0]) >= _FARTHEST and "年" not in written:
        found = times.read_new_time(written, context)
    else:
        found = reading
    if (
        found is not None
        and found.time is None
        and any(it.diagnostic is OUTSIDE_PERIOD for it in found.faults)
    ):
        found = times.read_new_time(written, context)
    return found and replace(
        found, faults=tuple(it for it in found.faults if it.diagnostic not in _ELSEWHERE)
    )


def _time_in(text: str, context: times.Context) -> times.Time | None:
    """The time at the front of a text, else the one in its last brackets."""
    for part in (text, *reversed(_IN_BRACKETS.findall(text))):
        reading = times.read_leading(part.strip(), context)
        if reading is not None and reading.time is not None and not reading.faults:
            return reading.time
    return None


def _later_by(time: times.Time | None, written: str) -> str:
    """The day, or the month, that lies a length later: 12日 put off 一周 is the 19th; empty where that is not certain."""
    found = _LENGTH.fullmatch(written)
    length = length_of(found["number"], found["unit"]) if found else None
    if length is None or time is None or not time.months:
        return ""
    months, days = length
    if months:
        last = time.months[-1]
        later = last.plus(months)
        return f"{later.year}年{later.number}月" if later.year != last.year else f"{later.number}月"
    if time.start is None or time.start != time.end:
        return ""
    day = time.start + timedelta(days)
    return f"{day.year}年" * (day.year != time.start.year) + f"{day.month}月{day.day}日"
