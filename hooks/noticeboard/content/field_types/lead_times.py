"""How long before a day somebody wants to be reminded of it: 30天, 提前2个月, 半年前."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta

from noticeboard.content.field_types.field_type import FieldType, parsed
from noticeboard.content.quantities.durations import length_of, months_after
from noticeboard.content.quantities.whole_numbers import NUMBER
from noticeboard.patterns import pattern_of
from noticeboard.problems import Diagnostic, Fault, Level

UNREADABLE_LEAD_TIME = Diagnostic("unreadable-lead-time", Level.ERROR)

_WRITTEN = pattern_of(
    rf"(?:到期|届满|期满)?(?:提前|前)?(?P<number>半|{NUMBER})(?P<unit>日|天|个?周|个?星期|个月|年|)(?:以前|之前|前)?(?:提醒)?"
)


@dataclass(frozen=True, slots=True)
class LeadTime:
    """A number of months and of days; one of them is 0."""

    text: str
    """As written."""
    months: int = 0
    days: int = 0

    def before(self, day: date) -> date:
        """The day of the reminder. A month before 31 March is the last day of February."""
        return months_after(day, -self.months) - timedelta(days=self.days)

    def __str__(self) -> str:
        return self.text


USUAL = LeadTime("30天前", days=30)
"""Where nobody says how long before."""


def read_lead_time(text: str) -> LeadTime | Fault:
    """`text` as months and days, five years at most."""
    found = _WRITTEN.fullmatch("".join(unicodedata.normalize("NFKC", text).split()))
    length = length_of(found["number"], found["unit"]) if found else None
    if length is None:
        return Fault(
            UNREADABLE_LEAD_TIME,
            f"“{text}”看不出提前多久提醒。",
            "请写成“30天前”或“2个月前”，最多五年；不写就提前30天。",
        )
    return LeadTime(text, *length)


LEAD_TIME = FieldType(parsed(read_lead_time), "提前多久，如 30天前、2个月前", lambda settings: "30天前")
