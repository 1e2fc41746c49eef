"""Progress: how far a set of planned activities has come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from noticeboard.catalog.entries import Entry
from noticeboard.content.activities import Status


@dataclass(frozen=True, slots=True)
class Progress:
    """Counts of planned activities by what became of them.

    Recurring ones that nobody ticked are counted apart: 每周三 is never done, nor is it ever late.
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
    """Recurring ones without a tick or any other mark."""

    @property
    def open(self) -> int:
        """Planned, not yet done, not yet due."""
        return self.total - self.done - self.cancelled - self.postponed - self.undecided - self.overdue

    @property
    def percent(self) -> int:
        """Done ones among those not cancelled, in whole per cent, rounded down so that 100 means all."""
        due = self.total - self.cancelled
        return self.done * 100 // due if due else 0


def progress_of(entries: Iterable[Entry]) -> Progress:
    """The progress of the plans' activities among `entries`; what summaries report is not counted."""
    every = [entry for entry in entries if entry.planned]
    planned = [entry for entry in every if not entry.routine]
    counts = {status: sum(entry.status is status for entry in planned) for status in Status}
    return Progress(
        total=len(planned),
        done=counts[Status.DONE],
        cancelled=counts[Status.CANCELLED],
        postponed=counts[Status.POSTPONED],
        undecided=counts[Status.UNDECIDED],
        overdue=sum(entry.overdue and entry.status is Status.PLANNED for entry in planned),
        routine=len(every) - len(planned),
    )
