"""The last day of a task as officers write it: 12月31日前, 明年3月底, 年底前, 三季度."""

from __future__ import annotations

import calendar
import re
from datetime import date

from noticeboard.patterns import pattern_of
from noticeboard.times.numerals import NUMBER, YEAR_NUMBER, fold, number

_YEAR = rf"(?:(?P<year>{YEAR_NUMBER})\s*年|(?P<next>明年|次年|翌年|下年)|(?P<this>今年|本年|当年))?\s*"
_DAY = pattern_of(rf"{_YEAR}(?P<month>{NUMBER})\s*月(?:份)?\s*(?P<day>{NUMBER})\s*[日号]?")
_PART = pattern_of(rf"{_YEAR}(?P<month>{NUMBER})\s*月(?:份)?\s*(?P<part>上旬|中旬|下旬|初|中|底|末)?")
_ISO = pattern_of(r"(?P<year>\d{4})[-./](?P<month>\d{1,2})[-./](?P<day>\d{1,2})")
_QUARTER = pattern_of(rf"{_YEAR}第?(?P<quarter>[一二三四1-4])季度末?")
_HALF = pattern_of(rf"{_YEAR}(?P<half>上半年|下半年)")
_END = pattern_of(
    rf"(?:(?P<year>{YEAR_NUMBER})\s*年|(?P<next>明年|次年|翌年)|今年|本年|当年|年)(?:度|内|底|末|终)*"
)
_AROUND = pattern_of(
    r"^(?:于|在|到|至|最迟|不晚于|须于|应于|截至|截止到?)|(?:之前|以前|之内|以内|前|止|内|完成|办结|落实)+$"
)
_PARTS = {"初": 5, "上旬": 10, "中": 20, "中旬": 20}


def read_due(text: str, since: date) -> date | None:
    """The last day that `text` leaves; None where it is no day, or one that there is not.

    Without a year it is the first such day from `since` on, the day on which the task was given.
    """
    plain = fold(text).strip()
    while (bare := _AROUND.sub("", plain).strip()) != plain:
        plain = bare
    for pattern, read in (
        (_ISO, _day),
        (_DAY, _day),
        (_QUARTER, _quarter),
        (_HALF, _half),
        (_PART, _part),
        (_END, _end),
    ):
        if found := pattern.fullmatch(plain):
            return read(found, since)
    return None


def _day(found: re.Match[str], since: date) -> date | None:
    return _from(found, since, number(found["month"]), number(found["day"]))


def _part(found: re.Match[str], since: date) -> date | None:
    return _from(found, since, number(found["month"]), _PARTS.get(found["part"] or "", 0))


def _quarter(found: re.Match[str], since: date) -> date | None:
    return _from(found, since, number(found["quarter"]) * 3, 0)


def _half(found: re.Match[str], since: date) -> date | None:
    return _from(found, since, 6 if found["half"] == "上半年" else 12, 0)


def _end(found: re.Match[str], since: date) -> date | None:
    return _from(found, since, 12, 0)


def _from(found: re.Match[str], since: date, month: int, day: int) -> date | None:
    """A day of the year that is said; day 0 is a month's last."""
    parts = found.groupdict()
    if parts.get("year"):
        return _on(number(parts["year"]), month, day)
    if parts.get("next"):
        return _on(since.year + 1, month, day)
    this = _on(since.year, month, day)
    is_over = this is not None and this < since and not parts.get("this")
    return _on(since.year + 1, month, day) if is_over else this


def _on(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day or calendar.monthrange(year, month)[1])
    except ValueError:
        return None
