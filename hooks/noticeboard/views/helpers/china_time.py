"""Dates of the board as instants, for formats that know no plain dates."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone

CHINA_TIME = timezone(timedelta(hours=8))
"""The board's clock: one zone for the whole country, no summer time."""


def in_china_time(when: date | datetime) -> datetime:
    """A date's first moment, or a time of day as it is, in China time."""
    if isinstance(when, datetime):
        return when.replace(tzinfo=CHINA_TIME)
    return datetime.combine(when, time(), CHINA_TIME)
