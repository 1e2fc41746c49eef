"""What a year was: the book that a union prints of it (SPECIFICATION section 19).

Nothing is judged here: every count is the one that the page of its own kind tells.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.entries import Entry
from noticeboard.catalog.honours import YearOfHonours, honours_of
from noticeboard.catalog.matrix import years_of
from noticeboard.catalog.meetings import Followed, VoteResult, follow, in_order, vote_results_of
from noticeboard.catalog.progress import Progress, progress_of
from noticeboard.catalog.proposals import Tally, tally_of
from noticeboard.catalog.results import DataPoint, results_of
from noticeboard.catalog.states import State
from noticeboard.content.documents import Meeting
from noticeboard.content.settings.categories import Category
from noticeboard.times import Month


@dataclass(frozen=True, slots=True)
class UnitInYear:
    """The planned activities of a unit on the months' pages of a year."""

    unit: str
    progress: Progress


@dataclass(frozen=True, slots=True)
class MonthOfEvents:
    """What was done in a month: first that of which somebody tells, then what is only ticked."""

    month: Month
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class SessionInYear:
    """A session that began in a year."""

    meeting: Meeting
    votes: tuple[VoteResult, ...]


@dataclass(frozen=True, slots=True)
class CategoryInYear:
    """How many disclosures tell of a year, and of the one before; None where there is no such year."""

    category: Category
    count: int
    before: int | None


@dataclass(frozen=True, slots=True)
class FigureInYear:
    """A figure of a year beside that of the same part of the year before."""

    name: str
    unit: str
    """Who reports it."""
    part: str
    """各年, 各学年 …"""
    now: DataPoint
    before: DataPoint


def units_in(catalog: Catalog, year: int) -> tuple[UnitInYear, ...]:
    """Each unit that had planned something, in the settings' order."""
    entries = catalog.of_year(year)
    found = (
        UnitInYear(name, progress_of(entry for entry in entries if entry.document.unit == name))
        for name in catalog.units
    )
    return tuple(unit for unit in found if unit.progress.total or unit.progress.routine)


def events_in(catalog: Catalog, year: int) -> tuple[MonthOfEvents, ...]:
    """What was done, each once, below the first month of the year in which it stands; what was put off, where it went."""
    taken: set[object] = set()
    found = []
    for month in (month for month in catalog.months if month.year == year):
        schedule = catalog.schedule(month)
        stayed = (entry for entry in schedule.entries if not (entry.goes_on or entry.activity.new_time))
        done = [entry for entry in (*stayed, *schedule.arriving) if _is_done(entry, catalog.today)]
        new = [entry for entry in done if entry.counted_as not in taken]
        taken.update(entry.counted_as for entry in new)
        if new:
            found.append(MonthOfEvents(month, tuple(sorted(new, key=lambda entry: not entry.recorded))))
    return tuple(found)


def _is_done(entry: Entry, today: date) -> bool:
    """What a summary tells that is dated ahead has not been done yet."""
    is_told = entry.planned or entry.document.date <= today
    return is_told and entry.state is State.DONE and not entry.routine


def sessions_in(catalog: Catalog, year: int) -> tuple[SessionInYear, ...]:
    """The earliest first, none that is still ahead."""
    meetings = [
        meeting
        for meeting in catalog.of_type(Meeting)
        if meeting.date.year == year and meeting.date <= catalog.today
    ]
    return tuple(
        SessionInYear(meeting, vote_results_of(meeting, catalog.settings)) for meeting in reversed(meetings)
    )


def resolutions_in(catalog: Catalog, sessions: tuple[SessionInYear, ...]) -> tuple[Followed, ...]:
    """What they decided, as it stands on the board's day."""
    return in_order(
        follow(resolution, session.meeting, catalog.today)
        for session in sessions
        for resolution in session.meeting.resolutions
    )


def proposals_in(catalog: Catalog, year: int) -> Tally:
    """The counts of the proposals that are dated in a year."""
    return tally_of(case for case in catalog.cases.values() if case.proposal.date.year == year)


def disclosures_in(catalog: Catalog, year: int) -> tuple[CategoryInYear, ...]:
    """The counts of the coverage matrix, of categories that have any in either year."""
    years = {found.number: {row.category: row.total for row in found.rows} for found in years_of(catalog)}
    before = years.get(year - 1)
    found = (
        CategoryInYear(category, count, before.get(category, 0) if before else None)
        for category, count in years.get(year, {}).items()
    )
    return tuple(item for item in found if item.count or item.before)


def figures_in(catalog: Catalog, year: int) -> Iterator[FigureInYear]:
    """The figures of periods that begin in a year, with those of the year before."""
    for group in results_of(catalog):
        for series in group.series:
            points = {point.document.period.start.year: point for point in series.points}
            if year in points and year - 1 in points:
                yield FigureInYear(series.name, group.unit, group.part, points[year], points[year - 1])


def honours_in(catalog: Catalog, year: int) -> tuple[YearOfHonours, ...]:
    """Those of a year, and of the school year that begins in it."""
    return tuple(found for found in honours_of(catalog) if found.start.year == year)
