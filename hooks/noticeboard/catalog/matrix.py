"""Where nothing was disclosed: category × month that is told of, a table a year, and the channels that were used."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from itertools import takewhile

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.disclosures import (
    Coverage,
    LedgerRecord,
    beginning_of,
    coverage_of,
    period_end,
    records_of,
)
from noticeboard.content.documents import Disclosure
from noticeboard.content.settings.categories import Category, Frequency
from noticeboard.times import Month


class CellState(StrEnum):
    """What a month holds of a category."""

    DISCLOSED = "disclosed"
    NOTHING = "nothing"
    GAP = "gap"
    """The last month of a period in which something was due and nothing came."""
    AHEAD = "ahead"
    """The month has not begun."""


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """One category in one month."""

    month: Month
    records: tuple[LedgerRecord, ...]
    """Newest first."""
    state: CellState


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One category through a year."""

    category: Category
    absent: str
    """Why the organisation has nothing of this category; empty when it may have."""
    cells: tuple[MatrixCell, ...]
    """January to December."""
    total: int
    """Disclosures that tell of a month of the year, each once."""


@dataclass(frozen=True, slots=True)
class CoverageYear:
    """The matrix of one calendar year."""

    number: int
    rows: tuple[CoverageRow, ...]
    gaps: int


@dataclass(frozen=True, slots=True)
class Channel:
    """One channel of the checklist, or a form of disclosure that is on no list."""

    name: str
    available: bool
    """False when the settings give it no words: the organisation does not have it."""
    records: tuple[LedgerRecord, ...]
    """The disclosures that name it, newest first."""


@lru_cache(maxsize=1)
def years_of(catalog: Catalog) -> tuple[CoverageYear, ...]:
    """The years from the first that is told of to today's or the last one, newest first."""
    coverages = [(coverage, _by_month(coverage.records, catalog.today)) for coverage in coverage_of(catalog)]
    beginning = beginning_of(catalog)
    covered = {month.year for _, months in coverages for month in months}
    found = []
    for number in range(max(covered | {catalog.today.year}), min(covered | {beginning.year}) - 1, -1):
        rows = tuple(
            _row(
                number,
                coverage,
                issued,
                None if _claims_nothing(coverage, catalog) else coverage.category.since or beginning,
                catalog.today,
            )
            for coverage, issued in coverages
        )
        gaps = sum(cell.state is CellState.GAP for row in rows for cell in row.cells)
        found.append(CoverageYear(number, rows, gaps))
    return tuple(found)


def _by_month(records: Iterable[LedgerRecord], today: date) -> Mapping[Month, tuple[LedgerRecord, ...]]:
    """What tells of each month; what is dated ahead fills nothing yet."""
    found: dict[Month, list[LedgerRecord]] = defaultdict(list)
    for record in records:
        if record.document.date <= today:
            for month in record.months:
                found[month].append(record)
    return {month: tuple(listed) for month, listed in found.items()}


def _claims_nothing(coverage: Coverage, catalog: Catalog) -> bool:
    """Whether an empty month is no gap: there is nothing of the kind, or one sees only what is public."""
    return bool(coverage.absent) or catalog.audience == "public"


def _row(
    number: int,
    coverage: Coverage,
    issued: Mapping[Month, tuple[LedgerRecord, ...]],
    since: date | None,
    today: date,
) -> CoverageRow:
    """A category's year; before `since` nothing was due, and nothing ever when it is None."""
    cells = tuple(
        MatrixCell(month, issued.get(month, ()), _state(month, coverage.category, issued, since, today))
        for month in (Month(number, count) for count in range(1, 13))
    )
    total = len({record.document.path for cell in cells for record in cell.records})
    return CoverageRow(coverage.category, coverage.absent, cells, total)


def _state(
    month: Month,
    category: Category,
    issued: Mapping[Month, Sequence[LedgerRecord]],
    since: date | None,
    today: date,
) -> CellState:
    if month in issued:
        return CellState.DISCLOSED
    if month.first > today:
        return CellState.AHEAD
    frequency = category.frequency
    if since is None or frequency is None or not since <= month.last < today:
        return CellState.NOTHING
    if period_end(frequency, month.last) != month.last:
        return CellState.NOTHING
    return CellState.NOTHING if any(other in issued for other in _period(frequency, month)) else CellState.GAP


def _period(frequency: Frequency, last: Month) -> Iterable[Month]:
    """The months of the period that ends with `last`, backwards."""
    earlier = (last.plus(-count) for count in range(12))
    return takewhile(lambda month: period_end(frequency, month.last) == last.last, earlier)


def channels_of(catalog: Catalog) -> tuple[tuple[Channel, ...], tuple[Channel, ...]]:
    """The channels of the settings' checklist in its order, used or not; then other forms, the most used first.

    A disclosure uses a channel when a text of its 公开形式 or 张贴地点 has one of the channel's words. A text counts for
    the first channel that fits; texts of 公开形式 that fit none are other forms.
    """
    words = catalog.settings.disclosure.channels
    listed: dict[str, list[LedgerRecord]] = {name: [] for name in words}
    others: dict[str, list[LedgerRecord]] = defaultdict(list)
    for record in records_of(catalog):
        for name in _used(record.document, words):
            (listed if name in listed else others)[name].append(record)
    return (
        tuple(Channel(name, bool(words[name]), tuple(records)) for name, records in listed.items()),
        tuple(
            Channel(name, True, tuple(records))
            for name, records in sorted(others.items(), key=lambda item: (-len(item[1]), item[0]))
        ),
    )


def _used(document: Disclosure, words: Mapping[str, Sequence[str]]) -> Iterable[str]:
    def channel(text: str) -> str | None:
        return next((name for name, known in words.items() if any(word in text for word in known)), None)

    named = [channel(text) or text for text in document.channels]
    hung = [found for text in document.places if (found := channel(text))]
    return dict.fromkeys([*named, *hung])
