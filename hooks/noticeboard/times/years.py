"""Which year a month has that is said without one (SPECIFICATION section 3: year resolution)."""

from __future__ import annotations

from datetime import date

from noticeboard.problems import Fault
from noticeboard.times import faults
from noticeboard.times.festivals import Festival
from noticeboard.times.months import YEARS, Month
from noticeboard.times.phrases import YearWord
from noticeboard.times.time import Context


class Years:
    """Gives months, festivals and runs of months their year in one context.

    The heading's months come first, then the period's. What lies in neither gets the year nearest to the period, so
    that a message can name it. With `after` it is the first one at or after that month instead.
    """

    def __init__(self, context: Context, after: Month | None = None) -> None:
        section = context.section.months if context.section else ()
        period = context.period.months if context.period else ()
        self.after = after
        self.nearby = (section, period)
        self.window = period or section
        """The months that a month without a year is looked for in; none when nothing tells."""

    def resolve(self, year: YearWord, before: Month | None = None) -> int | Fault:
        """The year that was written; 次年 follows the one of `before`, or else the period's first."""
        if year.is_next:
            base = before or (self.window[0] if self.window else self.after)
            return base.year + 1 if base else faults.missing_year(year.written, year.at)
        if year.number is None:
            return faults.incomplete_year(year.written, year.at)
        return year.number if year.number in YEARS else faults.year_out_of_range(year.number, year.at)

    def month(self, number: int) -> Month | None:
        """The month with that number; None when nothing tells its year."""
        if self.after:
            return next(month for step in range(12) if (month := self.after.plus(step)).number == number)
        for month in (*self.nearby[0], *self.nearby[1]):
            if month.number == number:
                return month
        if not self.window:
            return None
        first, last = self.window[0], self.window[-1]
        # Outside the period, which is an error to name: 10月 in 2026年上半年 is that year's, not the nearer 2025's.
        candidates = (Month(year, number) for year in range(first.year, last.year + 1))
        return min(candidates, key=lambda month: (max(first.minus(month), month.minus(last)), -month.year))

    def single_month(self) -> Month | None:
        """The one month that the section or, without one, the period is."""
        months = self.nearby[0] or self.window
        return months[0] if len(months) == 1 else None

    def festival(self, festival: Festival) -> date | None:
        """The festival's day; None when nothing tells its year."""
        if self.after:
            days = (festival.on(self.after.year + step) for step in range(3))
            return next(day for day in days if Month.of(day) >= self.after)
        for months in self.nearby:
            for year in sorted({month.year for month in months}):
                if Month.of(day := festival.on(year)) in months:
                    return day
        if not self.window:
            return None
        day = festival.on(self.window[0].year)
        return day if Month.of(day) > self.window[0] else festival.on(self.window[0].year + 1)

    def run(self, numbers: tuple[int, ...]) -> tuple[Month, ...] | None:
        """Months in a row, in the year in which most of them lie in the period; None when nothing tells."""
        window = (self.after,) if self.after else self.window
        if not window:
            return None
        runs = [run_from(year, numbers) for year in range(window[0].year - 1, window[-1].year + 2)]
        upcoming = [run for run in runs if run[-1] >= window[0]]
        if self.after:
            return upcoming[0]
        return max(upcoming, key=lambda run: (len(set(run) & set(window)), -run[0].minus(window[0])))


def run_from(year: int, numbers: tuple[int, ...]) -> tuple[Month, ...]:
    """The months with these numbers, one after the other from `year` on: (12, 1) runs over the new year."""
    months: list[Month] = []
    for number in numbers:
        month = Month(months[-1].year if months else year, number)
        months.append(month if not months or month > months[-1] else month.plus(12))
    return tuple(months)
