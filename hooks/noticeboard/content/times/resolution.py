"""Gives a phrase its year: Phrase + Context → Time (FORMAT section 3, rules 1 to 4, 6 and 8)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from noticeboard.content.times import faults, recurrence
from noticeboard.content.times.festivals import Festival
from noticeboard.content.times.months import YEARS, Month, months_between
from noticeboard.content.times.phrases import (
    THIS_MONTH,
    ClockOnly,
    Dates,
    Holiday,
    Phrase,
    Point,
    Reach,
    Recurrence,
    Span,
    Stretch,
    Undecided,
    Year,
)
from noticeboard.content.times.time import Context, Precision, Time
from noticeboard.problems import Fault

_STRETCH_PRECISION = {
    Reach.HALF_YEAR: Precision.HALF_YEAR,
    Reach.QUARTER: Precision.QUARTER,
    Reach.YEAR: Precision.YEAR,
}
_BEATS_FESTIVALS = frozenset({Precision.DAY, Precision.PART, Precision.MONTH, Precision.MONTHS})


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a phrase means where it stands."""

    time: Time | None
    faults: tuple[Fault, ...] = ()
    end: int | None = None
    """Where the words end that were used, when not all of the phrase were."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A time before its checks."""

    time: Time
    warnings: tuple[Fault, ...] = ()
    explicit: bool = False
    """Whether it says its months itself, so that they are to be compared with its section's."""
    end: int | None = None


def resolve(phrase: Phrase, text: str, context: Context, after: Month | None = None) -> Resolved:
    """The time that `phrase`, found in `text`, means in `context`.

    With `after` every month is the first such month at or after that one, and may lie outside the period and
    the section.
    """
    clock = phrase.clock.read(text[phrase.clock.at : phrase.clock.end]) if phrase.clock else None
    if isinstance(clock, Fault):
        return Resolved(None, (clock,))
    found = _Resolver(text, context, after).find(phrase)
    if isinstance(found, Fault):
        return Resolved(None, (found,))
    time = replace(found.time, clock=clock) if clock else found.time
    checks = () if after else _outside(phrase, found, context)
    return Resolved(time, (*found.warnings, *checks), found.end)


def _outside(phrase: Phrase, found: _Found, context: Context) -> tuple[Fault, ...]:
    """The error for months outside the period, else the warning for months outside the section."""
    time, period, section = found.time, context.period, context.section
    in_section = section.months if section else ()
    if period is not None:
        # What lies in a section that is itself outside was reported at its heading.
        outside = [month for month in time.months if month not in period and month not in in_section]
        if outside:
            return (faults.outside_period(time.text, outside, period.text, phrase.start),)
    if found.explicit and in_section and not set(time.months) <= set(in_section):
        return (faults.outside_section(time.text, section.text, phrase.start),)
    return ()


class _Resolver:
    """The rules by which a month gets its year in one context."""

    def __init__(self, text: str, context: Context, after: Month | None) -> None:
        self.text = text
        self.context = context
        self.after = after
        self.section = context.section
        period = context.period.months if context.period else ()
        self.window = period or (self.section.months if self.section else ())
        """The months that a month without a year is looked for in."""

    def find(self, phrase: Phrase) -> _Found | Fault:
        words = self.text[phrase.start : phrase.end]
        match phrase.what:
            case Dates() as dates:
                return self.dates(dates, words)
            case Holiday() as holiday:
                return self.holiday(holiday, words, phrase.start)
            case Stretch() as stretch:
                return self.stretch(stretch, words, phrase.start)
            case Recurrence() as recurring:
                return self.recurrence(recurring, words, phrase.start)
            case ClockOnly():
                return _Found(replace(self.section, text=words))
            case Undecided():
                return _Found(Time(words, Precision.UNDECIDED, ()))

    # Years

    def month(self, number: int) -> Month | None:
        """The month with that number: the section's, the period's, or the one nearest to the period."""
        if self.after:
            return next(self.after.plus(step) for step in range(12) if self.after.plus(step).number == number)
        in_section = self.section.months if self.section else ()
        for month in (*in_section, *self.window):
            if month.number == number:
                return month
        if not self.window:
            return None
        first, last = self.window[0], self.window[-1]
        years = range(first.year - 1, last.year + 2)
        return min(
            (Month(year, number) for year in years),
            key=lambda month: (max(first.minus(month), month.minus(last)), -month.year),
        )

    def said_year(self, year: Year, before: Month | None = None) -> int | Fault:
        """The year that was written, 次年 counted from `before` or else from the period's first year."""
        if year.is_next:
            base = before or (self.window[0] if self.window else self.after)
            return base.year + 1 if base else faults.missing_year(year.written, year.at)
        if year.number is None:
            return faults.incomplete_year(self._said(year.at, year.written), year.at)
        return year.number if year.number in YEARS else faults.year_out_of_range(year.number, year.at)

    def single_month(self) -> Month | None:
        """The one month that the section or, without one, the period is."""
        months = self.section.months if self.section and self.section.months else self.window
        return months[0] if len(months) == 1 else None

    def _said(self, at: int, written: str) -> str:
        """What stands in the text where the folded `written` was found."""
        return self.text[at : at + len(written)]

    # Dates

    def dates(self, dates: Dates, words: str) -> _Found | Fault:
        warnings: list[Fault] = []
        stays: list[tuple[date, date]] = []
        carried: Month | None = None
        year_said = False
        for span in dates.spans:
            bounds: list[tuple[date, date]] = []
            for point in span.points:
                month = self._month_of(point, carried, year_said, in_range=bool(bounds))
                if isinstance(month, Fault):
                    return month
                carried, year_said = month, year_said or point.year is not None
                stay = self._stay(point, month)
                if isinstance(stay, Fault):
                    return stay
                if point.weekday is not None and stay[0].weekday() != point.weekday:
                    written = self._said(point.weekday_at, point.weekday_written)
                    warnings.append(faults.wrong_weekday(stay[0], written, point.weekday_at))
                bounds.append(stay)
            if bounds[-1][1] < bounds[0][0] or bounds[-1][0] < bounds[0][0]:
                return faults.reversed_range(words, span.first.at)
            stays.append((bounds[0][0], bounds[-1][1]))
        months = sorted({m for first, last in stays for m in months_between(Month.of(first), Month.of(last))})
        precision = _precision(dates, len(months))
        explicit = any(point.month not in (None, THIS_MONTH) for point in dates.points)
        start = end = None
        if precision in (Precision.DAY, Precision.PART):
            start, end = min(first for first, _ in stays), max(last for _, last in stays)
        days = _days(dates.spans, stays) if precision is Precision.DAY else ()
        return _Found(Time(words, precision, tuple(months), start, end, days), tuple(warnings), explicit)

    def _month_of(
        self, point: Point, carried: Month | None, year_said: bool, *, in_range: bool
    ) -> Month | Fault:
        """The point's month; `carried` is the month of the point before it."""
        said = self._said(point.at, point.written)
        if point.month in (None, THIS_MONTH):
            month = carried or self.single_month()
            return month or faults.day_without_month(said, point.at)
        if not 1 <= point.month <= 12:
            return faults.impossible_month(said, point.at)
        if point.year is not None:
            year = self.said_year(point.year, carried)
            return year if isinstance(year, Fault) else Month(year, point.month)
        month = Month(carried.year, point.month) if carried and year_said else self.month(point.month)
        if month is None:
            return faults.missing_year(said, point.at)
        # 12月至1月 runs over the new year, and so does a list that said its year: 2025年12月、1月.
        if carried and month < carried and (in_range or year_said):
            month = month.plus(12)
        return month

    def _stay(self, point: Point, month: Month) -> tuple[date, date] | Fault:
        """The first and the last day of the point."""
        if point.day is not None:
            if not 1 <= point.day <= 31:
                return faults.impossible_day_of_month(point.day, point.at)
            if point.day > month.length:
                return faults.impossible_day(month, point.day, point.at)
            day = date(month.year, month.number, point.day)
            return day, day
        if point.part is not None:
            first, last = point.part.first_day(month), point.part.last_day(month)
            return date(month.year, month.number, first), date(month.year, month.number, last)
        return month.first, month.last

    # Festivals

    def holiday(self, holiday: Holiday, words: str, at: int) -> _Found | Fault:
        if holiday.month is not None:
            return self._holiday_in_month(holiday, words, at)
        days = []
        for festival in holiday.festivals:
            day = self._festival_day(festival, holiday.year)
            if day is None:
                return faults.missing_year(self._said(holiday.at, holiday.written), holiday.at)
            if isinstance(day, Fault):
                return day
            days.append(day)
        section = self.section
        if section and section.precision in _BEATS_FESTIVALS and section.months and not self.after:
            elsewhere = [day for day in days if Month.of(day) not in section.months]
            if elsewhere:
                written = self._said(holiday.at, holiday.written)
                warning = faults.festival_elsewhere(written, Month.of(elsewhere[0]), section.text, holiday.at)
                return _Found(section, (warning,), end=at)
        return _Found(_festival_time(words, days, holiday.is_loose), explicit=True)

    def _holiday_in_month(self, holiday: Holiday, words: str, at: int) -> _Found | Fault:
        """A festival with a month before it: the month wins (rule 3)."""
        written = self.text[at : holiday.at].rstrip()
        found = self.dates(holiday.month, written)
        if isinstance(found, Fault):
            return found
        months = found.time.months
        days = [festival.on(months[0].year) for festival in holiday.festivals]
        elsewhere = [day for day in days if Month.of(day) not in months]
        if not elsewhere:
            return _Found(_festival_time(words, days, holiday.is_loose), explicit=True)
        festival = self._said(holiday.at, holiday.written)
        warning = faults.festival_elsewhere(festival, Month.of(elsewhere[0]), written, holiday.at)
        return replace(found, warnings=(warning,), end=at + len(written))

    def _festival_day(self, festival: Festival, year: Year | None) -> date | Fault | None:
        if year is not None:
            said = self.said_year(year)
            return said if isinstance(said, Fault) else festival.on(said)
        if self.after:
            days = (festival.on(self.after.year + step) for step in range(3))
            return next(day for day in days if Month.of(day) >= self.after)
        in_section = self.section.months if self.section else ()
        for months in (in_section, self.window):
            for year_number in sorted({month.year for month in months}):
                if Month.of(day := festival.on(year_number)) in months:
                    return day
        if not self.window:
            return None
        first = festival.on(self.window[0].year)
        return first if Month.of(first) > self.window[0] else festival.on(self.window[0].year + 1)

    # Stretches and recurrences

    def stretch(self, stretch: Stretch, words: str, at: int) -> _Found | Fault:
        calendar = self.context.calendar
        runs: tuple[tuple[int, ...], ...] = (stretch.numbers,)
        if stretch.reach in (Reach.WINTER, Reach.SUMMER, Reach.VACATIONS):
            runs = {
                Reach.WINTER: (calendar.winter,),
                Reach.SUMMER: (calendar.summer,),
                Reach.VACATIONS: (calendar.winter, calendar.summer),
            }[stretch.reach]
        year = self.said_year(stretch.year) if stretch.year else None
        if isinstance(year, Fault):
            return year
        months: list[Month] = []
        for run in filter(None, runs):
            placed = _run(run, year) if year else self._nearest_run(run)
            if placed is None:
                return faults.missing_year(words, at)
            months += placed
        precision = _STRETCH_PRECISION.get(
            stretch.reach, Precision.MONTHS if len(months) > 1 else Precision.MONTH
        )
        period = self.context.period
        if (
            year
            and not months
            and period
            and not any(month.year == year for month in period.months)
            and not self.after
        ):
            return faults.year_outside_period(words, period.text, at)
        return _Found(Time(words, precision, tuple(sorted(set(months)))), explicit=True)

    def _nearest_run(self, numbers: tuple[int, ...]) -> list[Month] | None:
        """The months with these numbers in a row, in the year in which most of them lie in the period."""
        window = (self.after,) if self.after else self.window
        if not window:
            return None
        years = range(window[0].year - 1, window[-1].year + 2)
        runs = [_run(numbers, year) for year in years]
        if self.after:
            return next((run for run in runs if run[-1] >= self.after), runs[-1])
        upcoming = [run for run in runs if run[-1] >= window[0]]
        return max(upcoming, key=lambda run: (len(set(run) & set(window)), -run[0].minus(window[0])))

    def recurrence(self, recurring: Recurrence, words: str, at: int) -> _Found | Fault:
        section = self.section
        explicit = recurring.within is not None
        warnings: tuple[Fault, ...] = ()
        if recurring.within is not None:
            found = self.dates(recurring.within, words)
            if isinstance(found, Fault):
                return found
            section, warnings = found.time, found.warnings
        for day in recurring.days:
            if not 1 <= day <= 31:
                return faults.impossible_day_of_month(day, at)
        months = section.months if section and section.months else self.window
        start = section.start if section else None
        end = section.end if section else None
        days = recurrence.days_of(recurring, months, start, end)
        time = Time(
            words,
            Precision.RECURRING,
            months,
            days=days,
            once_a_year_page=recurrence.is_rare(recurring.every),
        )
        return _Found(time, warnings, explicit)


def _precision(dates: Dates, months: int) -> Precision:
    if all(point.day is not None for point in dates.points):
        return Precision.DAY
    if not any(point.is_month for point in dates.points):
        return Precision.PART
    return Precision.MONTH if months == 1 else Precision.MONTHS


def _days(spans: tuple[Span, ...], stays: Iterable[tuple[date, date]]) -> tuple[date, ...]:
    """Every day that is named one by one; none when all there is is one range."""
    if len(spans) == 1 and spans[0].last is not None:
        return ()
    days = {first + timedelta(step) for first, last in stays for step in range((last - first).days + 1)}
    return tuple(sorted(days))


def _festival_time(words: str, days: list[date], is_loose: bool) -> Time:
    days = sorted(set(days))
    months = tuple(sorted({Month.of(day) for day in days}))
    if is_loose:
        return Time(words, Precision.FESTIVAL, months)
    return Time(words, Precision.FESTIVAL, months, days[0], days[-1], tuple(days))


def _run(numbers: tuple[int, ...], year: int) -> list[Month]:
    """The months with these numbers, one after the other from `year` on: (12, 1) runs over the new year."""
    months: list[Month] = []
    for number in numbers:
        month = Month(months[-1].year if months else year, number)
        months.append(month if not months or month > months[-1] else month.plus(12))
    return months
