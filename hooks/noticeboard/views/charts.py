"""统计: how far a year's activities have come, by month, unit and category, as charts with their tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.entries import OTHER, Entry
from noticeboard.catalog.progress import Progress, progress_of
from noticeboard.times import Month
from noticeboard.views.helpers.addresses import charts_address, month_address, unit_address
from noticeboard.views.helpers.page import Page


@dataclass(frozen=True, slots=True)
class ChartPart:
    """A piece of a bar."""

    key: str
    """What it is, as a class name: done, overdue, postponed, planned, value."""
    start: float
    """Where it begins, and how long it is, in per cent of the longest bar that there may be."""
    length: float


@dataclass(frozen=True, slots=True)
class ChartRow:
    """One bar of a chart and one row of its table."""

    label: str
    address: str | None
    """The page that tells more, below the site's root."""
    progress: Progress
    parts: tuple[ChartPart, ...]


def pages(catalog: Catalog) -> Iterator[Page]:
    """One page a year."""
    for year in catalog.years:
        yield Page(
            charts_address(year),
            f"{year}年活动统计",
            "charts.html",
            partial(_context, catalog, year),
            f"{year}年各月、各单位、各类活动的落实情况",
            depends=lambda context: context,
        )


def _context(catalog: Catalog, year: int) -> Mapping[str, object]:
    entries = catalog.of_year(year)
    months = [Month(year, number) for number in range(1, 13)]
    return {
        "year": year,
        "progress": progress_of(entries),
        "months": rows_of(
            (f"{month.number}月", month_address(month) if month in catalog.months else None, catalog.schedule(month).progress)
            for month in months
        ),
        "units": rows_of(
            (unit.name, unit_address(unit), progress_of(entry for entry in entries if entry.document.unit == unit.name))
            for unit in catalog.settings.all_units
        ),
        "kinds": rows_of(sorted(_by_kind(entries), key=lambda row: (row[0] == OTHER, -_length(row[2]), row[0]))),
    }  # fmt: skip


def _by_kind(entries: Iterable[Entry]) -> Iterator[tuple[str, None, Progress]]:
    kinds: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.planned and not entry.routine:
            kinds.setdefault(entry.category, []).append(entry)
    for kind, found in kinds.items():
        yield kind, None, progress_of(found)


def rows_of(values: Iterable[tuple[str, str | None, Progress]]) -> tuple[ChartRow, ...]:
    """The rows of a chart: label, address and progress of each; the longest bar fills the width."""
    given = tuple(values)
    most = max((_length(progress) for _, _, progress in given), default=0)
    return tuple(
        ChartRow(label, address, progress, tuple(_parts(progress, most)))
        for label, address, progress in given
    )


def _length(progress: Progress) -> int:
    return progress.total - progress.cancelled


def _parts(progress: Progress, most: int) -> Iterator[ChartPart]:
    start = 0.0
    for key, count in (
        ("done", progress.done),
        ("overdue", progress.late),
        ("postponed", progress.postponed + progress.undecided),
        ("planned", progress.open),
    ):
        if count:
            length = 100 * count / most
            yield ChartPart(key, start, length)
            start += length
