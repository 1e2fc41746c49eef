"""Settles which days and months dates mean where they stand (SPECIFICATION section 3, rules 1, 2 and 6)."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from datetime import date, timedelta

from noticeboard.problems import Fault, Level
from noticeboard.times import faults
from noticeboard.times.months import Month, months_between
from noticeboard.times.phrases import (
    THIS_MONTH,
    DatePoint,
    DateRange,
    Dates,
    Form,
    YearWord,
)
from noticeboard.times.resolved import Resolved
from noticeboard.times.time import Context, Precision, Time
from noticeboard.times.years import Years

_SIGNED = re.compile(r"(?P<month>\d{1,2})\s*[./．／-]\s*(?P<day>\d{1,2})")
_ALL_SIGNED = re.compile(
    rf"{_SIGNED.pattern}(?:\s*[-—–~～至到、,，/／]\s*\d{{1,2}}\s*[.．-]\s*\d{{1,2}}(?!\d))*"
)
"""3/8, 11.09, ５．１２, 6.5-6.7, 3-12: days without their words."""
_HYPHENED = re.compile(r"(?P<month>[0-9０-９]{1,2})[-－](?P<day>[0-9０-９]{1,2})(?![0-9０-９日号])")
"""3-12, with the sign that stands in dates as well as between days."""
_RANGE = re.compile(r"\s*[0-9０-９]{1,2}[-－][0-9０-９]{1,2}\s*[~～〜至到]")
"""4-2至4-6: no two days could go on so."""
_PADDED = re.compile(r"(?<![0-9０-９])[0０]")
"""The 0 of 05-04, which no number of days has."""
_WEEKS = 5
"""A month touches five weeks, or six."""
_LAST_WEEK = 25
"""Of a term."""
_TO_FRIDAY = timedelta(days=4)
_SEVERAL_WEEKS = re.compile(r"[、和及与至到—–~～-]")
"""第3—5周"""


class DateResolver:
    """Resolves the dates of one text."""

    def __init__(self, text: str, context: Context, after: Month | None) -> None:
        self.text = text
        self.context = context
        self.section = context.section
        self.after = after
        self.years = Years(context, after)

    def written(self, at: int, folded: str) -> str:
        """What stands in the text where `folded` was found."""
        return self.text[at : at + len(folded)]

    def year(self, year: YearWord, before: Month | None = None) -> int | Fault:
        """The year that a word such as 明年 means; `before` is the month of the date before it."""
        return self.years.resolve(replace(year, written=self.written(year.at, year.written)), before)

    def dates(self, dates: Dates, words: str) -> Resolved:
        """The time that `dates` mean; `words` are how they are written."""
        dates = self._hyphened(dates)
        if week := self._term_week(dates, words):
            return Resolved(week, (), is_explicit=True)
        if fault := self._ambiguity(dates):
            return Resolved(None, (fault,), end=dates.points[0].at)
        found: list[Fault] = []
        stays: list[tuple[date, date]] = []
        carried: Month | None = None
        has_year = False
        for span in dates.spans:
            bounds: list[tuple[date, date]] = []
            for point in span.points:
                month = self._month_of(point, carried, has_year, in_range=bool(bounds))
                if isinstance(month, Fault):
                    return unsettled(*found, month)
                carried, has_year = month, has_year or point.year is not None
                stay = self._stay(point, month)
                if isinstance(stay, Fault):
                    found.append(stay)
                    continue
                if point.weekday is not None and stay[0].weekday() != point.weekday:
                    weekday = self.written(point.weekday_at, point.weekday_written)
                    found.append(faults.wrong_weekday(stay[0], weekday, point.weekday_at))
                if point.within and month.number not in point.within:
                    written = self.written(point.at, point.written)
                    found.append(faults.other_stretch(written, month.number, point.at))
                if point.form is not Form.PLAIN:
                    found.append(self._poor(point, month))
                bounds.append(stay)
            if not bounds:
                continue
            if bounds[-1] < bounds[0]:
                return unsettled(*found, faults.reversed_range(words, span.first.at))
            stays.append((bounds[0][0], bounds[-1][1]))
        if any(fault.level is Level.ERROR for fault in found):
            return unsettled(*found)
        return Resolved(_time_of(dates, stays, words), tuple(found), is_explicit=_names_months(dates))

    def _hyphened(self, dates: Dates) -> Dates:
        """`dates`, where two numbers with a hyphen are a month and a day: 3-12 below 三月, 05-04 anywhere."""
        first = dates.points[0]
        pair = _HYPHENED.match(self.text, first.at) if first.day and first.month is None else None
        if pair is None or len(dates.points) != 2 or first.year is not None or len(dates.spans) != 1:
            return dates
        month, day = int(pair["month"]), int(pair["day"])
        months = self.section.months if self.section else ()
        is_said = month in {one.number for one in months}
        is_padded = _PADDED.search(pair[0]) is not None
        could_be = 1 <= month <= 12 and 1 <= day <= 31
        if not could_be or not (is_said or is_padded or self.years.single_month() is None):
            return dates
        point = replace(dates.points[1], written=pair[0], at=first.at, month=month, day=day, form=Form.DASH)
        return Dates((DateRange(point),))

    def _term_week(self, dates: Dates, words: str) -> Time | None:
        """The days of 第3周, counted from the first week of the one term of the period that has it; else None."""
        point, period = dates.points[0], self.context.period
        is_alone = len(dates.points) == 1 and point.month is None and point.week is not None
        if not is_alone or period is None or _SEVERAL_WEEKS.search(point.written):
            return None
        if self.years.single_month() is not None and 1 <= (point.week or 0) <= _WEEKS:
            return None
        months = set(self.section.months if self.section else period.months)
        mondays = [
            first - timedelta(first.weekday()) + timedelta(weeks=(point.week or 0) - 1)
            for first in self.context.calendar.first_weeks
        ]
        found = [day for day in mondays if months & set(_months_of(day, day + _TO_FRIDAY))]
        if len(found) != 1 or not 1 <= (point.week or 0) <= _LAST_WEEK:
            return None
        start, end = found[0], found[0] + _TO_FRIDAY
        return Time(words, Precision.PART, _months_of(start, end), start, end)

    def _ambiguity(self, dates: Dates) -> Fault | None:
        """Why nobody can tell which days are meant: 1.1 may be a number, 第3周 a week of the term."""
        for point in dates.points:
            written = self.written(point.at, point.written)
            if point.form in (Form.DOT, Form.DASH) and len(dates.spans) == 1 and not self._is_likely(point):
                return faults.maybe_date(written, f"{point.month}月{point.day}日", point.at)
            in_month = point.month is not None or self.years.single_month() is not None
            if point.week is not None and not (in_month and 1 <= point.week <= _WEEKS):
                return faults.unclear_stretch(written, point.at)
        return None

    def _is_likely(self, point: DatePoint) -> bool:
        """Whether a number with a dot is a day: 5.12, and 3.8 below the heading of March or among others like it."""
        if self.context.dots_are_days or _RANGE.match(self.text, point.at):
            return True
        months = self.section.months if self.section else ()
        assert point.day is not None  # The number has a figure on both sides of its dot.
        is_padded = point.form is Form.DASH and _PADDED.search(point.written) is not None
        return (
            is_padded
            or point.day >= 10
            or point.weekday is not None
            or point.month in {m.number for m in months}
        )

    def _poor(self, point: DatePoint, month: Month) -> Fault:
        written = self.written(point.at, point.written)
        if point.form is Form.UNSIGNED:
            return faults.poor_date(written, f"{written}日", point.at)
        signed = _ALL_SIGNED.match(self.text, point.at)
        words = signed[0] if signed else written
        good = _SIGNED.sub(lambda day: f"{int(day['month'])}月{int(day['day'])}日", words)
        return faults.poor_date(words, good if signed else f"{month.number}月{point.day}日", point.at)

    def _month_of(
        self, point: DatePoint, carried: Month | None, has_year: bool, *, in_range: bool
    ) -> Month | Fault:
        """The point's month; `carried` is the month of the point before it."""
        written = self.written(point.at, point.written)
        if point.month in (None, THIS_MONTH):
            return carried or self.years.single_month() or faults.day_without_month(written, point.at)
        if not 1 <= point.month <= 12:
            return faults.impossible_month(written, point.at)
        if point.year is not None:
            year = self.year(point.year, carried)
            return year if isinstance(year, Fault) else Month(year, point.month)
        stated = Month(carried.year, point.month) if carried and has_year else None
        month = stated or self.years.month(point.month)
        if month is None:
            return faults.missing_year(written, point.at)
        # 12月至1月 runs over the new year, and so does a list that said its year: 2025年12月、1月.
        if carried and month < carried and (in_range or has_year):
            return month.plus(12)
        return month

    def _stay(self, point: DatePoint, month: Month) -> tuple[date, date] | Fault:
        """The first and the last day of the point."""
        if point.day is not None:
            if not 1 <= point.day <= 31:
                return faults.impossible_day_of_month(point.day, point.at)
            if point.day > month.length:
                return faults.impossible_day(month, point.day, point.at)
            day = month.first.replace(day=point.day)
            return day, day
        if point.part is not None:
            first, last = point.part.first_day(month), point.part.last_day(month)
            return month.first.replace(day=first), month.first.replace(day=last)
        return month.first, month.last


def unsettled(*found: Fault) -> Resolved:
    """What cannot be settled, and why."""
    return Resolved(None, found)


def _names_months(dates: Dates) -> bool:
    return any(point.month not in (None, THIS_MONTH) for point in dates.points)


def _time_of(dates: Dates, stays: list[tuple[date, date]], words: str) -> Time:
    """The time that covers `stays`, the first and last days of the spans of `dates`."""
    runs = [_months_of(first, last) for first, last in stays]
    covered = runs[0] if len(runs) == 1 else tuple(sorted(set().union(*runs)))
    points = dates.points
    if any(point.is_month for point in points):
        return Time(words, month_precision(covered), covered)
    start, end = min(first for first, _ in stays), max(last for _, last in stays)
    if any(point.day is None for point in points):
        return Time(words, Precision.PART, covered, start, end)
    is_one_range = len(dates.spans) == 1 and dates.spans[0].last is not None
    days = () if is_one_range else _every_day(stays)
    return Time(words, Precision.DAY, covered, start, end, days)


def _months_of(first: date, last: date) -> tuple[Month, ...]:
    start = Month.of(first)
    # Nearly every time lies in one month.
    if (last.year, last.month) == (start.year, start.number):
        return (start,)
    return months_between(start, Month.of(last))


def month_precision(months: Collection[Month]) -> Precision:
    """Of one month or of several."""
    return Precision.MONTHS if len(months) > 1 else Precision.MONTH


def _every_day(stays: list[tuple[date, date]]) -> tuple[date, ...]:
    days = {first + timedelta(step) for first, last in stays for step in range((last - first).days + 1)}
    return tuple(sorted(days))
