"""A page for every unit: its current plan, what comes next, and all that it issued."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.deduplication import deduplicate, late_once
from noticeboard.catalog.entries import Entry
from noticeboard.catalog.evaluations import YearEvaluation
from noticeboard.catalog.filings import filings_of
from noticeboard.catalog.people import officers_of
from noticeboard.catalog.progress import progress_of
from noticeboard.catalog.roll_up import rolled_up
from noticeboard.catalog.states import State
from noticeboard.catalog.targets import Target
from noticeboard.content.documents import TYPES, Plan
from noticeboard.content.settings.board_settings import Unit
from noticeboard.times import Month
from noticeboard.views.helpers.addresses import month_address, unit_address, unit_calendar, year_address
from noticeboard.views.helpers.evaluation_rows import evaluation_rows
from noticeboard.views.helpers.page import Alternate, Page
from noticeboard.views.unit_list import KINDS

_MOST = 60
"""Documents of a type that the page has; the archive has all."""

_RECENT = 3
"""How many months, this one included, of what is overdue are told in full; the months before have pages of their own."""

_MOST_OVERDUE = 60
"""Activities beyond which fewer of these months are told in full, this one at least."""

_MOST_OTHERS = 12
"""Of the other units that a unit's page leads to; of more there is a page of their own."""


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
            depends=lambda context: context,
        )


def _context(catalog: Catalog, unit: Unit) -> Mapping[str, object]:
    documents = tuple(document for document in catalog.shown if document.unit == unit.name)
    filings = {filing.unit.name: filing for filing in filings_of(catalog)}
    month = Month.of(catalog.today)
    current = tuple(item for item in documents if isinstance(item, Plan) and month in item.period)
    entries = tuple(entry for entry in catalog.entries if entry.document.unit == unit.name)
    overdue = late_once(entries)
    recent, earlier = _parted(overdue, _since(overdue, month))
    return {
        "unit": unit,
        "by_type": [
            (kind, tuple(item for item in documents if item.type == kind))
            for kind in TYPES
            if any(item.type == kind for item in documents)
        ],
        "most": _MOST,
        "current": [(plan, progress_of(catalog.entries_in(plan))) for plan in current],
        "overdue": recent,
        "overdue_before": earlier,
        "overdue_count": len(overdue),
        "coming": deduplicate(
            sorted(
                (
                    entry
                    for entry in entries
                    if entry.state in (State.PLANNED, State.RECURRING, State.RECURRING_LATE)
                    and month in entry.months
                ),
                key=lambda entry: entry.order,
            )
        ),
        "filing": filings[unit.name],
        "below": [filings[name] for name in catalog.settings.below(unit)],
        "kinds": KINDS,
        "parent": catalog.units.get(unit.parent),
        "targets": _recent_targets(catalog, unit),
        "officers": officers_of(catalog).get(unit.name, ()),
        "evaluations": evaluation_rows(_newest(catalog, unit)),
        "rolled_up": rolled_up(catalog, unit),
        "others": tuple(other for other in catalog.settings.all_units if other is not unit)
        if len(catalog.units) <= _MOST_OTHERS
        else (),
    }


def _newest(catalog: Catalog, unit: Unit) -> list[YearEvaluation]:
    """What its members said last: 民主评议 of the newest year that has one."""
    found = [evaluated for evaluated in catalog.evaluations if evaluated.document.unit == unit.name]
    return [evaluated for evaluated in found if evaluated.year == found[0].year]


def _recent_targets(catalog: Catalog, unit: Unit) -> tuple[Target, ...]:
    """Those of the plans that run, or have ended within a year."""
    since = Month.of(catalog.today).plus(-12)
    plans = (plan for plan in catalog.of_type(Plan) if plan.unit == unit.name and plan.period.end >= since)
    return catalog.targets_of(sorted(plans, key=lambda plan: plan.period.end, reverse=True))


@dataclass(frozen=True, slots=True)
class Earlier:
    """A page that tells in full what was overdue earlier, and how much it is."""

    title: str
    address: str
    anchor: str
    count: int


def _since(overdue: Iterable[Entry], month: Month) -> Month:
    """The first of the months that are told in full on a page of `month`."""
    due = [Month.of(entry.outcome.due) for entry in overdue if entry.outcome.due is not None]
    months = (month.plus(1 - count) for count in range(_RECENT, 1, -1))
    return next((since for since in months if sum(each >= since for each in due) <= _MOST_OVERDUE), month)


def _parted(overdue: Iterable[Entry], since: Month) -> tuple[tuple[Entry, ...], tuple[Earlier, ...]]:
    """What was due in `since` or later; and where what was due before stands, the latest first."""
    recent: list[Entry] = []
    months: Counter[Month] = Counter()
    headed: set[Month] = set()
    years: Counter[int] = Counter()
    for entry in overdue:
        due = entry.outcome.due
        if due is not None and Month.of(due) >= since:
            recent.append(entry)
        elif entry.state is State.RECURRING_LATE and entry.outcome.since is not None:
            months[Month.of(entry.outcome.since)] += 1
        elif entry.months:
            months[entry.months[-1]] += 1
            if entry.state is State.OVERDUE:
                headed.add(entry.months[-1])
        else:
            years[entry.years[-1]] += 1
    by_month = (
        Earlier(month.title, month_address(month), "nb-overdue" if month in headed else "", count)
        for month, count in sorted(months.items(), reverse=True)
    )
    by_year = (
        Earlier(f"{year}年内", year_address(year), "nb-loose", count)
        for year, count in sorted(years.items(), reverse=True)
    )
    return tuple(recent), (*by_month, *by_year)
