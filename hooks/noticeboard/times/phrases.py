"""What the grammar finds in a text before a year is known: the syntax of times."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from noticeboard.times.bounds import Bound
from noticeboard.times.clock import Clock
from noticeboard.times.festivals import Festival
from noticeboard.times.months import Month

THIS_MONTH = -1
"""The number of 本月: the month of the heading."""


@dataclass(frozen=True, slots=True)
class YearWord:
    """A year as said: its number, the one after (次年), or one left blank (20XX年: neither)."""

    written: str
    at: int
    number: int | None = None
    is_next: bool = False


class MonthPart(Enum):
    """A part of a month: its first and its last day, counted from the month's end when not positive."""

    EARLY = (1, 5)
    FIRST_TEN = (1, 10)
    FIRST_TWENTY = (1, 20)
    SECOND_TEN = (11, 20)
    LAST_TWENTY = (11, 0)
    LAST_TEN = (21, 0)
    LATE = (-4, 0)

    def first_day(self, month: Month) -> int:
        """The number of its first day in `month`."""
        first, _ = self.value
        return first if first > 0 else month.length + first

    def last_day(self, month: Month) -> int:
        """The number of its last day in `month`."""
        _, last = self.value
        return last if last > 0 else month.length


class Form(Enum):
    """How a day is written."""

    PLAIN = "3月8日"
    UNSIGNED = "3月8"
    SLASH = "3/8"
    DOT = "3.8"
    DASH = "3-8"


@dataclass(frozen=True, slots=True)
class DatePoint:
    """A month, a part of one or a day. What is not said comes from the point before or the heading."""

    written: str
    at: int
    year: YearWord | None = None
    month: int | None = None
    day: int | None = None
    part: MonthPart | None = None
    weekday: int | None = None
    """0 for Monday."""
    weekday_written: str = ""
    weekday_at: int = 0
    form: Form = Form.PLAIN
    within: tuple[int, ...] = ()
    """The months of the longer stretch said before it: 下半年 of 下半年9月份."""
    week: int | None = None
    """第一周: some days of the month, which ones nobody can tell."""

    @property
    def is_month(self) -> bool:
        """Whether it is a whole month."""
        return self.day is None and self.part is None


@dataclass(frozen=True, slots=True)
class DateRange:
    """One point, or everything from `first` to `last`."""

    first: DatePoint
    last: DatePoint | None = None

    @property
    def points(self) -> tuple[DatePoint, ...]:
        """One or both ends."""
        return (self.first,) if self.last is None else (self.first, self.last)


@dataclass(frozen=True, slots=True)
class Dates:
    """Months, parts of months or days: 3月 · 3—4月 · 6月10日、11日、18日 · 4月28日至5月3日."""

    spans: tuple[DateRange, ...]
    are_timed: bool = False
    """Whether times of day stand within, as in 3月8日14:30至3月9日16:00; none of them is the whole's."""

    @property
    def points(self) -> tuple[DatePoint, ...]:
        """The ends of all ranges, in their order."""
        return tuple(point for span in self.spans for point in span.points)

    @property
    def are_months(self) -> bool:
        """Whether there is no day and no part of a month in it."""
        return all(point.is_month for point in self.points)


@dataclass(frozen=True, slots=True)
class Holiday:
    """A festival, or several: 三八 · 中秋、国庆期间 · 9月教师节."""

    festivals: tuple[Festival, ...]
    written: str
    at: int
    is_loose: bool = False
    """With 前, 后, 前夕 or 期间: it has its month, but no day."""
    year: YearWord | None = None
    month: Dates | None = None
    """The month said right before it."""


class Reach(Enum):
    """A stretch of the calendar that has a name."""

    HALF_YEAR = "half-year"
    QUARTER = "quarter"
    YEAR = "year"
    TERM = "term"
    WINTER = "winter vacation"
    SUMMER = "summer vacation"
    VACATIONS = "both vacations"
    TERM_BY_NAME = "this or that term"
    SEASON = "season"
    SCHOOL = "part of a term"


@dataclass(frozen=True, slots=True)
class Stretch:
    """上半年 · 第一季度 · 年底 · 暑假 · 第一学期."""

    reach: Reach
    numbers: tuple[int, ...] = ()
    """Its months in order; none for a whole year and for vacations, which are a setting."""
    year: YearWord | None = None
    word: str = ""
    """春季, 期末: what the settings say the months of."""


class Every(Enum):
    """How often something recurs."""

    DAY = "day"
    WORKDAY = "working day"
    WEEK = "week"
    OTHER_WEEK = "every other week"
    ODD_WEEK = "odd weeks"
    MONTH = "month"
    ODD_MONTH = "odd months"
    EVEN_MONTH = "even months"
    FEW_MONTHS = "two months"
    SEASON = "quarter, term or longer"
    UNCLEAR = "nobody can tell"
    """周四 16:30 may be each Thursday or one, 节假日 9:00 each holiday or some."""


WEEKEND = (5, 6)
"""Saturday and Sunday."""


@dataclass(frozen=True, slots=True)
class Recurrence:
    """每周三 · 双周五 · 每月10日 · 每学期 · 一月一次."""

    every: Every
    weekdays: tuple[int, ...] = ()
    """0 for Monday."""
    days: tuple[int, ...] = ()
    """Days of each month."""
    nth: int = 0
    """Which of a month's such weekdays or working days: 1 to 5, -1 for the last, 0 for all."""
    within: Dates | None = None
    """The months said before it: 3—6月每周三."""

    @property
    def has_days(self) -> bool:
        """Whether it says on which days: 每周三, 工作日, not 每月."""
        return bool(self.weekdays or self.days) or self.every in (Every.DAY, Every.WORKDAY)


@dataclass(frozen=True, slots=True)
class ClockOnly:
    """A time of day alone; its day or month is the heading's."""


@dataclass(frozen=True, slots=True)
class Undecided:
    """待定 · 适时."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A time found in a text, from its first sign at `start` to before `end`."""

    what: Dates | Holiday | Stretch | Recurrence | ClockOnly | Undecided
    start: int
    end: int
    clock: Clock | None = None
    bound: Bound | None = None
    day_part: str = ""
    """上午, 下午 …, where there is no clock."""
