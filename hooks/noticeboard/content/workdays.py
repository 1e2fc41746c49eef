"""Chinese working days: public holidays and make-up working days from the library's data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import chinese_calendar

from noticeboard.times import Month


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """A public holiday, or a day of a weekend on which one works for it."""

    day: date
    works: bool
    name: str
    """Of the holiday: 国庆节."""


@dataclass(frozen=True, slots=True)
class Workdays:
    """The end of a run of working days."""

    end: date
    known: bool
    """False when the holiday data does not cover a year of the run; then only weekends were left out."""


def count_workdays(start: date, count: int) -> Workdays:
    """The day on which the `count`-th working day falls, `start` itself being the first when it is one."""
    day, left, known = start, count, True
    while True:
        works = _works(day)
        if works is None:
            works, known = day.weekday() < 5, False
        left -= works
        if left <= 0:
            return Workdays(day, known)
        day += timedelta(days=1)


def special_days(month: Month) -> tuple[SpecialDay, ...] | None:
    """The holidays of `month`, weekends among them, and its make-up working days; None when the data does not cover it."""
    if _works(month.first) is None:
        return None
    days = (month.first + timedelta(days=number) for number in range(month.length))
    return tuple(
        _special_day(day)
        for day in days
        if day in chinese_calendar.holidays or day in chinese_calendar.workdays
    )


def days_off_around(day: date) -> tuple[date, ...]:
    """The public holidays in a row with `day` among them, 1–7 October of the 3rd; none where it is no holiday or nobody knows."""
    first = last = day
    while first - timedelta(days=1) in chinese_calendar.holidays:
        first -= timedelta(days=1)
    while last + timedelta(days=1) in chinese_calendar.holidays:
        last += timedelta(days=1)
    if day not in chinese_calendar.holidays:
        return ()
    return tuple(first + timedelta(days=number) for number in range((last - first).days + 1))


@lru_cache(maxsize=4096)
def _works(day: date) -> bool | None:
    """Whether one works on `day`; None when the data does not cover it."""
    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return None


def _special_day(day: date) -> SpecialDay:
    works = day in chinese_calendar.workdays
    name = (chinese_calendar.workdays if works else chinese_calendar.holidays)[day]
    return SpecialDay(day, works, chinese_calendar.Holiday(name).chinese)
