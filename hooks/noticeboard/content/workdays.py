"""Chinese working days: public holidays and make-up working days from the library's data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import chinese_calendar


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
        try:
            works = chinese_calendar.is_workday(day)
        except NotImplementedError:
            works, known = day.weekday() < 5, False
        left -= works
        if left <= 0:
            return Workdays(day, known)
        day += timedelta(days=1)
