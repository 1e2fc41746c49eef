"""An activity of a plan or a summary (SPECIFICATION section 4)."""

from __future__ import annotations

from dataclasses import dataclass
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
    new_time: times.Time | None = None
    """When it is to be since it was postponed; None where nobody has said."""
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

    @property
    def postponed_to(self) -> tuple[times.Month, ...]:
        """The months of the new time."""
        return self.new_time.months if self.new_time else ()

    @property
    def postponed_words(self) -> str:
        """The new time as written, its day included: 5月20日."""
        return self.new_time.text if self.new_time else ""

    @property
    def postponed_exactly(self) -> str:
        """The new time as written where it says more than months, such as a day; else empty."""
        return (
            self.postponed_words if any(sign in self.postponed_words for sign in "日号旬初底末中:：") else ""
        )
