"""The days on which something recurs (SPECIFICATION section 3, rule 8)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from noticeboard.times.months import Month
from noticeboard.times.phrases import Every, Recurrence
from noticeboard.times.workdays import LIBRARY, GivenDays

_DAY = timedelta(days=1)


def is_rare(every: Every) -> bool:
    """Whether it stands once on the year's page, not on every month's."""
    return every is Every.SEASON


def days_of(
    recurrence: Recurrence,
    months: tuple[Month, ...],
    start: date | None = None,
    end: date | None = None,
    given: GivenDays = LIBRARY,
) -> tuple[date, ...]:
    """The days it gives in `months`, in order; none when it does not say which: 每月.

    `start` and `end` bound them further. Working days are those of `given`, and of a year that nobody knows Monday to Friday. Of 双周 the first is the first such weekday there. Which weeks are
    单周 is counted from a week that we are not told, so it gives none.
    """
    if not months:
        return ()
    start, end = start or months[0].first, end or months[-1].last
    days: set[date] = set()
    for weekday in recurrence.weekdays:
        if recurrence.nth:
            days.update(filter(None, (_nth(month, weekday, recurrence.nth) for month in months)))
        elif recurrence.every in (Every.WEEK, Every.OTHER_WEEK):
            days.update(_weekly(weekday, start, end, 1 if recurrence.every is Every.WEEK else 2))
    if recurrence.every in (Every.DAY, Every.WORKDAY):
        for month in months:
            of_month = [
                day for day in _all_days(month) if recurrence.every is Every.DAY or _works(day, given)
            ]
            at = recurrence.nth - 1 if recurrence.nth > 0 else recurrence.nth
            days.update(of_month if not recurrence.nth else of_month[at:][:1])
    for day in recurrence.days:
        days.update(date(month.year, month.number, day) for month in months if day <= month.length)
    return tuple(sorted(day for day in days if start <= day <= end and Month.of(day) in months))


def _all_days(month: Month) -> Iterator[date]:
    return (month.first + _DAY * number for number in range(month.length))


def _works(day: date, given: GivenDays) -> bool:
    works = given.works(day)
    return day.weekday() < 5 if works is None else works


def _weekly(weekday: int, start: date, end: date, weeks: int) -> Iterator[date]:
    day = start + _DAY * ((weekday - start.weekday()) % 7)
    while day <= end:
        yield day
        day += _DAY * 7 * weeks


def _nth(month: Month, weekday: int, nth: int) -> date | None:
    """The nth such weekday of the month, the last when -1; None when it has fewer."""
    if nth < 0:
        return month.last - _DAY * ((month.last.weekday() - weekday) % 7)
    day = month.first + _DAY * ((weekday - month.first.weekday()) % 7 + 7 * (nth - 1))
    return day if Month.of(day) == month else None
