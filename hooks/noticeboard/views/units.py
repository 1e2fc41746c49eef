"""A page for every unit: its current plan, what comes next, and all that it issued."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.progress import progress_of
from noticeboard.catalog.twins import merged
from noticeboard.content.activities import Status
from noticeboard.content.documents import TYPES, Plan
from noticeboard.content.settings import Unit
from noticeboard.content.times import Month
from noticeboard.views.addresses import unit_address, unit_calendar
from noticeboard.views.page import Alternate, Page


def pages(catalog: Catalog) -> Iterator[Page]:
    """One page a unit of the settings, also for one that has not issued anything: its silence should show."""
    for unit in catalog.settings.all_units:
        yield Page(
            unit_address(unit),
            unit.name,
            "unit.html",
            partial(_context, catalog, unit),
            f"{unit.name}的计划、总结和活动",
            alternates=(Alternate(unit_calendar(unit), unit.name),),
        )


def _context(catalog: Catalog, unit: Unit) -> Mapping[str, object]:
    documents = tuple(document for document in catalog.documents if document.unit == unit.name)
    month = Month.of(catalog.today)
    current = tuple(item for item in documents if isinstance(item, Plan) and month in item.period)
    entries = tuple(entry for entry in catalog.entries if entry.document.unit == unit.name)
    return {
        "unit": unit,
        "documents": documents,
        "by_type": [
            (kind, tuple(item for item in documents if item.type == kind))
            for kind in TYPES
            if any(item.type == kind for item in documents)
        ],
        "current": [(plan, progress_of(catalog.entries_in(plan))) for plan in current],
        "overdue": merged(entry for entry in entries if entry.overdue and entry.status is Status.PLANNED),
        "coming": merged(
            sorted(
                (
                    entry
                    for entry in entries
                    if entry.status is Status.PLANNED and not entry.overdue and month in entry.months
                ),
                key=lambda entry: entry.order,
            )
        ),
        "others": tuple(other for other in catalog.settings.all_units if other is not unit),
    }
