"""How long before a day somebody wants to be reminded of it: 30天, 提前2个月, 半年前."""

from __future__ import annotations

import calendar
import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta

from noticeboard.content.field_types.field_type import FieldType, parsed
from noticeboard.content.whole_numbers import NUMBER, whole_number
from noticeboard.problems import Diagnostic, Fault, Level

UNREADABLE_LEAD_TIME = Diagnostic("unreadable-lead-time", Level.ERROR)

_WRITTEN = re.compile(
    rf"(?:到期|届满|期满)?(?:提前|前)?(?P<number>半|{NUMBER})(?P<unit>日|天|个?周|个?星期|个月|年|)(?:以前|之前|前)?(?:提醒)?"
)
_DAYS = {"": 1, "日": 1, "天": 1, "周": 7, "星期": 7}
_MOST_MONTHS = 60
_MOST_DAYS = 1830


@dataclass(frozen=True, slots=True)
class LeadTime:
    """A number of months and of days; one of them is 0."""

    text: str
    """As written."""
    months: int = 0
    days: int = 0

    def before(self, day: date) -> date:
        """The day of the reminder. A month before 31 March is the last day of February."""
        count = day.year * 12 + day.month - 1 - self.months
        year, month = divmod(count, 12)
        last = calendar.monthrange(year, month + 1)[1]
        return date(year, month + 1, min(day.day, last)) - timedelta(days=self.days)

    def __str__(self) -> str:
        return self.text


USUAL = LeadTime("30天前", days=30)
"""Where nobody says how long before."""


def read_lead_time(text: str) -> LeadTime | Fault:
    """`text` as months and days, five years at most."""
    found = _WRITTEN.fullmatch("".join(unicodedata.normalize("NFKC", text).split()))
    value = _length(found["number"], found["unit"], text) if found else None
    if value is None:
        return Fault(
            UNREADABLE_LEAD_TIME,
            f"“{text}”看不出提前多久提醒。",
            "请写成“30天前”或“2个月前”，最多五年；不写就提前30天。",
        )
    return value


def _length(number: str, unit: str, text: str) -> LeadTime | None:
    unit = unit.removeprefix("个")
    if number == "半":
        return {"年": LeadTime(text, months=6), "月": LeadTime(text, days=15)}.get(unit)
    count = whole_number(number) or 0
    months = count * {"月": 1, "年": 12}.get(unit, 0)
    days = count * _DAYS.get(unit, 0)
    is_within = 0 < months <= _MOST_MONTHS or 0 < days <= _MOST_DAYS
    return LeadTime(text, months, days) if is_within else None


LEAD_TIME = FieldType(parsed(read_lead_time), "提前多久，如 30天前、2个月前", lambda settings: "30天前")
