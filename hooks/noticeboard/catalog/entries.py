"""An entry: an activity together with the document that holds it, as pages and data show it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from noticeboard.catalog.occasions import recurs
from noticeboard.catalog.records import Record, RecordKind, Records
from noticeboard.catalog.relations import path_of_link
from noticeboard.catalog.same_activities import Key
from noticeboard.catalog.states import Outcome, State, is_loose, last_day_of, outcome_of, period_months
from noticeboard.content.activities.activity import Activity, Status
from noticeboard.content.documents import Document, Plan
from noticeboard.times import Month, Precision, Time

OTHER = "其他"


@dataclass(frozen=True)
class Entry:
    """One activity on the board."""

    document: Document
    activity: Activity
    category: str
    """From the item's own 类别, else from the settings' keywords, else 其他 (SPECIFICATION section 4)."""
    reports: tuple[Document, ...]
    """The documents that the item links to: summaries, notices, disclosures."""
    outcome: Outcome
    """What became of it, on the day of the catalog."""
    reports_on: frozenset[Key] = frozenset()
    """Of a summary's entry, the activities of plans of which it is the record."""
    goes_on: Key | None = None
    """Of what was postponed, the item at its new time, where there is one: the two are one activity."""
    same: Key | None = None
    """Of what officers have joined by 同, the item that stands for all of them."""
    also: tuple[Entry, ...] = ()
    """Items of other plans that say the same, where a list has folded them together."""
    arrived: bool = False
    """Whether it stands here by the time that it was postponed to."""

    @property
    def key(self) -> Key:
        """The document's path and the item's anchor: no other entry has both."""
        return self.document.path, self.activity.anchor

    @property
    def keys(self) -> frozenset[Key]:
        """Its own key and those of the items folded into it."""
        return frozenset({self.key, *(other.key for other in self.also)})

    @property
    def counted_as(self) -> Key:
        """What is equal for items that are one activity."""
        return self.same or self.key

    @property
    def status(self) -> Status:
        """What its own line says; what became of it is its `state`."""
        return self.activity.status

    @property
    def time(self) -> Time:
        """The time by which it stands here."""
        return self.activity.new_time if self.arrived and self.activity.new_time else self.activity.time

    def arriving(self) -> Entry:
        """The same, as it stands by the time that it was postponed to."""
        return replace(self, arrived=True)

    @property
    def state(self) -> State:
        """What became of it, as readers see it."""
        return self.outcome.state

    @property
    def overdue(self) -> bool:
        """Whether its time is over, or that of one of its times, and nothing tells what became of it."""
        return self.outcome.late

    @property
    def records(self) -> tuple[Record, ...]:
        """What else than its own line tells what became of it: summaries and other plans."""
        return tuple(record for record in self.outcome.records if record.kind is not RecordKind.REPORT)

    @property
    def recorded(self) -> bool:
        """Whether more than a tick tells what became of it: a summary, a notice, a disclosure, or a file.

        Another plan is no proof: a plan says what is to be done.
        """
        is_recorded = any(record.kind is not RecordKind.PLAN for record in self.outcome.records)
        return is_recorded or self.shows_file or any(not isinstance(it, Plan) for it in self.reports)

    @property
    def shows_file(self) -> bool:
        """Whether it links to a file of the board that is no document: a photograph, a list."""
        paths = (path_of_link(self.document, link.target) for link in self.activity.links)
        return any(path and "." in path and not path.casefold().endswith(".md") for path in paths)

    @property
    def planned(self) -> bool:
        """Whether it stands in a plan; a summary's entries are reports of deeds and count in no progress."""
        return isinstance(self.document, Plan)

    @property
    def routine(self) -> bool:
        """Whether it recurs, and so is counted by its times: 每周三 教工太极班, 每季度 安全检查."""
        return (
            self.planned
            and recurs(self.activity)
            and (
                bool(self.outcome.occasions)
                or (self.status is Status.PLANNED and self.state is State.RECURRING)
            )
        )

    @property
    def loose(self) -> bool:
        """Whether it stands under 时间待定 of the year's page (SPECIFICATION sections 3 and 4)."""
        return is_loose(self.activity)

    @property
    def months(self) -> tuple[Month, ...]:
        """The month pages on which it stands by its own time, without those it was postponed to."""
        if not self.loose:
            return self.activity.time.months
        if (
            self.activity.status is Status.UNDECIDED
            and self.activity.time.precision is not Precision.UNDECIDED
        ):
            return ()
        if self.activity.time.once_a_year_page:
            found = {
                month for item in self.outcome.occasions for record in item.records for month in record.months
            }
            reported = {report.month for report in self.reports}
            return tuple(
                sorted({*reported, *(month for month in found if month in self.activity.time.months)})
            )
        return ()

    @property
    def years(self) -> tuple[int, ...]:
        """The years under whose 时间待定 it stands when it is loose."""
        months = self.activity.time.months or period_months(self.document)
        return tuple(sorted({month.year for month in months}))

    @property
    def last_day(self) -> date | None:
        """The last day on which it could have happened as planned."""
        return last_day_of(self.document, self.activity)

    @property
    def order(self) -> tuple[date, int, str, int]:
        """Sorts by day: dated ones first within a month, then those that have only the month."""
        time = self.time
        first = time.start or (time.days[0] if time.days and time.precision is Precision.DAY else None)
        if first is not None:
            return (first, 0, self.document.path, self.activity.line)
        months = time.months or (Month(9999, 12),)
        return (months[-1].last, 1, self.document.path, self.activity.line)


def entries_of(
    document: Document,
    reports: Mapping[int, Sequence[Document]],
    keywords: Mapping[str, Iterable[str]],
    today: date,
    records: Records,
    *,
    claims: bool = True,
) -> tuple[Entry, ...]:
    """The entries of a document. `reports` maps an activity's line to the documents that it links to.

    Without `claims` nothing is said to be late.
    """
    return tuple(
        Entry(
            document=document,
            activity=activity,
            category=category_of(activity, keywords),
            reports=(found := tuple(_reports(activity, reports))),
            outcome=outcome_of(
                document,
                activity,
                today,
                records.of.get((document.path, activity.anchor), ()),
                found,
                claims=claims,
            ),
            same=records.same.get((document.path, activity.anchor)),
            goes_on=records.goes_on.get((document.path, activity.anchor)),
            reports_on=records.reports_on.get((document.path, activity.anchor), frozenset()),
        )
        for activity in document.activities
    )


def _reports(activity: Activity, reports: Mapping[int, Sequence[Document]]) -> Iterable[Document]:
    """What an item links to, without the plan that its 同 names."""
    found = reports.get(activity.line, ())
    return (it for it in found if activity.same_as is None or not isinstance(it, Plan))


def follow(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries; what goes on at a later item has become what that one has, and is postponed until then."""
    found = tuple(entries)
    by_key = {entry.key: entry for entry in found}
    return tuple(
        replace(entry, outcome=_followed(_last_of(entry, by_key).outcome)) if entry.goes_on else entry
        for entry in found
    )


def _followed(outcome: Outcome) -> Outcome:
    return replace(outcome, state=State.POSTPONED) if outcome.state is State.PLANNED else outcome


def _last_of(entry: Entry, by_key: Mapping[Key, Entry]) -> Entry:
    # Each goes on in a later month or at a longer chain, so that this ends.
    while entry.goes_on is not None and entry.goes_on in by_key:
        entry = by_key[entry.goes_on]
    return entry


def category_of(activity: Activity, keywords: Mapping[str, Iterable[str]]) -> str:
    """The activity's category (SPECIFICATION section 4)."""
    if activity.category:
        return activity.category
    text = activity.text
    for name, words in keywords.items():
        for word in words:
            if word in text:
                return name
    return OTHER
