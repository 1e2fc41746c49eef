"""Dates in folded text: 3月8日, 三月八日 and 2026-03-08 are the same day, however it is written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

PATTERN = (
    r"(?:([0-9]{4}|[〇○零一二三四五六七八九]{4})年)?([0-9]{1,2}|[一二三四五六七八九十]{1,2})月"
    r"(?:份|([0-9]{1,2}|[一二三四五六七八九十]{1,3})[日号])?"
    r"|(?:^|[^0-9./-])([0-9]{4})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?(?![0-9./-])"
)
"""Years, months and days as they are written, in syntax that Python and JavaScript share."""

_PATTERN = re.compile(PATTERN)
_HINT = re.compile(r"[0-9]月|[一二三四五六七八九十]月|[0-9][-/.][0-9]")
_DIGITS = {sign: value for value, signs in enumerate(("〇○零", *"一二三四五六七八九")) for sign in signs}


@dataclass(frozen=True, slots=True)
class Mention:
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


def mentions_in(text: str) -> Iterator[Mention]:
    """The dates in folded `text`, from left to right; impossible ones are none."""
    if not may_have_date(text):
        return
    for found in _PATTERN.finditer(text):
        year, month, day = (found[index] or found[index + 3] for index in (1, 2, 3))
        mention = Mention(
            start=found.start() if found[2] else found.start(4),
            end=found.end(),
            year=_number(year),
            month=_number(month) or 0,
            day=_number(day),
        )
        if 1 <= mention.month <= 12 and (mention.day is None or 1 <= mention.day <= 31):
            yield mention


def whole_date(term: str) -> Mention | None:
    """The date that a folded `term` is; None when it is more than that, or no date."""
    return next((one for one in mentions_in(term) if (one.start, one.end) == (0, len(term))), None)


def keys_in(text: str, year_of: Callable[[int], int | None]) -> Iterator[str]:
    """The keys of all dates in folded `text`; `year_of` tells the year of a month that is written without one."""
    for mention in mentions_in(text):
        yield from mention.keys(year_of(mention.month))


def _number(written: str | None) -> int | None:
    """2026, 二〇二六, 二十一; None for None."""
    if written is None:
        return None
    if written.isdecimal():
        return int(written)
    if len(written) == 4:
        return int("".join(str(_DIGITS[sign]) for sign in written))
    tens, ten, ones = written.rpartition("十")
    if not ten:
        return _DIGITS[written] if len(written) == 1 else 0
    return (_DIGITS.get(tens, 1 if not tens else 0)) * 10 + (_DIGITS.get(ones, 0))
