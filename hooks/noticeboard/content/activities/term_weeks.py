"""The weeks of a term, counted on from one whose days are written: 第一周（2月23日—2月27日）, 第三周 (SPECIFICATION section 4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from noticeboard.patterns import pattern_of
from noticeboard.times import Time
from noticeboard.times.numerals import number

_WEEK = pattern_of(
    r"\s*(?P<words>第\s*(?P<number>[0-9]{1,2}|[一二三四五六七八九十]{1,3})\s*周)(?!\s*[（(至到—–~～-])"
)
_COUNTED = pattern_of(r"\s*第\s*(?P<number>[0-9]{1,2}|[一二三四五六七八九十]{1,3})\s*周")
_MOST = 30
"""Weeks of a term: a higher number is a slip."""


@dataclass(frozen=True, slots=True)
class TermWeek:
    """A week of a term whose days are written."""

    number: int
    start: date
    end: date

    @classmethod
    def of(cls, text: str, time: Time | None) -> TermWeek | None:
        """The week that a line of `text` and its time say; None for other lines."""
        found = _COUNTED.match(text)
        if found is None or time is None or time.start is None or time.end is None:
            return None
        # 第18周（12月28日） says when it begins.
        end = time.end if time.end > time.start else time.start + timedelta(days=4)
        return cls(number(found["number"]), time.start, end)

    def with_days(self, text: str) -> tuple[str, int] | None:
        """A line that says a later week with its days put behind it, and how many characters that makes more.

        None for a line that says none, or says its days itself.
        """
        found = _WEEK.match(text)
        count = number(found["number"]) if found else 0
        if found is None or not self.number < count <= _MOST:
            return None
        later = timedelta(weeks=count - self.number)
        first, last = self.start + later, self.end + later
        days = f"（{first.month}月{first.day}日—{last.month}月{last.day}日）"
        return text[: found.end("words")] + days + text[found.end("words") :], len(days)


def week_of(text: str) -> str:
    """The week of a term that a line begins with, as written; empty for none."""
    found = _COUNTED.match(text)
    return found[0].strip() if found else ""
