"""What became of an activity: the one place that decides its state, from its plan, its reports and the summaries together.

All pages, calendars, data and commands ask here (SPECIFICATION section 4); none looks at a time or a tick by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from noticeboard.catalog.occasions import Occasion, occasions_of, recurs, with_deviations, with_records
from noticeboard.catalog.records import Record
from noticeboard.content.activities.activity import Activity, Status
from noticeboard.content.documents import Document, Plan
from noticeboard.times import Month, Precision


class State(StrEnum):
    """What readers see of an activity, in one word everywhere."""

    PLANNED = "planned"
    DONE = "done"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    UNDECIDED = "undecided"
    OVERDUE = "overdue"
    """Its time is over, the new one too where it was postponed, and nothing tells what became of it."""
    UNDECIDED_OVERDUE = "undecided-overdue"
    """Its month is over, and it still has no time."""
    RECURRING = "recurring"
    """Comes again, and nothing of it is late."""
    RECURRING_LATE = "recurring-late"
    """Comes again, and at least one time of it is over without a record."""


LATE = frozenset({State.OVERDUE, State.UNDECIDED_OVERDUE, State.RECURRING_LATE})
"""The states that ask somebody to do something."""
_IN_PUBLIC = {
    State.OVERDUE: State.PLANNED,
    State.UNDECIDED_OVERDUE: State.UNDECIDED,
    State.RECURRING_LATE: State.RECURRING,
}
"""What is said instead where reports may be withheld: that something is late would be false."""
_SETTLED = {Status.DONE: State.DONE, Status.CANCELLED: State.CANCELLED}


@dataclass(frozen=True, slots=True)
class Outcome:
    """An activity's state on a day, and what it is known by."""

    state: State
    records: tuple[Record, ...] = ()
    """What closes it beside the plan's own line, or counts in what recurs."""
    due: date | None = None
    """The last day on which it could be; of what recurs that of the first time that is late, else of the last one."""
    occasions: tuple[Occasion, ...] = ()
    """Of what recurs every month or more rarely, each time that it is due."""

    @property
    def late(self) -> bool:
        """Whether the state is one of those that are late."""
        return self.state in LATE

    @property
    def since(self) -> date | None:
        """The first day on which it was late; None when it is not."""
        return self.due + timedelta(days=1) if self.late and self.due else None

    @property
    def missing(self) -> tuple[Occasion, ...]:
        """The times of what recurs that were over when it became late, and are not done."""
        return tuple(item for item in self.occasions if item.missing)

    @property
    def times_done(self) -> int:
        """How many times what recurs was done."""
        return sum(item.done for item in self.occasions)


def outcome_of(
    document: Document,
    activity: Activity,
    today: date,
    records: Sequence[Record] = (),
    linked: Sequence[Document] = (),
    *,
    claims: bool = True,
) -> Outcome:
    """The state of an activity of `document` on `today`.

    `records` tell of it elsewhere, `linked` are the documents of the board that it links to. Without `claims` nothing is
    said to be late. What the plan's line itself says, a tick or a cancellation, stands above all records.
    """
    if not isinstance(document, Plan):
        return Outcome(State(activity.status), due=last_day_of(document, activity))
    found = _outcome(document, activity, today, records, linked)
    return found if claims else replace(found, state=_IN_PUBLIC.get(found.state, found.state))


def _outcome(
    plan: Plan, activity: Activity, today: date, records: Sequence[Record], linked: Sequence[Document]
) -> Outcome:
    due = due_of(plan, activity)
    if recurs(activity) and activity.status in (Status.PLANNED, Status.DONE):
        occasions = with_deviations(occasions_of(activity.time, plan.period.months), activity)
        if len(occasions) != 1:
            return _recurring(activity, today, records, linked, occasions)
        due = occasions[0].last
    if activity.status in _SETTLED:
        return Outcome(_SETTLED[activity.status], tuple(records), due)
    closing = tuple(record for record in records if record.status in _SETTLED)
    if closing:
        return Outcome(_SETTLED[closing[-1].status], closing, due)
    put_off = [record.put_off_to for record in records if record.put_off_to]
    due = max([*put_off, *([due] if due else [])], default=None)
    over = due is not None and due < today
    has_no_time = activity.status is Status.UNDECIDED or (
        activity.status is Status.POSTPONED and not activity.postponed_to
    )
    if has_no_time and not put_off:
        return Outcome(State.UNDECIDED_OVERDUE if over else State(activity.status), tuple(records), due)
    return Outcome(State.OVERDUE if over else _open(activity, records), tuple(records), due)


def _open(activity: Activity, records: Sequence[Record]) -> State:
    is_postponed = any(record.status is Status.POSTPONED for record in records)
    return State.POSTPONED if is_postponed else State(activity.status)


def _recurring(
    activity: Activity,
    today: date,
    records: Sequence[Record],
    linked: Sequence[Document],
    occasions: Sequence[Occasion],
) -> Outcome:
    found = with_records(occasions, activity, records, linked, today)
    late = tuple(item for item in found if item.missing)
    is_done = all(item.done for item in found) if found else activity.status is Status.DONE
    state = State.DONE if is_done else State.RECURRING_LATE if late else State.RECURRING
    due = late[0].last if late else found[-1].last if found else None
    return Outcome(state, tuple(records), due, found)


def due_of(document: Document, activity: Activity) -> date | None:
    """The last day on which it can be: of its new time where it was postponed, of its month where it is undecided."""
    last = last_day_of(document, activity)
    if activity.status is Status.POSTPONED and activity.postponements:
        return activity.postponements[-1].last or (last and Month.of(last).last)
    if activity.status in (Status.UNDECIDED, Status.POSTPONED):
        return last and Month.of(last).last
    return last


def last_day_of(document: Document, activity: Activity) -> date | None:
    """The last day on which it could have happened as planned first."""
    time = activity.time
    if time.deadline is not None:
        return time.deadline
    if time.end is not None:
        # 6月10日起, 15日左右: on that day it may only have begun.
        return time.end if time.bound is None else Month.of(time.end).last
    months = time.months or period_months(document)
    return months[-1].last if months else None


def period_months(document: Document) -> tuple[Month, ...]:
    """The months of a document's period; none where it has none."""
    period = getattr(document, "period", None)
    return period.months if period else ()


def is_loose(activity: Activity) -> bool:
    """Whether it has no month of its own (SPECIFICATION sections 3 and 4)."""
    time = activity.time
    loose = (Precision.HALF_YEAR, Precision.YEAR, Precision.UNDECIDED)
    return time.precision in loose or time.once_a_year_page or not time.months
