"""A month as a wall calendar: weeks of seven days, with what is on each, and with holidays and make-up working days."""

from __future__ import annotations

import calendar
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from noticeboard.catalog.entries import Entry
from noticeboard.catalog.schedules import Schedule
from noticeboard.times import Month, Precision
from noticeboard.times.workdays import LIBRARY, GivenDays, SpecialDay, special_days

_DAY = timedelta(days=1)
_LONGEST_SHOWN = 7
"""In days: what lasts longer stands on its first day only, or it would cover the month."""
_MOST = 5
"""How many activities a day shows by name."""
_ON_DAYS = (Precision.DAY, Precision.FESTIVAL, Precision.RECURRING)


@dataclass(frozen=True, slots=True)
class GridItem:
    """An activity on a day."""

    entry: Entry
    until: date | None
    """Its last day where it lasts so long that only the first is marked."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the month."""

    day: date
    special: SpecialDay | None
    items: tuple[GridItem, ...]
    further: int
    """How many more there are than are shown."""


@dataclass(frozen=True, slots=True)
class SpecialDays:
    """Days off, or working days instead of them, that follow each other."""

    first: date
    last: date
    works: bool
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A month in weeks from Monday to Sunday."""

    weeks: tuple[tuple[Day | None, ...], ...]
    """None for days of the months before and after."""
    spans: tuple[SpecialDays, ...]
    holidays_known: bool
    """Whether the data of holidays covers the month; if not nothing can be said of any day."""
    undated: int
    """How many activities have no day of the month."""

    @property
    def dated(self) -> bool:
        """Whether there is anything on any day."""
        return any(day and day.items for week in self.weeks for day in week)


def grid_of(schedule: Schedule, given: GivenDays = LIBRARY) -> Grid:
    """The grid of a month; what has no day is counted only, and stands in the page's list."""
    month = schedule.month
    special = special_days(month, given)
    by_day = {found.day: found for found in special or ()}
    items: dict[date, list[GridItem]] = defaultdict(list)
    undated = 0
    for entry in (*schedule.entries, *schedule.arriving):
        days = tuple(_days_of(entry, month))
        undated += not days
        for day, item in days:
            items[day].append(item)
    for found in items.values():
        found.sort(key=lambda item: (item.entry.routine, item.entry.time.clock or ""))
    weeks = tuple(
        tuple(
            _day(date(month.year, month.number, number), by_day, items) if number else None for number in week
        )
        for week in calendar.Calendar().monthdayscalendar(month.year, month.number)
    )
    return Grid(weeks, tuple(_spans(special or ())), special is not None, undated)


def _day(day: date, special: dict[date, SpecialDay], items: dict[date, list[GridItem]]) -> Day:
    found = items.get(day, [])
    # “还有 1 项” would take the line of that one.
    shown = found if len(found) <= _MOST + 1 else found[:_MOST]
    return Day(day, special.get(day), tuple(shown), len(found) - len(shown))


def _days_of(entry: Entry, month: Month) -> Iterator[tuple[date, GridItem]]:
    time = entry.time
    if time.precision not in _ON_DAYS:
        return
    if time.days:
        yield from ((day, GridItem(entry, None)) for day in time.days if Month.of(day) == month)
    elif time.start is not None and time.end is not None:
        first, last = max(time.start, month.first), min(time.end, month.last)
        if (time.end - time.start).days >= _LONGEST_SHOWN:
            yield first, GridItem(entry, time.end)
        else:
            yield from (
                (first + _DAY * step, GridItem(entry, None)) for step in range((last - first).days + 1)
            )


def _spans(days: Sequence[SpecialDay]) -> Iterator[SpecialDays]:
    """Days that follow each other and are alike, whatever holidays they are for."""
    runs = groupby(enumerate(days), key=lambda pair: (pair[1].works, pair[1].day - _DAY * pair[0]))
    for (works, _), run in runs:
        found = [day for _, day in run]
        yield SpecialDays(found[0].day, found[-1].day, works, tuple(dict.fromkeys(day.name for day in found)))
