"""What summaries report in figures, side by side over the years."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.periods import Shape, Span, shape_of, span_of
from noticeboard.catalog.same_activities import words_of
from noticeboard.content.documents import Summary
from noticeboard.content.quantities.amounts import Amount
from noticeboard.times import Period, PeriodKind

_YEARS = re.compile(r"\d{4}(?:—\d{4}(?=学年))?")


@dataclass(frozen=True, slots=True)
class DataPoint:
    """One figure of one summary."""

    document: Summary
    amount: Amount
    number: Decimal
    """That of `amount`."""


@dataclass(frozen=True, slots=True)
class Series:
    """One figure in two or more periods, counted in one unit: 人, 人次 and 户 are never mixed."""

    name: str
    points: tuple[DataPoint, ...]
    """The oldest first, one a period."""


@dataclass(frozen=True, slots=True)
class Results:
    """The figures that one unit has reported for the same part of several years."""

    unit: str
    part: str
    """What its periods are: 各年, 各学年, 各学年第一学期, 各年上半年."""
    series: tuple[Series, ...]

    @property
    def documents(self) -> tuple[Summary, ...]:
        """The summaries that the figures come from, the oldest first, one a period: the newest where there are two."""
        found: dict[Span, Summary] = {}
        for point in sorted(
            (point for line in self.series for point in line.points),
            key=lambda point: (point.document.period.start, point.document.date, point.document.path),
        ):
            found[span_of(point.document.period)] = point.document
        return tuple(found.values())


def results_of(catalog: Catalog) -> tuple[Results, ...]:
    """All figures that can be compared, by the settings' order of units; those of single months cannot.

    A month's summary tells of whatever took place in it, and 参加 of one is not that of the next.
    """
    groups: dict[tuple[str, Shape], list[Summary]] = defaultdict(list)
    for document in catalog.of_type(Summary):
        if document.period.kind is not PeriodKind.MONTH:
            groups[document.unit, shape_of(document.period)].append(document)
    order = list(catalog.units)
    found = [
        Results(unit, _part(documents[0].period), series)
        for (unit, _), documents in groups.items()
        if (series := tuple(_series_of(documents)))
    ]
    # A longer part of a year stands before its parts.
    return tuple(
        sorted(
            found, key=lambda item: (order.index(item.unit), -len(item.documents[0].period.months), item.part)
        )
    )


def _part(period: Period) -> str:
    return "各" + _YEARS.sub("", period.title).replace("—年", "—次年")


def _series_of(documents: list[Summary]) -> Iterator[Series]:
    """The series of documents that are the newest first, in the order in which the newest tell of them."""
    points: dict[tuple[str, tuple[str, str]], dict[Span, DataPoint]] = defaultdict(dict)
    for document in documents:
        for amount in document.results:
            if amount.number is not None:
                key = words_of(amount.name), amount.measure
                point = DataPoint(document, amount, amount.number)
                points[key].setdefault(span_of(document.period), point)
    for by_period in points.values():
        if len(by_period) > 1:
            ordered = tuple(by_period[span] for span in sorted(by_period))
            yield Series(ordered[-1].amount.name, ordered)
