"""All that is still missing on a board, in one place: what the chair's page and its table tell (SPECIFICATION section 15).

Nothing is judged here: each gap is one that the page of its own kind tells too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.deadlines import Deadline, deadlines
from noticeboard.catalog.deduplication import late_once
from noticeboard.catalog.dues import Due, waiting_in
from noticeboard.catalog.entries import Entry
from noticeboard.catalog.filings import MissingDocument, filings_of
from noticeboard.catalog.matrix import CellState, CoverageRow, years_of
from noticeboard.catalog.meetings import (
    Assembly,
    Followed,
    ResolutionState,
    assemblies_of,
    disclosure_deadline,
    in_order,
)
from noticeboard.catalog.newsletters import Newsletter, Volume, newsletters_of
from noticeboard.catalog.proposals import Case, ProposalState
from noticeboard.catalog.shortcomings import FollowUp
from noticeboard.content.documents import Service
from noticeboard.content.settings.board_settings import Unit
from noticeboard.times import Month

_UNANSWERED = (ProposalState.OVERDUE, ProposalState.AGAIN, ProposalState.OPEN, ProposalState.PENDING)


@dataclass(frozen=True, slots=True)
class CategoryGap:
    """The periods of a year in which nothing of a category was disclosed; each by its last month."""

    year: int
    row: CoverageRow
    months: tuple[Month, ...]


@dataclass(frozen=True, slots=True)
class Gaps:
    """What is missing on the day of the catalog. All is empty for a public edition, where nothing is claimed."""

    filings: tuple[tuple[Unit, MissingDocument], ...] = ()
    """Plans and summaries that units have not handed in, the oldest first."""
    activities: tuple[Entry, ...] = ()
    """Late ones, the oldest first; what two plans of a unit say alike stands once."""
    proposals: tuple[Case, ...] = ()
    """Those that wait for an answer, the late ones first."""
    disclosures: tuple[CategoryGap, ...] = ()
    """The newest year first."""
    sessions: tuple[tuple[Assembly, date], ...] = ()
    """Those whose resolutions are not disclosed, with the last day for it."""
    resolutions: tuple[Followed, ...] = ()
    """Late ones."""
    notices: tuple[Deadline, ...] = ()
    """Those that still wait for replies, the soonest first."""
    services: tuple[Service, ...] = ()
    """Those whose 复核 has passed."""
    shortcomings: tuple[FollowUp, ...] = ()
    """Those of summaries that no next plan takes up, the oldest first."""
    dues: tuple[Due, ...] = ()
    """What has run out or soon will, and nobody has dealt with; services have their own list."""
    issues: tuple[tuple[Newsletter, Volume], ...] = ()
    """Newsletters of which an issue is missing."""


@lru_cache(maxsize=1)
def gaps_of(catalog: Catalog) -> Gaps:
    """All gaps of a board, none in a public edition, which does not hold everything."""
    if catalog.audience == "public":
        return Gaps()
    filed = ((it.unit, missing) for it in filings_of(catalog) for missing in it.missing)
    late = sorted(catalog.entries, key=lambda entry: (entry.outcome.since or date.max, *entry.key))
    assemblies = assemblies_of(catalog)
    followed = in_order(item for assembly in assemblies for item in assembly.resolutions)
    services = (
        item for item in catalog.of_type(Service) if item.review_on and item.review_on < catalog.today
    )
    return Gaps(
        tuple(sorted(filed, key=lambda item: item[1].since)),
        late_once(late),
        _proposals(catalog),
        tuple(_disclosures(catalog)),
        tuple(_sessions(catalog, assemblies)),
        tuple(item for item in followed if item.state is ResolutionState.OVERDUE),
        deadlines(catalog),
        tuple(sorted(services, key=lambda item: (item.review_on or date.max, item.path))),
        _shortcomings(catalog),
        tuple(due for due in waiting_in(catalog) if not isinstance(due.document, Service)),
        tuple((it, volume) for it in newsletters_of(catalog) for volume in it.volumes if volume.missing),
    )


def _proposals(catalog: Catalog) -> tuple[Case, ...]:
    own = (case for case in catalog.cases.values() if not case.lead and not case.is_ahead)
    waiting = [case for case in own if case.state in _UNANSWERED]
    return tuple(sorted(waiting, key=_urgency))


def _shortcomings(catalog: Catalog) -> tuple[FollowUp, ...]:
    waiting = [it for found in catalog.follow_ups.values() for it in found if it.waits_since]
    return tuple(
        sorted(
            waiting,
            key=lambda it: (it.waits_since or date.max, it.summary.path, it.shortcoming.line),
        )
    )


def _urgency(case: Case) -> tuple[int, date, str]:
    return _UNANSWERED.index(case.state), case.due or date.max, case.proposal.path


def _disclosures(catalog: Catalog) -> Iterator[CategoryGap]:
    for year in years_of(catalog):
        for row in year.rows:
            months = tuple(cell.month for cell in row.cells if cell.state is CellState.GAP)
            if months:
                yield CategoryGap(year.number, row, months)


def _sessions(catalog: Catalog, assemblies: Iterable[Assembly]) -> Iterator[tuple[Assembly, date]]:
    for assembly in assemblies:
        found = disclosure_deadline(assembly, catalog.settings)
        if found and found.document is None and found.last_day < catalog.today:
            yield assembly, found.last_day
