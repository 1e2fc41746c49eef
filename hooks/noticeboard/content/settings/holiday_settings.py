"""The settings of a site that say which days of a year are off, where the library does not know it yet (SPECIFICATION section 2)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from pydantic import BaseModel, ConfigDict, Field, field_validator

from noticeboard.problems import Fault
from noticeboard.times import read_date, read_day_range
from noticeboard.times.workdays import GivenDays, SpecialDay

_LONGEST = 31


class Holiday(BaseModel):
    """One holiday of one year, as its official notice announces it."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    name: str = Field(min_length=1)
    days: str
    """The days off: a day, or `2027-10-01 至 2027-10-07`."""
    working: tuple[date, ...] = ()
    """Days of weekends on which one works for it."""

    @field_validator("days", mode="before")
    @classmethod
    def _as_text(cls, value: object) -> object:
        return value.isoformat() if isinstance(value, date) else value

    @field_validator("days")
    @classmethod
    def _can_be_read(cls, text: str) -> str:
        first, last = span_of(text)
        if not 0 <= (last - first).days < _LONGEST:
            raise ValueError(f"“{text}”不是放假的几天，最多 {_LONGEST} 天")
        return text


def span_of(text: str) -> tuple[date, date]:
    """The first and the last day; raises ValueError for what is neither a day nor a range."""
    day = read_date(text)
    if not isinstance(day, Fault):
        return day, day
    span = read_day_range(text)
    if isinstance(span, Fault):
        raise ValueError(f"“{text}”读不成放假的日子，请写“2027-10-01 至 2027-10-07”")
    return span


def given_days(holidays: Iterable[Holiday]) -> GivenDays:
    """All days of the settings' holidays."""
    found: dict[date, SpecialDay] = {}
    for holiday in holidays:
        first, last = span_of(holiday.days)
        for number in range((last - first).days + 1):
            day = first + timedelta(days=number)
            found[day] = SpecialDay(day, False, holiday.name)
        for day in holiday.working:
            found[day] = SpecialDay(day, True, holiday.name)
    return GivenDays(found)
