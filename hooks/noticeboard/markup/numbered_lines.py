"""Lines of ``一、…`` and ``（一）…`` that stand alone: the headings of an official document, and their levels.

The order of the numbers is that of 党政机关公文格式 (GB/T 9704—2012, 7.3.3): 一、 then （一） then 1. then （1）.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from noticeboard.markup.inline import plain_of
from noticeboard.times import is_month_like, is_time_line

_NUMERALS = "[一二三四五六七八九十]{1,3}"
_NUMBER = re.compile(rf"(?P<first>{_NUMERALS}、)|[（(]{_NUMERALS}[）)]、?")
_TITLE = re.compile(r"[^。！？；;!?\n]{1,40}。?")
"""One sentence at most, not longer than a heading."""
_GOES_ON = ("，", "、", "；", ",", ";")
_SAYS_WHAT = re.compile("[：:].*[^：:\\s]")
"""``一、时间：5月6日``: a line of a form, no heading."""
_LOWEST = 6


def is_numbered(text: str) -> bool:
    """Whether a line begins with a number of an outline: 一、, （一）, 1."""
    return _NUMBER.match(text) is not None


def rank_of(text: str) -> int:
    """1 for a line that begins with 一、, 2 for （一）, 0 for others and for times, which are read for themselves."""
    number = _NUMBER.match(text)
    if number is None or _says_time(text) or _says_time(text[number.end() :]):
        return 0
    return 1 if number["first"] else 2


def number_rank(text: str) -> int:
    """The same by the number alone, be it one of a time: 二、4月份，球赛 below 一、3月8日，插花 goes on with it."""
    number = _NUMBER.match(text)
    is_span = number is not None and is_time_line(plain_of(text))
    return 0 if number is None or is_span else 1 if number["first"] else 2


def is_title(text: str) -> bool:
    """Whether what stands behind a number may be a heading."""
    number = _NUMBER.match(text)
    title = text[number.end() :].strip() if number else ""
    return (
        _TITLE.fullmatch(title) is not None and not title.endswith(_GOES_ON) and not _SAYS_WHAT.search(title)
    )


def _says_time(text: str) -> bool:
    shown = plain_of(text)
    return bool(shown) and (is_time_line(shown) or is_month_like(shown))


@dataclass(slots=True)
class HeadingLevels:
    """The levels of numbered lines, below those of the headings that have signs of their own."""

    above: int = 1
    """Level of the last heading without such a number; the page's title has 1."""
    first: int = 0
    """Level of 一、 below it; 0 while there is none."""

    def note(self, level: int, text: str) -> None:
        """A heading that was written with signs."""
        rank = rank_of(text)
        if rank == 1:
            self.first = level
        elif rank == 0:
            self.above, self.first = level, 0

    def level_of(self, rank: int) -> int:
        """The level of a numbered line of `rank`."""
        if rank == 1:
            self.first = self.first or min(self.above + 1, _LOWEST)
            return self.first
        return min((self.first or self.above) + 1, _LOWEST)
