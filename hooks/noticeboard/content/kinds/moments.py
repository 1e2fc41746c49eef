"""Days, moments and periods."""

from __future__ import annotations

from datetime import date, datetime

from noticeboard.content.kinds.kind import Kind, parsed
from noticeboard.content.times import Period, read_date, read_moment, read_period
from noticeboard.problems import Fault


def _period(text: str) -> Period | Fault:
    return read_period(text)


def _date(text: str) -> date | Fault:
    return read_date(text)


def _moment(text: str) -> date | datetime | Fault:
    return read_moment(text)


DATE = Kind(parsed(_date), "日期，如 2026-03-08", lambda settings: "2026-03-08")
MOMENT = Kind(parsed(_moment), "日期，可带时刻，如 2026-03-08 16:20")
PERIOD = Kind(parsed(_period), "期间，如 2026年、2025—2026学年第一学期", lambda settings: "2026年")
