"""What each unit has filed and what is due from it: plans, summaries, reports of activities (SPECIFICATION section 15)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.deduplication import deduplicate, late_once
from noticeboard.catalog.entries import Entry
from noticeboard.catalog.periods import covers
from noticeboard.catalog.progress import Progress, progress_of
from noticeboard.catalog.relations import RelationKind
from noticeboard.content.documents import Document, Plan, Summary
from noticeboard.content.settings.board_settings import Unit
from noticeboard.content.settings.unit_settings import Frequency
from noticeboard.times import Month, Period, PeriodKind, read_period


@dataclass(frozen=True, slots=True)
class MissingDocument:
    """A plan or a summary that is due and not there."""

    kind: type[Plan] | type[Summary]
    period: Period | None
    """Of what; None for a plan of no certain period."""
    since: date
    """The first day on which it was late."""
    plan: Plan | None = None
    """The one that a summary should answer."""


@dataclass(frozen=True, slots=True)
class Filing:
    """How a unit stands on the day of the catalog."""

    unit: Unit
    depth: int
    """How many units stand above it."""
    documents: tuple[Document, ...]
    """All that it has issued, the newest first; what is dated ahead it has not."""
    missing: tuple[MissingDocument, ...]
    """Plans first, then summaries, the oldest first."""
    late: tuple[Entry, ...]
    """Activities of which nobody has said what became of them."""
    progress: Progress
    """Of its current plans."""
    whole: Progress
    """The same with all units below it."""

    @property
    def late_since(self) -> date | None:
        """The first day on which one of its activities was late; None when none is."""
        return min((entry.outcome.since for entry in self.late if entry.outcome.since), default=None)

    def count(self, kind: type[Document]) -> int:
        """How many documents of a type the unit has filed."""
        return sum(isinstance(document, kind) for document in self.documents)

    @property
    def has_gaps(self) -> bool:
        """Whether a document is missing or an activity is late."""
        return bool(self.missing or self.late)


@lru_cache(maxsize=1)
def filings_of(catalog: Catalog) -> tuple[Filing, ...]:
    """Every unit, children behind their parents, in the settings' order."""
    units = catalog.units
    documents = _by_unit(it for it in catalog.shown if it.date <= catalog.today)
    entries = _entries(catalog)
    found: list[Filing] = []

    def walk(unit: Unit, depth: int) -> list[Entry]:
        place = len(found)
        own = entries.get(unit.name, ([], []))
        below: list[Entry] = []
        for child in unit.children:
            below += walk(units[child], depth + 1)
        issued = tuple(documents.get(unit.name, ()))
        found.insert(place, _filing(catalog, unit, depth, issued, own, below))
        return [*own[0], *below]

    for unit in catalog.settings.all_units:
        if not unit.parent:
            walk(unit, 0)
    return tuple(found)


_Entries = tuple[list[Entry], list[Entry]]
"""Those of the current plans, and those that are late."""


def _entries(catalog: Catalog) -> Mapping[str, _Entries]:
    month = Month.of(catalog.today)
    found: dict[str, _Entries] = defaultdict(lambda: ([], []))
    for entry in catalog.entries:
        if isinstance(entry.document, Plan):
            current, late = found[entry.document.unit]
            if month in entry.document.period:
                current.append(entry)
            if entry.overdue:
                late.append(entry)
    return found


def _filing(
    catalog: Catalog,
    unit: Unit,
    depth: int,
    documents: tuple[Document, ...],
    own: _Entries,
    below: list[Entry],
) -> Filing:
    claims = catalog.audience != "public" and not unit.exempt
    return Filing(
        unit=unit,
        depth=depth,
        documents=documents,
        missing=tuple(_missing(catalog, documents)) if claims else (),
        late=late_once(own[1]),
        progress=progress_of(deduplicate(own[0])),
        whole=progress_of(deduplicate([*own[0], *below])),
    )


def _by_unit(documents: Iterable[Document]) -> Mapping[str, list[Document]]:
    found: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        found[document.unit].append(document)
    return found


def _missing(catalog: Catalog, documents: Sequence[Document]) -> Iterator[MissingDocument]:
    today, rules = catalog.today, catalog.settings.filing
    plans = [item for item in documents if isinstance(item, Plan)]
    summaries = [item for item in documents if isinstance(item, Summary)]
    if rules.plan:
        for frequency in rules.plan:
            period = periods_around(frequency, today)[-1]
            since = period.start.first + timedelta(days=rules.plan_days)
            if since <= today and not any(covers(plan.period, period) for plan in plans):
                yield MissingDocument(Plan, period, since)
    else:
        yield from _without_plan(catalog, plans, rules.plan_days)
    if rules.summary:
        yield from _regular_summaries(catalog, summaries)
    else:
        yield from _unanswered(catalog, plans, summaries)


def _without_plan(catalog: Catalog, plans: Sequence[Plan], days: int) -> Iterator[MissingDocument]:
    """No plan covers this month: since the last one ended, or since those of the other units began."""
    month = Month.of(catalog.today)
    if any(month in plan.period for plan in plans):
        return
    ended = [plan.period.end.plus(1).first for plan in plans if plan.period.end < month]
    begun = [
        plan.period.start.first
        for plan in catalog.of_type(Plan)
        if month in plan.period and plan.date <= catalog.today
    ]
    start = max(ended) if ended else min(begun, default=None)
    since = start + timedelta(days=days) if start else None
    if since and since <= catalog.today:
        yield MissingDocument(Plan, None, since)


def _unanswered(
    catalog: Catalog, plans: Sequence[Plan], summaries: Sequence[Summary]
) -> Iterator[MissingDocument]:
    """The plans that are over, and that no summary answers or covers: one for each period, the oldest first."""
    reported: set[tuple[Month, Month]] = set()
    for plan in sorted(plans, key=lambda plan: (plan.period.end, plan.period.start, plan.path)):
        since = plan.period.end.plus(1).first + timedelta(days=catalog.settings.filing.summary_days)
        span = plan.period.start, plan.period.end
        if (
            since > catalog.today
            or span in reported
            or any(covers(it.period, plan.period) for it in summaries)
        ):
            continue
        if not _is_answered(catalog, plan):
            reported.add(span)
            yield MissingDocument(Summary, plan.period, since, plan)


def _is_answered(catalog: Catalog, plan: Plan) -> bool:
    """Whether a summary that tells of it to its end answers it."""
    answers = (catalog.by_path[it.source] for it in catalog.pointing_at(plan, RelationKind.ANSWERS))
    return any(
        isinstance(item, Summary) and item.date <= catalog.today and item.period.end >= plan.period.end
        for item in answers
    )


def _regular_summaries(catalog: Catalog, summaries: Sequence[Summary]) -> Iterator[MissingDocument]:
    """Of the last period that is over of each kind; nothing was due before the board began."""
    began = min((document.month for document in catalog.shown), default=Month.of(catalog.today))
    for frequency in catalog.settings.filing.summary:
        for period in periods_around(frequency, catalog.today)[:-1]:
            since = period.end.plus(1).first + timedelta(days=catalog.settings.filing.summary_days)
            if period.end < began or since > catalog.today:
                continue
            if not any(covers(item.period, period) for item in summaries):
                yield MissingDocument(Summary, period, since)


_MONTHS: Mapping[Frequency, int] = {"每半年": 6, "每季度": 3, "每月": 1}


def periods_around(frequency: Frequency, day: date) -> tuple[Period, Period]:
    """The period of a kind before the one in which `day` lies, and that one."""
    now = _period_of(frequency, Month.of(day))
    return _period_of(frequency, now.start.plus(-1)), now


def _period_of(frequency: Frequency, month: Month) -> Period:
    year = month.year
    if frequency == "每年":
        return _read(f"{year}年")
    if frequency in ("每学年", "每学期"):
        begins = year if month.number >= 9 else year - 1
        term = "" if frequency == "每学年" else "第二学期" if 2 <= month.number < 9 else "第一学期"
        return _read(f"{begins}—{begins + 1}学年{term}")
    length = _MONTHS[frequency]
    first = Month(year, (month.number - 1) // length * length + 1)
    kind = {6: PeriodKind.HALF_YEAR, 3: PeriodKind.QUARTER, 1: PeriodKind.MONTH}[length]
    return Period(first, first.plus(length - 1), kind, "")


def _read(text: str) -> Period:
    period = read_period(text)
    assert isinstance(period, Period)  # Written here.
    return period
