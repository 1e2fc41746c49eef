"""Finds the months and days that a text names anywhere, as those who look for what was not read need them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from noticeboard.times import parser
from noticeboard.times.numerals import fold
from noticeboard.times.phrases import Dates, Holiday

_MAY_BEGIN = re.compile(
    r"(?<![0-9一二三四五六七八九十年月./第每廿卅-])(?=(?:(?:20)?[0-9]{2}年|[今本次明]年)?[0-9一二三四五六七八九十元正腊]{1,3}[月./、和至到—–~-])"
)
"""Where a month may begin: not within a longer number, an hour or a year's parts."""
_BEFORE, _LONGEST = 20, 120
"""Signs before and behind such a place that say what it is; the rules of what recurs would look at the whole text each time."""
_RATIO = re.compile(r"\d+\.\d+/\d+\.\d+")
_LUNAR = re.compile("(?:农历|旧历|阴历)|[一二三四五六七八九十正腊冬]{1,2}月[初十廿卅一二三]")
"""What names a day of the lunar year: 正月十五."""
_GOES_ON = re.compile(r"[./]\d")
"""Behind numbers that are no date: 比例 1.2/3.4."""


@dataclass(frozen=True, slots=True)
class NamedDate:
    """Months or days that stand somewhere in a text."""

    start: int
    end: int
    months: tuple[int, ...]
    """Their numbers, in the order in which they are said; none for a day of the lunar year, which moves."""
    days: tuple[int, ...]
    years: tuple[int, ...]
    """The years that are said with them."""
    is_bound: bool
    """Whether a word beside it makes a deadline or a beginning of it."""


def dates_within(text: str) -> Iterator[NamedDate]:
    """The months and days that `text` names, from left to right; a day without its month is none."""
    if "月" not in text and not any(sign in text for sign in "./．／-"):
        return
    folded = fold(text)
    at = 0
    while found := _MAY_BEGIN.search(folded, at):
        first = max(found.start() - _BEFORE, 0)
        phrase = parser.parse(folded[first : found.start() + _LONGEST], found.start() - first)
        at = found.end() + 1
        if phrase is None or not isinstance(phrase.what, Dates | Holiday):
            continue
        start, end = first + phrase.start, first + phrase.end
        at = max(end, at)
        if isinstance(phrase.what, Holiday):
            if _LUNAR.match(folded, start, end):
                yield NamedDate(start, end, (), (), (), phrase.bound is not None)
            continue
        if _GOES_ON.match(folded, end) or (start and _RATIO.fullmatch(folded, start, end)):
            continue
        points = phrase.what.points
        if months := tuple(point.month for point in points if point.month):
            days = tuple(point.day for point in points if point.day)
            years = tuple(point.year.number for point in points if point.year and point.year.number)
            yield NamedDate(start, end, months, days, years, phrase.bound is not None)
