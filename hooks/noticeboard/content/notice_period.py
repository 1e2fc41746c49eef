"""A notice period (公示期): the days on which a disclosure can be objected to (SPECIFICATION section 2)."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from noticeboard.patterns import pattern_of
from noticeboard.problems import Diagnostic, Fault, Level
from noticeboard.times import read_day_range
from noticeboard.times.numerals import NUMBER, number
from noticeboard.times.workdays import LIBRARY, GivenDays, count_workdays

NOTICE_PERIOD_UNCLEAR = Diagnostic("notice-period-unclear", Level.ERROR)
NOTICE_PERIOD_LENGTH = Diagnostic("notice-period-length", Level.ERROR)
HOLIDAYS_UNKNOWN = Diagnostic("holidays-unknown", Level.WARNING)

_COUNT = pattern_of(
    rf"(?:为期|共)?\s*(?P<count>[-−]?\d{{1,9}}|{NUMBER})\s*个?\s*(?P<unit>工作日|自然日|日历日|天|日)"
)
_LONGEST = 366
_HOW = "请写起止日期，如“2026-03-02 至 2026-03-06”，或写“5个工作日”；长期公开的请删去这一行。"


class NoticeState(StrEnum):
    """Where a notice period stands on a day."""

    UPCOMING = "upcoming"
    OPEN = "open"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class NoticePeriod:
    """From `start` to `end`, both included."""

    text: str
    """As written: `5个工作日` or the two dates."""
    start: date
    end: date

    def state(self, today: date) -> NoticeState:
        """Whether it is ahead, runs or has ended on a day; its first and last day belong to it."""
        if today < self.start:
            return NoticeState.UPCOMING
        return NoticeState.OPEN if today <= self.end else NoticeState.ENDED

    def days_left(self, today: date) -> int:
        """Days on which one can still object, `today` included; 0 once it has ended."""
        return max(0, (self.end - max(today, self.start)).days + 1)


def read_notice_period(
    text: str, issued: date | None, given: GivenDays = LIBRARY
) -> tuple[NoticePeriod | None, tuple[Fault, ...]]:
    """The period that `text` gives; a count of days begins with the day of issue, which is the first one."""
    counted = _COUNT.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if counted:
        return _counted(text, _number(counted["count"]), counted["unit"], issued, given)
    span = read_day_range(text, issued)
    if isinstance(span, Fault):
        return None, (replace(span, hint=_HOW) if span.code == "unreadable-day-range" else span,)
    start, end = span
    return NoticePeriod(text, start, end), ()


def _number(text: str) -> int:
    return int(text.replace("−", "-")) if text.lstrip("-−").isdigit() else number(text)


def _counted(
    text: str, count: int, unit: str, issued: date | None, given: GivenDays
) -> tuple[NoticePeriod | None, tuple[Fault, ...]]:
    if unit in ("天", "日"):
        hint = f"请写“{max(count, 1)}个工作日”，或写起止日期，如“2026-03-02 至 2026-03-06”。"
        return None, (Fault(NOTICE_PERIOD_UNCLEAR, f"公示期“{text}”没有说是工作日还是自然日。", hint),)
    if not 1 <= count <= _LONGEST:
        return None, (
            Fault(
                NOTICE_PERIOD_LENGTH,
                f"公示期“{text}”的天数不对。",
                f"请写 1 到 {_LONGEST} 之间的天数，如“5个工作日”。",
            ),
        )
    if issued is None:
        return None, ()
    if unit != "工作日":
        return NoticePeriod(text, issued, issued + timedelta(days=count - 1)), ()
    run = count_workdays(issued, count, given)
    if run.known:
        return NoticePeriod(text, issued, run.end), ()
    unknown = Fault(
        HOLIDAYS_UNKNOWN,
        f"还没有 {run.end.year} 年的节假日安排，公示期“{text}”只扣除了周末。",
        "请改写成起止日期，如“2027-03-02 至 2027-03-06”，或者请管网站的人在站点设置的 holidays 里写上这一年的放假安排。",
    )
    return NoticePeriod(text, issued, run.end), (unknown,)
