"""Dates in the front matter (SPECIFICATION section 2)."""

from __future__ import annotations

import re
from datetime import date, datetime, time

from noticeboard.problems import Fault
from noticeboard.times import clock, faults
from noticeboard.times.months import YEARS, Month
from noticeboard.times.numerals import DASH, GAP, NUMBER, YEAR_NUMBER, fold, number, skip

_DATE = re.compile(
    rf"""(?P<year>{YEAR_NUMBER})(?:
        {GAP}年{GAP}(?P<month>{NUMBER}){GAP}月{GAP}(?P<day>{NUMBER}){GAP}[日号]
      | (?P<sign>[-/.])(?P<month_digits>\d{{1,2}})(?P=sign)(?P<day_digits>\d{{1,2}})(?!\d)
    )""",
    re.VERBOSE,
)
_DAY_WITHOUT_YEAR = re.compile(
    rf"(?:(?P<month>{NUMBER}){GAP}月{GAP})?(?P<day>{NUMBER}){GAP}[日号]"
    r"|(?:(?P<month_digits>\d{1,2})[-/.])?(?P<day_digits>\d{1,2})(?!\d)"
)
_BEFORE_CLOCK = re.compile(r"\s+|T|")
_TO = re.compile(rf"\s*{DASH}\s*")


def read_date(text: str) -> date | Fault:
    """A day with its year: ``2026-03-08``, ``2026/3/8``, ``2026.3.8``, ``2026年3月8日``, in any width."""
    written = text.strip()
    match = _DATE.fullmatch(fold(written))
    return _day(match) if match else faults.unreadable_date(written)


def read_datetime(text: str) -> datetime | date | Fault:
    """A day, or a day and a time of day: ``2026-03-08 16:20``. It has no zone: it is the site's time."""
    written = text.strip()
    folded = fold(written)
    match = _DATE.match(folded)
    if match is None:
        return faults.unreadable_datetime(written)
    day = _day(match)
    if isinstance(day, Fault) or match.end() == len(folded):
        return day
    found = clock.find(folded, skip(_BEFORE_CLOCK, folded, match.end()))
    if found is None or found.last is not None or found.end != len(folded):
        return faults.unreadable_datetime(written)
    when = found.read(written[found.at : found.end])
    return when if isinstance(when, Fault) else datetime.combine(day, time.fromisoformat(when))


def read_day_range(text: str, issued: date | None = None) -> tuple[date, date] | Fault:
    """The first and the last day of a range: ``2026-03-02 至 2026-03-06``, ``2026年3月2日—6日``.

    The end may leave out what it shares with the start. A start without a year lies in the year that brings
    it nearest to `issued`, the date of the document.
    """
    written = text.strip()
    folded = fold(written)
    match = _DATE.match(folded) or _DAY_WITHOUT_YEAR.match(folded)
    to = _TO.match(folded, match.end()) if match else None
    if match is None or to is None:
        return faults.unreadable_day_range(written)
    last = _DATE.fullmatch(folded, to.end()) or _DAY_WITHOUT_YEAR.fullmatch(folded, to.end())
    if last is None or _month(match) is None:
        return faults.unreadable_day_range(written)
    start = _day(match) if match.re is _DATE else _nearest(match, written, issued)
    if isinstance(start, Fault):
        return start
    end = _day(last, start)
    if isinstance(end, Fault):
        return end
    if end < start and last.re is not _DATE and _month(last) is not None:
        end = _day(last, date(start.year + 1, 1, 1))
        if isinstance(end, Fault):
            return end
    return (start, end) if start <= end else faults.reversed_range(written)


def _month(match: re.Match[str]) -> int | None:
    written = match["month"] or match["month_digits"]
    return number(written) if written else None


def _day(match: re.Match[str], start: date = date.min) -> date | Fault:
    """The day that was matched, what it does not say taken from `start`."""
    year = number(match["year"]) if match.re is _DATE else start.year
    written_month, day = _month(match), number(match["day"] or match["day_digits"])
    month = start.month if written_month is None else written_month
    if year not in YEARS:
        return faults.year_out_of_range(year)
    if not 1 <= month <= 12:
        return faults.impossible_month(f"{month}月")
    if not 1 <= day <= Month(year, month).length:
        return faults.impossible_day(Month(year, month), day)
    return date(year, month, day)


def _nearest(match: re.Match[str], written: str, issued: date | None) -> date | Fault:
    if issued is None:
        return faults.missing_year_of_date(written)
    days = [_day(match, date(issued.year + step, _month(match) or 1, 1)) for step in (-1, 0, 1)]
    real = [day for day in days if isinstance(day, date)]
    return min(real, key=lambda day: abs(day - issued)) if real else days[1]


def day_of(moment: date | datetime) -> date:
    """The day of a moment, which may be a day already."""
    return moment.date() if isinstance(moment, datetime) else moment
