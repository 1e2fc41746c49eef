"""Days, moments and periods."""

from __future__ import annotations

from datetime import date, datetime

from noticeboard.content.field_types.field_type import FieldType, parsed
from noticeboard.problems import Fault
from noticeboard.times import Period, read_date, read_datetime, read_period


def _period(text: str) -> Period | Fault:
    return read_period(text)


def _date(text: str) -> date | Fault:
    return read_date(text)


def _datetime(text: str) -> date | datetime | Fault:
    return read_datetime(text)


DATE = FieldType(parsed(_date), "日期，如 2026-03-08", lambda settings: "2026-03-08", look="date")
DATETIME = FieldType(parsed(_datetime), "日期，可带时刻，如 2026-03-08 16:20", look="date")
PERIOD = FieldType(parsed(_period), "期间，如 2026年、2025—2026学年第一学期", lambda settings: "2026年")
