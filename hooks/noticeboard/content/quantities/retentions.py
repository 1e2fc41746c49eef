"""How long after its notice period a disclosure keeps its names: 公示期满后30天, 期满即撤 (SPECIFICATION section 21)."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta

from noticeboard.content.quantities.durations import length_of, months_after
from noticeboard.content.quantities.whole_numbers import NUMBER
from noticeboard.patterns import pattern_of
from noticeboard.problems import Diagnostic, Fault, Level

UNREADABLE_RETENTION = Diagnostic("unreadable-retention", Level.ERROR)

_END = r"(?:公示期?)?(?:期满|届满|满|结束)?(?:之后|以后|后)?"
_WRITTEN = pattern_of(
    rf"{_END}(?:保留)?(?:第)?(?P<number>半|{NUMBER})(?P<unit>日|天|个?周|个?星期|个?月|年|)(?:之后|以后|后|内)?(?:撤下|删除|撤|删)?"
)
_AT_ONCE = pattern_of(
    r"(?:公示期?)?(?:期满|届满|满|结束)(?:之?后)?(?:即|立即|就|马上|当天)?(?:撤下|删除|撤|删)?"
)


@dataclass(frozen=True, slots=True)
class Retention:
    """A number of months and of days, both 0 where the names leave when the period ends."""

    text: str
    """As written."""
    months: int = 0
    days: int = 0

    def last_day(self, end: date) -> date:
        """The last day with the names, of a notice period whose last day is `end`."""
        return months_after(end, self.months) + timedelta(days=self.days)

    def __str__(self) -> str:
        return self.text


def read_retention(text: str) -> Retention | Fault:
    """`text` as months and days, five years at most."""
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    if _AT_ONCE.fullmatch(plain):
        return Retention(text)
    found = _WRITTEN.fullmatch(plain)
    length = length_of(found["number"], found["unit"]) if found else None
    if length is None:
        return Fault(
            UNREADABLE_RETENTION,
            f"“{text}”看不出名单保留到什么时候。",
            "请写成“公示期满后30天”“公示期满后3个月”，最多五年；期满就撤下的写“公示期满即撤”。",
        )
    return Retention(text, *length)
