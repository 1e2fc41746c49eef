"""What stands on the page of each month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from operator import attrgetter
from typing import TypeVar

from noticeboard.catalog.deduplication import deduplicate
from noticeboard.catalog.entries import Entry
from noticeboard.catalog.progress import Progress, progress_of
from noticeboard.catalog.states import State
from noticeboard.content.documents import Document
from noticeboard.times import Month, months_between

Kind = TypeVar("Kind", bound=Document)


@dataclass(frozen=True)
class Schedule:
    """What stands on one month's page."""

    month: Month
    entries: tuple[Entry, ...]
    """Activities whose own time covers the month, in the order of their days; one that was postponed within the month by
    its new day."""
    arriving: tuple[Entry, ...]
    """Activities postponed to this month from another."""
    documents: tuple[Document, ...]
    """Documents issued in the month, newest first."""

    @cached_property
    def progress(self) -> Progress:
        """How far the month's activities have come, those that arrive from other months included."""
        return progress_of((*self.entries, *self.arriving))

    def issued(self, kind: type[Kind]) -> tuple[Kind, ...]:
        """The month's documents of one type."""
        return of_type(self.documents, kind)


@dataclass(frozen=True)
class Schedules:
    """What stands on all pages of months. Nothing in it changes; its views are worked out once."""

    entries: tuple[Entry, ...]
    shown: tuple[Document, ...]
    """Newest first."""
    today: date

    @cached_property
    def months(self) -> tuple[Month, ...]:
        """The months that have a page: the first to the last in which there is anything, without a gap.

        A year in which there is nothing at all has none: one date in 2062 must not make thirty years of pages.
        """
        found = set(self._own_months) | set(self._arriving_months) | set(self._issued_months)
        found |= {Month.of(self.today)}
        years = {month.year for month in found}
        return tuple(month for month in months_between(min(found), max(found)) if month.year in years)

    @cached_property
    def _own_months(self) -> Mapping[Month, list[Entry]]:
        return _grouped(
            (month, entry.arriving() if month in entry.activity.postponed_to else entry)
            for entry in self.entries
            for month in entry.months
        )

    @cached_property
    def _arriving_months(self) -> Mapping[Month, list[Entry]]:
        return _grouped(
            (month, entry.arriving())
            for entry in self.entries
            if entry.planned and entry.state is not State.CANCELLED
            for month in entry.activity.postponed_to
            if month not in entry.months
        )

    def _arriving(self, month: Month) -> list[Entry]:
        """What was postponed to a month, but for what stands there as an item of its own."""
        keys = {entry.key for entry in self._own_months.get(month, ())}
        return [entry for entry in self._arriving_months.get(month, ()) if entry.goes_on not in keys]

    @cached_property
    def _issued_months(self) -> Mapping[Month, list[Document]]:
        grouped: dict[Month, list[Document]] = defaultdict(list)
        for document in self.shown:
            grouped[document.month].append(document)
        return grouped

    def of(self, month: Month) -> Schedule:
        """What stands on `month`'s page."""
        return self._by_month.get(month) or Schedule(month, (), (), ())

    @cached_property
    def _by_month(self) -> Mapping[Month, Schedule]:
        return {
            month: Schedule(
                month=month,
                entries=_in_order(_without_reports(self._own_months.get(month, ()), self._arriving(month))),
                arriving=_in_order(self._arriving(month)),
                documents=tuple(self._issued_months.get(month, ())),
            )
            for month in self.months
        }


def of_type(documents: Iterable[Document], kind: type[Kind]) -> tuple[Kind, ...]:
    """Those of some documents that are of one type, in their order."""
    return tuple(document for document in documents if isinstance(document, kind))


def _in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    by_day = attrgetter("order")
    # The one that stands for several may be of a later day than the first of them: 8日 for 上旬.
    return tuple(sorted(deduplicate(sorted(entries, key=by_day)), key=by_day))


def _without_reports(entries: Iterable[Entry], arriving: Iterable[Entry]) -> list[Entry]:
    """The entries without those of summaries that only tell of an activity which stands on the page itself."""
    entries = list(entries)
    planned = {entry.key for entry in (*entries, *arriving) if entry.planned}
    return [entry for entry in entries if planned.isdisjoint(entry.reports_on)]


def _grouped(pairs: Iterable[tuple[Month, Entry]]) -> Mapping[Month, list[Entry]]:
    grouped: dict[Month, list[Entry]] = defaultdict(list)
    for month, entry in pairs:
        grouped[month].append(entry)
    return grouped
