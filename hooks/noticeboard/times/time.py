"""The time of an activity, and what it is read against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from noticeboard.pickling import pickled_by_position
from noticeboard.problems import Fault
from noticeboard.times.bounds import Bound
from noticeboard.times.months import Month
from noticeboard.times.period import Period
from noticeboard.times.workdays import LIBRARY, GivenDays


class Precision(StrEnum):
    """How exactly a time is said; it decides the page (SPECIFICATION section 3, rule 1)."""

    DAY = "day"
    PART = "part-of-month"
    MONTH = "month"
    MONTHS = "months"
    FESTIVAL = "festival"
    HALF_YEAR = "half-year"
    QUARTER = "quarter"
    YEAR = "year"
    RECURRING = "recurring"
    UNDECIDED = "undecided"

    @property
    def is_month_like(self) -> bool:
        """Whether a heading of it is a month heading, below which coarser words are text (rule 4)."""
        return self in _MONTH_LIKE


_MONTH_LIKE = frozenset(
    {Precision.DAY, Precision.PART, Precision.MONTH, Precision.MONTHS, Precision.FESTIVAL}
)


@pickled_by_position
@dataclass(frozen=True, slots=True)
class Time:
    """A time with its year settled."""

    text: str
    """As written: ``3月8日（周日）14:30``."""
    precision: Precision
    months: tuple[Month, ...]
    """The months it covers, in order, each once; none for a year and for an undecided time."""
    start: date | None = None
    """The first day. Given, with `end`, for days, ten-day parts and festivals that fall on a day."""
    end: date | None = None
    """The last day; a single day has end = start."""
    days: tuple[date, ...] = ()
    """Every single day that is named or that a recurrence gives, in order; none for a range of days."""
    clock: str | None = None
    """``14:30``, ``14:30–16:00``, ``22:00–次日08:00``, or several ranges with 、 between."""
    clock_text: str = ""
    """The time of day as written, a part of `text`: 下午4：20-5：00. Without a clock it is 上午, 下午 or the like."""
    once_a_year_page: bool = False
    """A recurrence so rare that it stands once on the year's page (rule 8): 每季度, 每学期 and rarer."""
    bound: Bound | None = None
    """What a word beside it makes of it (rule 10): 6月8日前 is no day, but a deadline."""
    deadline: date | None = None
    """The last day that a deadline leaves: of 6月8日前 that day."""


SEASONS: Mapping[str, tuple[int, ...]] = {
    "春季": (3, 4, 5),
    "夏季": (6, 7, 8),
    "秋季": (9, 10, 11),
    "冬季": (12, 1, 2),
}
SCHOOL: Mapping[str, tuple[int, ...]] = {"开学前": (8, 2), "学期初": (9, 2), "期中": (11, 4), "期末": (1, 6)}


@dataclass(frozen=True, slots=True)
class Calendar:
    """The settings of a site that times depend on."""

    winter: tuple[int, ...] = (1, 2)
    """The months of 寒假, in their order: (12, 1) runs over the new year."""
    summer: tuple[int, ...] = (7, 8)
    """The months of 暑假 and 暑期."""
    seasons: Mapping[str, tuple[int, ...]] = field(default_factory=lambda: SEASONS)
    """The months of 春季, 夏季, 秋季 and 冬季, in their order."""
    school: Mapping[str, tuple[int, ...]] = field(default_factory=lambda: SCHOOL)
    """The months of 开学前, 学期初, 期中 and 期末: one of each term."""
    first_weeks: tuple[date, ...] = ()
    """A day of the first week of each term."""
    days_off: GivenDays = LIBRARY
    """Which days are public holidays."""


@dataclass(frozen=True, slots=True)
class Context:
    """Where a time stands."""

    period: Period | None = None
    """The document's period."""
    section: Time | None = None
    """The time of the time section around it."""
    calendar: Calendar = Calendar()
    dots_are_days: bool = False
    """Whether the lines around leave no doubt that 3.8 is a day and no number."""


@dataclass(frozen=True, slots=True)
class ParsedTime:
    """What was read at the front of a text."""

    time: Time | None
    """None when there is a time, but no telling which: 2月30日."""
    length: int
    """How many characters belong to the time, the white space and the ： or ， after it included."""
    theme: str = ""
    """Of a heading, what follows the time: 妇女权益月 in 三月：妇女权益月."""
    faults: tuple[Fault, ...] = ()
    """Errors and warnings, their offsets counted from the start of the text."""
