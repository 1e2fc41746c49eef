"""Periods of several years beside each other: which are the same part of a year."""

from __future__ import annotations

from noticeboard.times import Month, Period, PeriodKind

Shape = tuple[PeriodKind, int, int]
"""A kind of period, with the numbers of its first and its last month: the same every year."""
Span = tuple[Month, Month]
"""A period by its months, however it was written."""


def shape_of(period: Period) -> Shape:
    """What two periods share that are the same part of different years."""
    return period.kind, period.start.number, period.end.number


def span_of(period: Period) -> Span:
    """The first and the last month, both included."""
    return period.start, period.end


def covers(one: Period, other: Period) -> bool:
    """Whether `one` has all months of `other`."""
    return one.start <= other.start and other.end <= one.end
