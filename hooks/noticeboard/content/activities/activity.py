"""An activity of a plan or a summary (SPECIFICATION section 4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from noticeboard import times
from noticeboard.markup.links import BodyLink
from noticeboard.pickling import pickled_by_position


class Status(StrEnum):
    """What became of an activity."""

    PLANNED = "planned"
    DONE = "done"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    UNDECIDED = "undecided"


@pickled_by_position
@dataclass(frozen=True, slots=True)
class Postponement:
    """One step of an activity to a new time."""

    words: str
    """The new time as written, its day included: 5月20日."""
    time: times.Time | None
    """None where no new time was said, or none that can be meant."""

    @property
    def months(self) -> tuple[times.Month, ...]:
        """The months that it was postponed to; none where it was put off without a new time."""
        return self.time.months if self.time else ()

    @property
    def last(self) -> date | None:
        """The last day on which it could be at its new time; None without one."""
        return (self.time.end or self.time.months[-1].last) if self.time else None


@pickled_by_position
@dataclass(frozen=True, slots=True)
class Deviation:
    """What became of one time of what recurs: 第二季度延期至7月15日, 8月取消."""

    time: times.Time
    """The one that is meant."""
    moved_to: times.Time | None
    """Its new time; None where it was cancelled."""


@pickled_by_position
@dataclass(frozen=True, slots=True)
class Activity:
    """One activity of a plan or a summary."""

    line: int
    """1-based line of the item in its file."""
    column: int
    """1-based column of the item's marker."""
    text: str
    """What is done, as plain text: without marker, box, leading time, fields, state and trailing links."""
    time: times.Time
    status: Status
    anchor: str
    """ASCII id in the document's page; it outlives other lines, and changes of state, fields and links."""
    reason: str = ""
    """Why it was cancelled or postponed."""
    postponements: tuple[Postponement, ...] = ()
    """Every step, in the order in which they are written; the last one holds."""
    done_on: tuple[times.Time, ...] = ()
    """When it says that it was done: （已完成：3月20日）; for what recurs, the ticked items below it too."""
    deviations: tuple[Deviation, ...] = ()
    """Of what recurs, the times that were put off or cancelled."""
    category: str | None = None
    place: str | None = None
    leader: str | None = None
    participants: str | None = None
    headcount: str | None = None
    cost: str | None = None
    theme: str = ""
    """The theme of its section: 妇女权益月 of ``### 三月：妇女权益月``."""
    links: tuple[BodyLink, ...] = ()
    """Every link of the item and of the items below it."""
    sub_items: tuple[str, ...] = ()
    """The items below it, of any depth, as plain text."""

    same_as: str | None = None
    """What its 同 says: the item or the plan that names the same activity, to which one of `links` leads."""

    @property
    def postponed_to(self) -> tuple[times.Month, ...]:
        """The months of the time to which it was postponed last."""
        return self.new_time.months if self.new_time else ()

    @property
    def new_time(self) -> times.Time | None:
        """The time to which it was postponed last; None where nobody has said."""
        return self.postponements[-1].time if self.postponements else None

    @property
    def postponed_words(self) -> str:
        """The time to which it was postponed last, as written."""
        return self.postponements[-1].words if self.postponements else ""

    @property
    def postponed_exactly(self) -> str:
        """The new time as written where it says more than months, such as a day; else empty."""
        return self.postponed_words if says_more_than_months(self.postponed_words) else ""


def says_more_than_months(words: str) -> bool:
    """Whether a time as written names a day, a part of a month or an hour."""
    return any(sign in words for sign in "日号旬初底末中:：")
