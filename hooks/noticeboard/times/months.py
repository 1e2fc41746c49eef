"""A month of a year: the unit that periods, times and pages are counted in."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from noticeboard.pickling import pickled_by_position

YEARS = range(1949, 2101)
"""The years the board knows (SPECIFICATION section 8)."""

_WRITTEN = re.compile(r"(\d{4})-(\d{2})")


@pickled_by_position
@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A month. Sorts in time; ``str()`` is its ISO form, ``2026-03``."""

    year: int
    number: int
    """1 to 12."""

    def __post_init__(self) -> None:
        if not 1 <= self.number <= 12:
            raise ValueError(f"no month has the number {self.number}")

    @classmethod
    def of(cls, day: date) -> Month:
        """The month that `day` lies in."""
        return cls(day.year, day.month)

    @classmethod
    def parse(cls, text: str) -> Month:
        """The inverse of ``str()``. Raises ValueError for anything else."""
        match = _WRITTEN.fullmatch(text)
        if match is None:
            raise ValueError(f"not a month: {text!r}")
        return cls(int(match[1]), int(match[2]))

    def __str__(self) -> str:
        return f"{self.year:04}-{self.number:02}"

    @property
    def title(self) -> str:
        """How a reader sees it: ``2026年3月``."""
        return f"{self.year}年{self.number}月"

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.number, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return date(self.year, self.number, self.length)

    @property
    def length(self) -> int:
        """How many days it has."""
        return calendar.monthrange(self.year, self.number)[1]

    def plus(self, months: int) -> Month:
        """The month so many months later, or earlier when negative."""
        years, index = divmod(self.number - 1 + months, 12)
        return Month(self.year + years, index + 1)

    def minus(self, other: Month) -> int:
        """How many months it lies after `other`; negative when before."""
        return (self.year - other.year) * 12 + self.number - other.number


@lru_cache(maxsize=1024)
def months_between(start: Month, end: Month) -> tuple[Month, ...]:
    """The months from `start` to `end`, both included; none when `end` lies before `start`."""
    return tuple(start.plus(step) for step in range(end.minus(start) + 1))
