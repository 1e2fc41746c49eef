"""When an activity stands in a calendar: on days and hours, or in a window for what has no day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from noticeboard.catalog.entries import Entry
from noticeboard.catalog.states import State
from noticeboard.content.activities.activity import Status
from noticeboard.times import Month, Precision
from noticeboard.times.clock import NEXT_DAY
from noticeboard.views.helpers.activity_times import when
from noticeboard.views.helpers.china_time import in_china_time

_DAY = timedelta(days=1)
_WEEK = timedelta(weeks=1)
_MOST_WEEKS = 2
"""Between two days of one series: 每周 and 双周. What comes more rarely stands on its days."""
_LONGEST_WINDOW = 3
"""In months: what may happen in any of more than a quarter's days says nothing on each of them."""
_ASSUMED_LENGTH = timedelta(hours=1)
"""How long an event lasts whose end nobody wrote: Android's calendar refuses one without an end."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """An activity once in the calendar: from `start` to before `end`, dates or times of day."""

    start: date | datetime
    end: date | datetime
    key: str = ""
    """Tells the second and later occurrences of one activity apart; empty for the first."""
    window: str = ""
    """For an activity that takes place some time between the two: how the title says it, `中旬`, `3月内`."""
    arriving: bool = False
    """Whether it was postponed to here from elsewhere."""
    weeks: int = 0
    """For one that comes again: after how many weeks, 1 or 2; 0 for one that does not."""
    times: int = 1
    """How many times it takes place, this one included."""

    @property
    def all_day(self) -> bool:
        """Whether it has no time of day."""
        return not isinstance(self.start, datetime)

    @property
    def last_day(self) -> date:
        """The last day on which it may be."""
        first = self.start.date() if isinstance(self.start, datetime) else self.end - _DAY
        return first + _WEEK * self.weeks * (self.times - 1)


def occurrences_of(entry: Entry) -> Iterator[Occurrence]:
    """Every time that `entry` stands in a calendar, the time it was postponed to last.

    None for undecided times, stretches longer than a quarter (第二学期, 上半年, 全年), and recurrences
    without days (每月): they stand on the board's pages.
    """
    if not entry.loose:
        days: set[str] = set()
        for index, occurrence in enumerate(_by_time(entry)):
            # The first one keeps its identity when its day changes or further days are added.
            day = f"{occurrence.start:%Y-%m-%d}"
            key = f"{occurrence.start:%Y-%m-%dT%H%M}" if day in days else day
            days.add(day)
            yield replace(occurrence, key=key) if index else occurrence
    if entry.status is Status.POSTPONED and entry.state is not State.CANCELLED and entry.activity.new_time:
        yield from _by_new_time(entry.arriving())


def _by_new_time(entry: Entry) -> Iterator[Occurrence]:
    """What was postponed, at its new time; the first of a month keeps its identity when the day is settled."""
    keys: set[str] = set()
    for occurrence in _by_time(entry):
        names = (f"to-{occurrence.start:{form}}" for form in ("%Y-%m", "%Y-%m-%d", "%Y-%m-%dT%H%M"))
        key = next(name for name in names if name not in keys)
        keys.add(key)
        yield replace(occurrence, key=key, arriving=True)


def is_ahead(entry: Entry, day: date) -> bool:
    """Whether a plan's activity stands in a calendar on `day` or a later one."""
    activity = entry.activity
    ends = [months[-1] for months in (activity.time.months, activity.postponed_to) if months]
    if not entry.planned or not ends or max(ends) < Month.of(day):
        return False
    return any(occurrence.last_day >= day for occurrence in occurrences_of(entry))


def _by_time(entry: Entry) -> Iterator[Occurrence]:
    time = entry.time
    if time.precision is Precision.RECURRING:
        for series in _series(time.days):
            weeks = (series[1] - series[0]).days // 7 if len(series) > 1 else 0
            for occurrence in _on_day(series[0], time.clock):
                yield replace(occurrence, weeks=weeks, times=len(series))
        return
    if time.bound is not None:
        yield from _bounded(entry)
        return
    exact = time.precision in (Precision.DAY, Precision.FESTIVAL)
    if exact and time.days:
        for day in time.days:
            yield from _on_day(day, time.clock)
    elif exact and time.start is not None and time.start == time.end:
        yield from _on_day(time.start, time.clock)
    elif time.start is not None and time.end is not None:
        # 3月2日至6日 16:20 does not say whether it is on every day: the title carries the time of day.
        yield Occurrence(time.start, time.end + _DAY, window=(time.clock or "") if exact else when(entry))
    else:
        for run in runs_of(time.months):
            if len(run) <= _LONGEST_WINDOW:
                yield _window(run, _window_word(entry))


def _bounded(entry: Entry) -> Iterator[Occurrence]:
    """6月8日前, 6月10日起: on the day that is named, or in the month up to it, and the title says the words."""
    time = entry.time
    if time.start is not None and time.end is not None:
        yield Occurrence(time.start, time.end + _DAY, window=when(entry))
        return
    for run in runs_of(time.months):
        if len(run) <= _LONGEST_WINDOW:
            window = _window(run, when(entry))
            end = min(window.end, time.deadline + _DAY) if time.deadline else window.end
            yield replace(window, end=max(end, window.start + _DAY))


def _series(days: Iterable[date]) -> Iterator[tuple[date, ...]]:
    """Days in runs that fall on one weekday, always one or always two weeks apart, by their first days."""
    by_weekday: dict[int, list[date]] = defaultdict(list)
    for day in days:
        by_weekday[day.weekday()].append(day)
    yield from sorted(run for same in by_weekday.values() for run in _regular(same))


def _regular(days: Iterable[date]) -> Iterator[tuple[date, ...]]:
    run: list[date] = []
    for day in days:
        gap = day - run[-1] if run else _WEEK
        if gap > _MOST_WEEKS * _WEEK or (len(run) > 1 and gap != run[1] - run[0]):
            yield tuple(run)
            run = []
        run.append(day)
    if run:
        yield tuple(run)


def _window(run: tuple[Month, ...], word: str) -> Occurrence:
    return Occurrence(run[0].first, run[-1].last + _DAY, window=word)


def _on_day(day: date, clock: str | None) -> Iterator[Occurrence]:
    """The whole day, or once for each range of the clock: 10:00–12:00、14:00–16:00."""
    if not clock:
        yield Occurrence(day, day + _DAY)
        return
    for span in clock.split("、"):
        first, _, last = span.partition("–")
        start = _at(day, first)
        ends_on = day + _DAY if last.startswith(NEXT_DAY) else day
        end = _at(ends_on, last.removeprefix(NEXT_DAY)) if last else start + _ASSUMED_LENGTH
        yield Occurrence(start, end)


def _at(day: date, clock: str) -> datetime:
    hours, _, minutes = clock.partition(":")
    return in_china_time(day) + timedelta(hours=int(hours), minutes=int(minutes))


def _window_word(entry: Entry) -> str:
    time = entry.time
    if time.precision is not Precision.MONTH:
        return when(entry)
    if "周" in time.text:
        return when(entry)
    return "，".join(filter(None, (f"{months_word(time.months)}内", time.clock)))


def months_word(run: tuple[Month, ...]) -> str:
    """3月, 3—4月"""
    first, last = run[0], run[-1]
    return f"{first.number}月" if first == last else f"{first.number}—{last.number}月"


def runs_of(months: Iterable[Month]) -> Iterator[tuple[Month, ...]]:
    """Months in order, those that follow each other together: 3月和9月 are two."""
    run: list[Month] = []
    for month in sorted(months):
        if run and month != run[-1].plus(1):
            yield tuple(run)
            run = []
        run.append(month)
    if run:
        yield tuple(run)
