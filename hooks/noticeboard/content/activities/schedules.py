"""At which hours of which days something is open or goes on, where that is not when one activity is (SPECIFICATION section 3, rule 8)."""

from __future__ import annotations

from dataclasses import replace

from noticeboard import times
from noticeboard.patterns import pattern_of
from noticeboard.times.faults import two_schedules

_NAMES_WEEKDAY = pattern_of("每[周月星]")
_SAYS_HOURS = pattern_of(r"(?:时限|时间|电话|热线)[：:\s0-9０-９、，—–-]*$")
"""What is answered or open at the hours of a bracket: 报名电话 8888（工作日 9:00）."""


def are_hours(found: times.Time, planned: times.Time | None, text: str, item: str) -> bool:
    """Whether `found`, what recurs, says at which hours it is open or answered, not when what is `planned` is.

    `text` is what is said before it in the `item`. 报名（工作日 9:00） of a day, until one or in 第二周, whose days nobody
    said, which stand; 办公时间（工作日 9:00） of none.
    """
    if found.precision is not times.Precision.RECURRING:
        return False
    if planned is None:
        return not _NAMES_WEEKDAY.match(found.text) and _SAYS_HOURS.search(text) is not None
    if planned.precision is times.Precision.RECURRING:
        return False
    is_day = planned.start is not None and planned.start == planned.end
    is_bound = planned.bound not in (None, times.Bound.FROM)
    is_week = planned.start is None and "周" in planned.text
    if is_day or is_bound or is_week or times.count_schedules(item) > 1:
        return True
    return planned.start is not None and not found.days


def has_two_schedules(text: str, reading: times.ParsedTime | None, bracket: str) -> bool:
    """Whether a text says two times at which something recurs, and the one that was read is one of them."""
    leads = reading is not None and (reading.time is None or times.count_schedules(reading.time.text) > 0)
    if not leads and reading is not None and reading.time is not None and reading.time.start is not None:
        # 8日 讲座（工作日 9:00，双休日 10:00）: the day stands.
        return False
    return (leads or times.count_schedules(bracket) > 0) and times.count_schedules(text) > 1


def without_schedules(
    text: str, reading: times.ParsedTime | None, section: times.Time | None
) -> times.ParsedTime:
    """The time of a text with two schedules: its section's, or none of their days. Below a day's heading there is nothing to tell."""
    time = section
    faults = () if time is not None and time.start is not None else (two_schedules(text),)
    if time is None and reading is not None and reading.time is not None:
        time = replace(reading.time, days=(), clock=None, clock_text="")
    return times.ParsedTime(time, 0, faults=faults)
