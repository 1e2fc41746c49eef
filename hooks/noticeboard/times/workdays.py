"""Chinese working days: public holidays and make-up working days from the library's data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property, lru_cache

import chinese_calendar

from noticeboard.times.months import Month


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """A public holiday, or a day of a weekend on which one works for it."""

    day: date
    works: bool
    name: str
    """Of the holiday: 国庆节."""


@dataclass(frozen=True)
class GivenDays:
    """Holidays and make-up days that the settings give. They stand for the library's in each year that they name."""

    days: Mapping[date, SpecialDay] = field(default_factory=dict)

    @cached_property
    def years(self) -> frozenset[int]:
        """The years of which the settings say it all."""
        return frozenset(day.year for day in self.days)

    def works(self, day: date) -> bool | None:
        """Whether one works on `day`; None when nobody knows."""
        if day.year not in self.years:
            return _works(day)
        given = self.days.get(day)
        return given.works if given else day.weekday() < 5

    def special(self, day: date) -> SpecialDay | None:
        """What is special of `day`, if anything."""
        if day.year in self.years:
            return self.days.get(day)
        is_special = day in chinese_calendar.holidays or day in chinese_calendar.workdays
        return _special_day(day) if is_special else None

    def is_off(self, day: date) -> bool:
        """Whether `day` is a public holiday."""
        return (special := self.special(day)) is not None and not special.works


LIBRARY = GivenDays()
"""What is known without settings."""


@dataclass(frozen=True, slots=True)
class Workdays:
    """The end of a run of working days."""

    end: date
    known: bool
    """False when the holiday data does not cover a year of the run; then only weekends were left out."""


def count_workdays(start: date, count: int, given: GivenDays = LIBRARY) -> Workdays:
    """The day on which the `count`-th working day falls, `start` itself being the first when it is one."""
    day, left, known = start, count, True
    while True:
        works = given.works(day)
        if works is None:
            works, known = day.weekday() < 5, False
        left -= works
        if left <= 0:
            return Workdays(day, known)
        day += timedelta(days=1)


def special_days(month: Month, given: GivenDays = LIBRARY) -> tuple[SpecialDay, ...] | None:
    """The holidays of `month`, weekends among them, and its make-up working days; None when nobody knows them."""
    if given.works(month.first) is None:
        return None
    days = (month.first + timedelta(days=number) for number in range(month.length))
    return tuple(special for day in days if (special := given.special(day)))


def days_off_around(day: date, given: GivenDays = LIBRARY) -> tuple[date, ...]:
    """The public holidays in a row with `day` among them, 1–7 October of the 3rd; none where it is no holiday or nobody knows."""
    if not given.is_off(day):
        return ()
    first = last = day
    while given.is_off(first - timedelta(days=1)):
        first -= timedelta(days=1)
    while given.is_off(last + timedelta(days=1)):
        last += timedelta(days=1)
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
