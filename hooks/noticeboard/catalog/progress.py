"""Progress: how far a set of planned activities has come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from noticeboard.catalog.entries import Entry
from noticeboard.catalog.states import State


@dataclass(frozen=True, slots=True)
class Progress:
    """Counts of planned activities by what became of them.

    What recurs is counted apart, by its times: 每周三 is never done, nor is it ever late.
    """

    total: int
    """All but the routine ones."""
    done: int
    cancelled: int
    postponed: int
    undecided: int
    overdue: int
    """Neither done nor called off, and their time is over."""
    routine: int
    """What recurs."""
    undecided_overdue: int = 0
    """Without a time, and their month is over."""
    routine_late: int = 0
    """What recurs, and was left out at least once."""
    recorded: int = 0
    """Of the done ones those of which something beside the plans tells; the others are only ticked."""

    @property
    def due(self) -> int:
        """Those that are to be done: all but the cancelled ones."""
        return self.total - self.cancelled

    @property
    def ticked(self) -> int:
        """Done ones of which nothing but a tick tells."""
        return self.done - self.recorded

    @property
    def late(self) -> int:
        """Those of the total of which somebody should say what became of them."""
        return self.overdue + self.undecided_overdue

    @property
    def open(self) -> int:
        """Planned, not yet done, not yet due."""
        return self.due - self.done - self.postponed - self.undecided - self.late

    @property
    def percent(self) -> int:
        """Done ones among those not cancelled, in whole per cent, rounded down so that 100 means all."""
        return self.done * 100 // self.due if self.due else 0


def progress_of(entries: Iterable[Entry]) -> Progress:
    """The progress of the plans' activities among `entries`; what summaries report is not counted.

    What was postponed and goes on at a later item among them is counted there, once.
    """
    planned_ones = [entry for entry in entries if entry.planned]
    keys = {key for entry in planned_ones for key in entry.keys}
    every = [entry for entry in planned_ones if entry.goes_on not in keys]
    planned = [entry for entry in every if not entry.routine]
    counts = Counter(entry.state for entry in planned)
    return Progress(
        total=len(planned),
        done=counts[State.DONE],
        cancelled=counts[State.CANCELLED],
        postponed=counts[State.POSTPONED],
        undecided=counts[State.UNDECIDED],
        overdue=counts[State.OVERDUE],
        undecided_overdue=counts[State.UNDECIDED_OVERDUE],
        routine=len(every) - len(planned),
        routine_late=sum(entry.routine and entry.overdue for entry in every),
        recorded=sum(entry.state is State.DONE and entry.recorded for entry in planned),
    )
