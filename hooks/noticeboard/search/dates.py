"""Dates in folded text: 3月8日, 三月八日 and 2026-03-08 are the same day, however it is written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from noticeboard.times.numerals import NUMBER, YEAR_NUMBER, number

PATTERN = (
    rf"(?:({YEAR_NUMBER})年)?({NUMBER})月(?:份|({NUMBER})[日号])?"
    r"|(?:^|[^0-9./-])([0-9]{4})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?(?![0-9./-])"
)
"""Years, months and days as they are written, in syntax that Python and JavaScript share. The numbers are those of
`noticeboard.times`, so that a search finds what the time grammar reads."""

_PATTERN = re.compile(PATTERN)
_HINT = re.compile(r"[0-9一二三四五六七八九十]月|[0-9][-/.][0-9]")
_IN_NUMBER = frozenset("0123456789一二三四五六七八九十廿卅百千万〇零○")
"""What a date cannot follow: 112月5日, 二百二月."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text."""

    start: int
    end: int
    year: int | None
    month: int
    day: int | None

    def keys(self, year: int | None) -> Iterator[str]:
        """What it is found by: its month and day, with and without the year; `year` where it names none."""
        year = self.year or year
        for key in [f"@{self.month:02}", *([f"@{self.month:02}-{self.day:02}"] if self.day else [])]:
            yield key
            if year:
                yield f"@{year}-{key[1:]}"

    @property
    def key(self) -> str:
        """What it finds: as exact as it is written."""
        return max(self.keys(None), key=len)


def may_have_date(text: str) -> bool:
    """Whether it is worth looking for dates in folded `text`."""
    return _HINT.search(text) is not None


def mentions_in(text: str) -> Iterator[DateMention]:
    """The dates in folded `text`, from left to right; impossible ones are none."""
    if not may_have_date(text):
        return
    for found in _PATTERN.finditer(text):
        start = found.start() if found[2] else found.start(4)
        if found[2] and text[start - 1 : start] in _IN_NUMBER:
            continue
        year, month, day = (_number(found[index] or found[index + 3]) for index in (1, 2, 3))
        if month is not None and 1 <= month <= 12 and (day is None or 1 <= day <= 31):
            yield DateMention(start, found.end(), year, month, day)


def whole_date(term: str) -> DateMention | None:
    """The date that a folded `term` is; None when it is more than that, or no date."""
    return next((one for one in mentions_in(term) if (one.start, one.end) == (0, len(term))), None)


def keys_in(text: str, year_of: Callable[[int], int | None]) -> Iterator[str]:
    """The keys of all dates in folded `text`; `year_of` tells the year of a month that is written without one."""
    for mention in mentions_in(text):
        yield from mention.keys(year_of(mention.month))


def _number(written: str | None) -> int | None:
    return number(written) if written else None
