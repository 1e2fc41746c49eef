"""Periods and times (SPECIFICATION section 3): what officers write, with its months, days and hours settled.

    text → grammar, parser → Phrase → resolution, with the document's period and the heading's time → Time

Nothing here raises for what an officer wrote: faults come back as `noticeboard.problems.Fault`.
"""

from __future__ import annotations

from noticeboard.times.bounds import Bound
from noticeboard.times.dates import day_of, read_date, read_datetime, read_day_range
from noticeboard.times.headings import (
    is_like_time,
    is_month_like,
    is_part_of_year,
    is_time_line,
    is_unread_time,
    read_heading,
)
from noticeboard.times.months import YEARS, Month, months_between
from noticeboard.times.numerals import read_chinese_number
from noticeboard.times.period import Period, PeriodKind, read_period
from noticeboard.times.readings import (
    count_schedules,
    festival_within,
    is_whole_time,
    read_leading,
    read_new_time,
    time_length,
)
from noticeboard.times.time import Calendar, Context, ParsedTime, Precision, Time
from noticeboard.times.within import NamedDate, dates_within

__all__ = [
    "YEARS",
    "Bound",
    "Calendar",
    "Context",
    "Month",
    "NamedDate",
    "ParsedTime",
    "Period",
    "PeriodKind",
    "Precision",
    "Time",
    "count_schedules",
    "dates_within",
    "day_of",
    "festival_within",
    "is_like_time",
    "is_month_like",
    "is_part_of_year",
    "is_time_line",
    "is_unread_time",
    "is_whole_time",
    "months_between",
    "read_chinese_number",
    "read_date",
    "read_datetime",
    "read_day_range",
    "read_heading",
    "read_leading",
    "read_new_time",
    "read_period",
    "time_length",
]
