"""Settles what a phrase means where it stands: Phrase + Context → Time (SPECIFICATION section 3, rules 1 to 4, 6 and 8)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from noticeboard.problems import Fault
from noticeboard.times import faults, recurrence
from noticeboard.times.bounds import Bound, bound_of
from noticeboard.times.date_resolution import DateResolver, month_precision, unsettled
from noticeboard.times.festivals import FESTIVALS, Festival
from noticeboard.times.grammar import RULE_BEHIND
from noticeboard.times.months import Month
from noticeboard.times.numerals import fold
from noticeboard.times.open_ends import bounded
from noticeboard.times.period import Period, PeriodKind
from noticeboard.times.phrases import (
    WEEKEND,
    ClockOnly,
    Dates,
    Every,
    Holiday,
    Phrase,
    Reach,
    Recurrence,
    Stretch,
    Undecided,
)
from noticeboard.times.resolved import Resolved
from noticeboard.times.time import Context, Precision, Time
from noticeboard.times.years import run_from

_STRETCH_PRECISION = {
    Reach.HALF_YEAR: Precision.HALF_YEAR,
    Reach.QUARTER: Precision.QUARTER,
    Reach.YEAR: Precision.YEAR,
}
_BEATS_FESTIVALS = frozenset({Precision.DAY, Precision.PART, Precision.MONTH, Precision.MONTHS})


def resolve(phrase: Phrase, text: str, context: Context, after: Month | None = None) -> Resolved:
    """The time that `phrase`, found in `text`, means in `context`.

    With `after` every month is the first such month at or after that one, and may lie outside the period and
    the section.
    """
    resolved = _Resolver(text, context, after).resolve(phrase)
    resolved = bounded(resolved, phrase, text, context)
    time, found = resolved.time, resolved.faults
    if time is not None and after is None:
        found += _outside(time, resolved.is_explicit, context, phrase.start)
    if phrase.clock is not None:
        written = text[phrase.clock.at : phrase.clock.end]
        clock = phrase.clock.read(written)
        if isinstance(clock, Fault):
            return replace(resolved, time=None, faults=(*found, clock))
        if phrase.clock.is_night_unclear:
            found = (*found, faults.unclear_night(written, clock, phrase.clock.at))
        time = replace(time, clock=clock, clock_text=written) if time else None
    elif phrase.day_part and time is not None:
        time = replace(time, clock_text=phrase.day_part)
    return Resolved(time, found, resolved.end, resolved.is_explicit)


def _outside(time: Time, is_explicit: bool, context: Context, at: int) -> tuple[Fault, ...]:
    """The error for months outside the period, else the warning for months outside the section."""
    period, section = context.period, context.section
    in_section = section.months if section else ()
    if period is not None:
        # What lies in a section that is itself outside was reported at its heading.
        outside = [month for month in time.months if month not in period and month not in in_section]
        if outside:
            return (faults.outside_period(time.text, outside, period.text, at),)
    if is_explicit and section and in_section and not all(month in in_section for month in time.months):
        return (faults.outside_section(time.text, section.text, at),)
    return ()


class _Resolver(DateResolver):
    """Resolves the phrases of one text."""

    def resolve(self, phrase: Phrase) -> Resolved:
        words = self.text[phrase.start : phrase.end]
        match phrase.what:
            case Dates() as dates:
                return self.dates(dates, words)
            case Holiday(month=Dates() as month) as holiday:
                return self.holiday_in_month(holiday, month, words, phrase.start)
            case Holiday() as holiday:
                return self.holiday(holiday, words, phrase.start)
            case Stretch() as stretch:
                return self.stretch(stretch, words, phrase.start)
            case Recurrence() as recurring:
                return self.recurrence(recurring, words, phrase)
            case ClockOnly():
                return Resolved(replace(self.section, text=words) if self.section else None)
            case Undecided():
                return Resolved(Time(words, Precision.UNDECIDED, ()))

    def holiday(self, holiday: Holiday, words: str, at: int) -> Resolved:
        year = self.year(holiday.year) if holiday.year else None
        if isinstance(year, Fault):
            return unsettled(year)
        days: list[date] = []
        for festival in holiday.festivals:
            day = festival.on(year) if year else self.years.festival(festival)
            if day is None:
                return unsettled(faults.missing_year(self.written(holiday.at, holiday.written), holiday.at))
            days.append(day)
        section = self.section
        if section and section.months and section.precision in _BEATS_FESTIVALS and not self.after:
            for festival, day in zip(holiday.festivals, days, strict=True):
                if Month.of(day) not in section.months:
                    known = _is_next_door(festival, section.months, holiday.written)
                    found = () if known else (self._elsewhere(holiday, day, section.text),)
                    return Resolved(section, found, end=at)
        doubts = tuple(
            faults.unclear_lunar_day(self.written(holiday.at, festival.name), day, holiday.at)
            for festival, day in zip(holiday.festivals, days, strict=True)
            if festival.is_doubtful
        )
        return Resolved(_festival_time(words, days, holiday.is_loose), doubts, is_explicit=True)

    def holiday_in_month(self, holiday: Holiday, written_dates: Dates, words: str, at: int) -> Resolved:
        """A festival with a month before it: the month wins (rule 3)."""
        month = self.text[at : holiday.at].rstrip()
        resolved = self.dates(written_dates, month)
        if resolved.time is None:
            return resolved
        months = resolved.time.months
        days = [festival.on(months[0].year) for festival in holiday.festivals]
        for festival, day in zip(holiday.festivals, days, strict=True):
            if Month.of(day) not in months:
                known = _is_next_door(festival, months, holiday.written)
                found = () if known else (self._elsewhere(holiday, day, month),)
                return replace(resolved, faults=(*resolved.faults, *found), end=at + len(month))
        return Resolved(_festival_time(words, days, holiday.is_loose), is_explicit=True)

    def _elsewhere(self, holiday: Holiday, day: date, stands: str) -> Fault:
        festival = self.written(holiday.at, holiday.written)
        return faults.festival_elsewhere(festival, Month.of(day), stands, holiday.at)

    def stretch(self, stretch: Stretch, words: str, at: int) -> Resolved:
        year = self.year(stretch.year) if stretch.year else None
        if isinstance(year, Fault):
            return unsettled(year)
        calendar = self.context.calendar
        vacations = {
            Reach.WINTER: (calendar.winter,),
            Reach.SUMMER: (calendar.summer,),
            Reach.VACATIONS: (calendar.winter, calendar.summer),
        }
        if stretch.reach is Reach.SCHOOL:
            return self._each(calendar.school[stretch.word], words, at, is_of_term=True)
        if stretch.reach is Reach.SEASON:
            return self._each(calendar.seasons[stretch.word], words, at)
        months: set[Month] = set()
        for numbers in filter(None, vacations.get(stretch.reach, (stretch.numbers,))):
            run = run_from(year, numbers) if year else self.years.run(numbers)
            if run is None:
                return unsettled(faults.missing_year(words, at))
            months.update(run)
        period = self.context.period
        if year and not months and period and not self.after and year not in {m.year for m in period.months}:
            return unsettled(faults.year_outside_period(words, period.text, at))
        if stretch.reach is Reach.TERM_BY_NAME and not _is_term_of(period, months):
            # 上学期 may be the one before the document's, and in a calendar year either.
            return Resolved(None, (faults.unclear_stretch(words, at),), end=at)
        precision = _STRETCH_PRECISION.get(stretch.reach) or month_precision(months)
        return Resolved(Time(words, precision, tuple(sorted(months))), is_explicit=True)

    def _each(self, numbers: tuple[int, ...], words: str, at: int, *, is_of_term: bool = False) -> Resolved:
        """期末, 冬季: those of the months that lie in the document's period; of a term's only the first."""
        window, period = self.years.window, self.context.period
        named = [self.years.month(number) for number in numbers]
        months = sorted({month for month in named if month and month in window})
        if is_of_term and period and period.kind is PeriodKind.TERM:
            del months[1:]
        if self.section and (inside := [month for month in months if month in self.section.months]):
            # 期末 below the heading of June is that of June.
            months = inside
        if not months:
            return Resolved(None, (faults.unclear_stretch(words, at),), end=at)
        return Resolved(Time(words, month_precision(months), tuple(months)), is_explicit=True)

    def recurrence(self, recurring: Recurrence, words: str, phrase: Phrase) -> Resolved:
        if recurring.every is Every.UNCLEAR:
            return self.weekday(recurring, words, phrase.start)
        section, goes_on = self.section, phrase.bound is Bound.FROM
        found: tuple[Fault, ...] = ()
        if recurring.within is not None:
            within = self.dates(recurring.within, words)
            if within.time is None:
                return within
            section, found = within.time, within.faults
        for day in recurring.days:
            if not 1 <= day <= 31:
                return unsettled(*found, faults.impossible_day_of_month(day, phrase.start))
        months = section.months if section and section.months else self.years.window
        if goes_on and section and section.months:
            # 9月起每周四 goes on to the end of what the document is about.
            months = tuple(m for m in self.years.window if m >= section.months[0]) or section.months
        if (odd := _ODD.get(recurring.every)) is not None:
            months = tuple(month for month in months if month.number % 2 == odd)
        start = section.start if section else None
        end = section.end if section and not goes_on else None
        behind = fold(self.text[phrase.end : phrase.end + _LONGEST_RULE])
        is_rule = _is_often(recurring) and RULE_BEHIND.match(behind) is not None
        given = self.context.calendar.days_off
        days = () if is_rule else recurrence.days_of(recurring, months, start, end, given)
        once = recurrence.is_rare(recurring.every)
        time = Time(words, Precision.RECURRING, months, days=days, once_a_year_page=once)
        return Resolved(time, found, is_explicit=recurring.within is not None and not goes_on)

    def weekday(self, recurring: Recurrence, words: str, at: int) -> Resolved:
        """周四 16:30 is the day of its section that is one, and told where the section does not say which."""
        section = self.section
        if section is None or section.start is None or section.end is None or not recurring.weekdays:
            # Below 每周 there is nothing to tell.
            is_weekly = section is not None and section.precision is Precision.RECURRING
            found = () if is_weekly and recurring.weekdays else (faults.unclear_days(words, at),)
            return Resolved(None, found, end=at)
        (weekday,) = recurring.weekdays
        day = section.start + timedelta(days=(weekday - section.start.weekday()) % 7)
        if day <= section.end < section.start + timedelta(days=7) and section.bound is None:
            return Resolved(Time(words, Precision.DAY, (Month.of(day),), day, day, (day,)))
        if section.start == section.end != day:
            word = words[: 2 if words.startswith("周") else 3]
            return Resolved(None, (faults.wrong_weekday(section.start, word, at),), end=at)
        return Resolved(None, (faults.unclear_days(words, at),), end=at)


_LONGEST_RULE = 40
"""Characters behind a time that may say a rule."""


def _is_often(recurring: Recurrence) -> bool:
    """Whether it names no weekday of its own: 每天, 工作日, 双休日."""
    return recurring.every in (Every.DAY, Every.WORKDAY) or recurring.weekdays == WEEKEND


def _is_term_of(period: Period | None, months: set[Month]) -> bool:
    return period is not None and period.school_year is not None and months.issubset(period.months)


_ODD = {Every.ODD_MONTH: 1, Every.EVEN_MONTH: 0}


def _is_next_door(festival: Festival, months: tuple[Month, ...], words: str) -> bool:
    """Whether the festival lies in the month after, 五一前 in April, or for 春节后 in the month before: a plan, no fault."""
    bound = bound_of(words)
    if bound is None and festival not in FESTIVALS:
        return False
    month = months[0].plus(-1) if bound is Bound.AFTER else months[-1].plus(1)
    return Month.of(festival.on(month.year)) == month


def _festival_time(words: str, days: list[date], is_loose: bool) -> Time:
    days = sorted(set(days))
    months = tuple(sorted({Month.of(day) for day in days}))
    if is_loose:
        return Time(words, Precision.FESTIVAL, months)
    return Time(words, Precision.FESTIVAL, months, days[0], days[-1], tuple(days))
