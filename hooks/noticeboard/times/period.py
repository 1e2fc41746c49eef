"""The period of a document: its front matter's 期间 (SPECIFICATION section 3)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from noticeboard.problems import Fault
from noticeboard.times import faults
from noticeboard.times.months import YEARS, Month, months_between
from noticeboard.times.numerals import DASH, GAP, NUMBER, YEAR_NUMBER, fold, number

FIRST_TERM = (9, 10, 11, 12, 1)
SECOND_TERM = (2, 3, 4, 5, 6, 7, 8)
"""The months of a school's terms."""


class PeriodKind(StrEnum):
    """How a period is written."""

    YEAR = "year"
    HALF_YEAR = "half-year"
    QUARTER = "quarter"
    MONTH = "month"
    MONTHS = "months"
    SCHOOL_YEAR = "school-year"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class Period:
    """The months from `start` to `end`, both included: twelve at most, so that each has one year only."""

    start: Month
    end: Month
    kind: PeriodKind
    text: str
    """As written."""

    @property
    def months(self) -> tuple[Month, ...]:
        """Its months, the first one first."""
        return months_between(self.start, self.end)

    def __contains__(self, when: Month | date) -> bool:
        return self.start <= (when if isinstance(when, Month) else Month.of(when)) <= self.end

    @property
    def school_year(self) -> int | None:
        """The calendar year in which its school year begins; None when it is no school year or term."""
        if self.kind not in (PeriodKind.SCHOOL_YEAR, PeriodKind.TERM):
            return None
        return self.start.year if self.start.number == FIRST_TERM[0] else self.start.year - 1

    @property
    def title(self) -> str:
        """Its one way of writing: ``2026年上半年``, ``2025—2026学年第一学期``, ``2026年2月—2027年1月``."""
        year = f"{self.start.year}年"
        match self.kind:
            case PeriodKind.YEAR:
                return year
            case PeriodKind.HALF_YEAR:
                return year + ("上半年" if self.start.number == 1 else "下半年")
            case PeriodKind.QUARTER:
                return f"{year}第{'一二三四'[self.start.number // 3]}季度"
            case PeriodKind.MONTH:
                return self.start.title
            case PeriodKind.MONTHS if self.start.year == self.end.year:
                return f"{self.start.title}—{self.end.number}月"
            case PeriodKind.MONTHS:
                return f"{self.start.title}—{self.end.title}"
        begins = self.school_year
        assert begins is not None  # All other kinds have their title by now.
        school_year = f"{begins}—{begins + 1}学年"
        if self.kind is PeriodKind.SCHOOL_YEAR:
            return school_year
        return school_year + ("第一学期" if self.start.number == FIRST_TERM[0] else "第二学期")


_SHAPE = re.compile(
    rf"""(?P<year>{YEAR_NUMBER}){GAP}(?:
        (?:年(?:度|全年)?)?                                                   (?P<whole>)
      | 年?(?:度)?{GAP}(?P<half>[上下])半年
      | 年?(?:度)?{GAP}(?:第{GAP})?(?P<quarter>[1-4一二三四]){GAP}季度
      | (?:年(?!{GAP}{DASH})|年?{GAP}{DASH}{GAP}(?P<until>{YEAR_NUMBER}|\d\d(?!\d))年?)?{GAP}学年(?:度)?{GAP}
        (?:第?(?P<term>[12一二上下]){GAP}学期)?                                (?P<school>)
      | (?:年{GAP}(?P<month>{NUMBER}){GAP}(?:月(?:份)?)?|(?P<sign>[-/.])(?P<digits>\d{{1,2}})(?!\d))
        (?:{GAP}{DASH}{GAP}
          (?:(?:(?P<last_year>{YEAR_NUMBER}){GAP}年|(?P<next>次年|明年|翌年))?{GAP}(?P<last>{NUMBER}){GAP}月(?:份)?
            |(?:(?P<last_digits_year>\d{{4}})[-/.])?(?P<last_digits>\d{{1,2}})(?!\d)))?
    )""",
    re.VERBOSE,
)


def read_period(text: str) -> Period | Fault:
    """The period that `text` names, or why it names none (SPECIFICATION section 3, first paragraph)."""
    written = text.strip()
    shape = _SHAPE.fullmatch(fold(written))
    if shape is None:
        return faults.unreadable_period(written)
    year = number(shape["year"])
    if year not in YEARS:
        return faults.year_out_of_range(year)
    if shape["whole"] is not None:
        return Period(Month(year, 1), Month(year, 12), PeriodKind.YEAR, written)
    if shape["half"]:
        first = Month(year, 1 if shape["half"] == "上" else 7)
        return Period(first, first.plus(5), PeriodKind.HALF_YEAR, written)
    if shape["quarter"]:
        first = Month(year, number(shape["quarter"]) * 3 - 2)
        return Period(first, first.plus(2), PeriodKind.QUARTER, written)
    if shape["school"] is not None:
        return _school(shape, year, written)
    return _months(shape, year, written)


def _school(shape: re.Match[str], year: int, written: str) -> Period | Fault:
    until = shape["until"]
    if until and number(until) not in (year + 1, (year + 1) % 100):
        return faults.school_year_length(written, year)
    first = Month(year, FIRST_TERM[0])
    if year + 1 not in YEARS:
        return faults.year_out_of_range(year + 1)
    if shape["term"] is None:
        return Period(first, first.plus(11), PeriodKind.SCHOOL_YEAR, written)
    if shape["term"] in "1一上":
        return Period(first, first.plus(len(FIRST_TERM) - 1), PeriodKind.TERM, written)
    second = first.plus(len(FIRST_TERM))
    return Period(second, second.plus(len(SECOND_TERM) - 1), PeriodKind.TERM, written)


def _months(shape: re.Match[str], year: int, written: str) -> Period | Fault:
    first, last = shape["month"] or shape["digits"], shape["last"] or shape["last_digits"]
    for name in filter(None, (first, last)):
        if not 1 <= number(name) <= 12:
            return faults.impossible_month(f"{name}月")
    start = Month(year, number(first))
    if last is None:
        if shape["month"] and not shape[0].rstrip("份").endswith("月"):
            return faults.unreadable_period(written)
        return Period(start, start, PeriodKind.MONTH, written)
    last_year = shape["last_year"] or shape["last_digits_year"]
    end = Month(number(last_year) if last_year else year + 1 if shape["next"] else year, number(last))
    if end.year not in YEARS:
        return faults.year_out_of_range(end.year)
    if end < start:
        return faults.reversed_range(written)
    if end.minus(start) >= 12:
        return faults.period_too_long(written)
    return Period(start, end, PeriodKind.MONTHS, written)
