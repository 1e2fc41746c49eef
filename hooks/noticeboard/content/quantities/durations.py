"""Lengths of time as officers type them, in months and days."""

from __future__ import annotations

import calendar
from datetime import date

from noticeboard.content.quantities.whole_numbers import whole_number

_DAYS = {"": 1, "日": 1, "天": 1, "周": 7, "星期": 7}
_MOST_MONTHS = 60
_MOST_DAYS = 1830


def months_after(day: date, months: int) -> date:
    """The day of that number some months later, or the last one of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def length_of(number: str, unit: str) -> tuple[int, int] | None:
    """A number and a unit as typed → months and days, one of them 0; None for nothing and for more than five years."""
    unit = unit.removeprefix("个")
    if number == "半":
        return {"年": (6, 0), "月": (0, 15)}.get(unit)
    count = whole_number(number) or 0
    months = count * {"月": 1, "年": 12}.get(unit, 0)
    days = count * _DAYS.get(unit, 0)
    is_within = 0 < months <= _MOST_MONTHS or 0 < days <= _MOST_DAYS
    return (months, days) if is_within else None
