"""What readers must do by a day: the 截止 of notices."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from noticeboard.catalog.catalog import Catalog
from noticeboard.content.documents import Notice
from noticeboard.times import day_of


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last moment for what a notice asks."""

    notice: Notice
    until: date | datetime
    """The whole day counts where no time of day is said."""

    @property
    def day(self) -> date:
        """The last day, whatever the time of day."""
        return day_of(self.until)


def deadlines(catalog: Catalog) -> tuple[Deadline, ...]:
    """Those that have not passed on the board's day, the soonest first."""
    found = (Deadline(item, item.deadline) for item in catalog.of_type(Notice) if item.deadline is not None)
    ahead = (deadline for deadline in found if deadline.day >= catalog.today)
    return tuple(sorted(ahead, key=lambda item: (item.day, str(item.until), item.notice.path)))
