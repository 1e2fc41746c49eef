"""The activities of the data."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.entries import Entry
from noticeboard.catalog.relations import path_of_link
from noticeboard.catalog.states import State
from noticeboard.content.activities.activity import Status
from noticeboard.times import Bound, Precision
from noticeboard.views.helpers.board_data.values import Data


class ActivityData(Data):
    """One activity of a plan or a summary."""

    document: str
    """The `id` of its document."""
    line: int = Field(ge=1)
    """1-based line of the item in the document's source."""
    text: str
    months: list[str]
    """The calendar months that its time covers, `2026-03`; none for a whole year and for undecided ones."""
    start: date | None
    end: date | None
    time: str | None
    """Time of day: `14:30–16:00` or `16:20`."""
    precision: Precision
    status: Status
    category: str
    place: str | None
    leader: str | None
    unit: str
    links: list[str]
    """Addresses below the site's root of what it links to; as written where that is not on the board."""
    url: str
    """Address of the item: its document's with the item's anchor."""
    when: str
    """Its time as written."""
    bound: Bound | None
    """What a word beside its time makes of it: a deadline, a beginning, or about then."""
    deadline: date | None
    """The last day that a deadline leaves."""
    days: list[date]
    """Every single day named, or given by a recurrence."""
    postponed_to: list[str]
    postponed_start: date | None
    """The first day of its new time."""
    postponed_end: date | None
    postponed_time: str | None
    postponements: list[str]
    """Every new time as written, the last one holds."""
    state: State
    """What became of it by its plan, its reports and summaries together."""
    due: date | None
    """The last day on which it can be, at its new time where it was postponed."""
    late_since: date | None
    """The first day on which it was late."""
    records: list[str]
    """Addresses of the reports, and of the items of summaries and other plans, by which it is known."""
    times: int
    """How many times what recurs is due in its period; 0 for all else."""
    times_done: int
    missing: list[str]
    """The times of what recurs that are over and not done: `第三季度`."""
    reason: str
    participants: str | None
    headcount: str | None
    cost: str | None
    same: str | None
    """The address of the first of the items that officers have joined by 同: one activity, to be counted once."""


def activity_data(catalog: Catalog, entry: Entry) -> ActivityData:
    """An activity, not validated again: there are thousands, every value comes typed from the catalog, and a test holds the whole
    file against its schema."""
    activity, time, new, outcome = entry.activity, entry.activity.time, entry.activity.new_time, entry.outcome
    reported = {report.path: report.address for report in entry.reports}
    return ActivityData.model_construct(
        document=entry.document.address,
        line=activity.line,
        text=activity.text,
        months=[str(month) for month in time.months],
        start=time.start,
        end=time.end,
        time=time.clock,
        precision=time.precision,
        status=activity.status,
        category=entry.category,
        place=activity.place,
        leader=activity.leader,
        unit=entry.document.unit,
        links=[
            reported.get(path_of_link(entry.document, link.target) or "", link.target)
            for link in activity.links
        ],
        url=f"{entry.document.address}#{activity.anchor}",
        when=time.text,
        bound=time.bound,
        deadline=time.deadline,
        days=list(time.days),
        postponed_to=[str(month) for month in activity.postponed_to],
        postponed_start=new.start if new else None,
        postponed_end=new.end if new else None,
        postponed_time=new.clock if new else None,
        postponements=[step.words for step in activity.postponements],
        state=outcome.state,
        due=outcome.due if entry.planned else None,
        late_since=outcome.since,
        records=[
            f"{record.document.address}#{record.anchor}" if record.anchor else record.document.address
            for record in outcome.records
        ],
        times=len(outcome.occasions),
        times_done=outcome.times_done,
        missing=[item.title for item in outcome.missing] if outcome.late else [],
        reason=activity.reason,
        participants=activity.participants,
        headcount=activity.headcount,
        cost=activity.cost,
        same=f"{catalog.by_path[entry.same[0]].address}#{entry.same[1]}" if entry.same else None,
    )
