"""What is coming up: the open activities of the next days, each with the days on which the front page shows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.entries import Entry
from noticeboard.catalog.same_activities import Key
from noticeboard.catalog.states import State
from noticeboard.times import Month, Precision

AHEAD = timedelta(days=14)
"""How far ahead a reader looks."""
LEEWAY = timedelta(days=31)
"""How old a page may be and still know what comes next on its reader's day."""


@dataclass(frozen=True, slots=True)
class Coming:
    """An activity that is coming up on every day from `shown_from` to `last`: at first later, then this week."""

    entry: Entry
    shown_from: date
    """AHEAD of its first day; for one without a day, the first of its month."""
    last: date
    dated: bool = True
    """Whether it has a day; what has only a month is always of this week in that month."""

    @property
    def first(self) -> date:
        """The first day on which it can be."""
        return self.shown_from + AHEAD if self.dated else self.shown_from

    @property
    def week_from(self) -> date:
        """The Monday of the week in which it begins; for one without a day, the first of its month."""
        if not self.dated:
            return self.shown_from
        return self.first - timedelta(days=self.first.weekday())

    @property
    def week(self) -> tuple[date, date]:
        """The first and the last day on which it stands in 本周."""
        return self.week_from, self.last

    @property
    def before(self) -> tuple[date, date]:
        """The first and the last day on which it stands in 接下来."""
        return self.shown_from, self.week_from - timedelta(days=1)


def coming_up(catalog: Catalog) -> list[Coming]:
    """What comes up today or on a later day within LEEWAY, and where nothing does, what comes next; days in their order,
    parts of months and what has only a month behind them, what is undecided last.

    Routine ones are left out: 每周三 is always coming up.
    """
    last_month = Month.of(catalog.today + LEEWAY + AHEAD)
    found: dict[Key, Coming] = {}
    month = Month.of(catalog.today)
    while month <= last_month:
        for item in _of_month(catalog, month):
            if item.last >= catalog.today and item.shown_from <= catalog.today + LEEWAY:
                found.setdefault(item.entry.counted_as, item)
        month = month.plus(1)
    if not any(item.first > catalog.today for item in found.values()):
        further = (_of_month(catalog, month) for month in catalog.months if month > last_month)
        following = min(
            (item for items in further for item in items), key=lambda item: item.first, default=None
        )
        if following is not None:
            found.setdefault(following.entry.counted_as, following)
    return sorted(found.values(), key=lambda item: (_rank(item), item.entry.order))


def _rank(item: Coming) -> tuple[bool, bool, bool]:
    """What is undecided stands behind all, then what has only a month, then 下旬 and 月底."""
    is_part = item.entry.time.precision is Precision.PART
    return item.entry.state is State.UNDECIDED, not item.dated, is_part


def _of_month(catalog: Catalog, month: Month) -> Iterator[Coming]:
    schedule = catalog.schedule(month)
    for entry in (*schedule.entries, *schedule.arriving):
        open_states = (State.POSTPONED,) if entry.arrived else (State.PLANNED, State.UNDECIDED)
        if entry.planned and not entry.routine and entry.state in open_states:
            time = entry.time
            if time.start is not None and time.end is not None:
                last = None if entry.arrived else entry.last_day
                yield Coming(entry, time.start - AHEAD, last or time.end)
            else:
                last = min(time.deadline or month.last, month.last)
                yield Coming(entry, month.first, last, dated=False)
