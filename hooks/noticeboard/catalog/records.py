"""What closes an activity: reports that it links to, and what the summaries that answer its plan record of it.

Who records what is settled here; what follows from it for the activity's state in `noticeboard.catalog.states`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from noticeboard.catalog.gists import gists_of, heads_of
from noticeboard.catalog.relations import Relation, RelationKind, path_of_link
from noticeboard.catalog.same_activities import Key, Planned, groups_of_same, same_among, words_of
from noticeboard.content.activities.activity import Activity, Status
from noticeboard.content.documents import Document, Plan, Summary
from noticeboard.times import Month, Precision

_SETTLED = frozenset({Status.DONE, Status.CANCELLED, Status.POSTPONED})
"""What a summary can say that became of an activity."""
_NEVER = Month(9999, 12)
_ARRIVED = re.compile(r"[，,；; ]\s*(?:由|从|原定)[^，,。]{1,8}?(?:延期|推迟|顺延|延后|改期)(?:而来|举行)?$")
"""What the item at a new time says of the old one: 教学比武，由十月延期."""


class RecordKind(StrEnum):
    """Where it is told what became of an activity."""

    REPORT = "report"
    """In a summary that the plan's item links to."""
    SUMMARY = "summary"
    """In an item of a summary that answers the plan."""
    PLAN = "plan"
    """In another plan that names the same activity."""


@dataclass(frozen=True, slots=True)
class Record:
    """One record of one activity."""

    kind: RecordKind
    document: Document
    status: Status
    months: tuple[Month, ...]
    """In which of them it was done; those of the document's period where nothing says more."""
    day: date | None = None
    anchor: str = ""
    """Of the summary's or plan's item; empty for a report, which tells of the activity as a whole."""
    reason: str = ""
    put_off_to: date | None = None
    """The last day of the new time that a summary's item says; None where it says none."""


@dataclass(frozen=True, slots=True)
class Records:
    """All records of a board."""

    of: Mapping[Key, tuple[Record, ...]] = field(default_factory=dict)
    """The activity of a plan → what was recorded of it."""
    reports_on: Mapping[Key, frozenset[Key]] = field(default_factory=dict)
    """The item of a summary → the activities of which it is the record."""
    goes_on: Mapping[Key, Key] = field(default_factory=dict)
    """An activity that was postponed → the item at its new time, where a plan of the unit has one in the same words."""
    same: Mapping[Key, Key] = field(default_factory=dict)
    """An item that is joined to others by 同 → the first of them."""


def records_among(documents: Mapping[str, Document], relations: Iterable[Relation], today: date) -> Records:
    """The records of all plans' activities that had been written on `today`."""
    of: dict[Key, list[Record]] = defaultdict(list)
    reports_on: dict[Key, set[Key]] = defaultdict(set)
    for plan in documents.values():
        if isinstance(plan, Plan):
            for activity in plan.activities:
                of[plan.path, activity.anchor] += _reports(plan, activity, documents, today)
    for plan, summary in _answers(documents, relations, today):
        for activity, record in _matches(plan, summary, of, today):
            of[plan.path, activity.anchor].append(record)
            reports_on[summary.path, record.anchor].add((plan.path, activity.anchor))
    plans = [document for document in documents.values() if isinstance(document, Plan)]
    same = same_among(documents)
    for group in groups_of_same(documents, same):
        _share(group, of)
    return Records(
        {key: tuple(found) for key, found in of.items() if found},
        {key: frozenset(keys) for key, keys in reports_on.items()},
        dict(_continuations(plans)),
        same,
    )


def _answers(
    documents: Mapping[str, Document], relations: Iterable[Relation], today: date
) -> Iterator[tuple[Plan, Summary]]:
    """The plans with the summaries that answer them, the oldest summary first: later ones know what it put off."""
    found = [
        (plan, summary)
        for relation in relations
        if relation.kind is RelationKind.ANSWERS
        and isinstance(plan := documents[relation.target], Plan)
        and isinstance(summary := documents[relation.source], Summary)
        and summary.date <= today
    ]
    yield from sorted(found, key=lambda pair: pair[1].date)


def _share(group: Sequence[Planned], of: dict[Key, list[Record]]) -> None:
    """Give each of the twins what is known of the others: the records, and what their own lines say."""
    known = [record for plan, activity in group for record in of[plan.path, activity.anchor]]
    for plan, activity in group:
        cleaned = [
            Record(RecordKind.PLAN, other, it.status, it.time.months, it.time.start, it.anchor, it.reason)
            for other, it in group
            if other is not plan
            and it.status in (Status.DONE, Status.CANCELLED)
            and it.time.precision is not Precision.RECURRING
        ]
        of[plan.path, activity.anchor] = list(dict.fromkeys((*known, *cleaned)))


def _continuations(plans: Iterable[Plan]) -> Iterator[tuple[Key, Key]]:
    """Postponed activities, each with the item at its new time that says the same."""
    by_words: dict[tuple[str, str], list[Planned]] = defaultdict(list)
    for plan in plans:
        for activity in plan.activities:
            cleaned = _ARRIVED.sub("", activity.text)
            by_words[plan.unit, words_of(cleaned)].append((plan, activity))
    for same in by_words.values():
        for plan, activity in same:
            if activity.status is not Status.POSTPONED or not activity.postponed_to:
                continue
            longer = (it for it in same if _is_longer_chain(it[1], activity))
            later = next((it for it in same if _stands_at_new_time(it[1], activity)), None) or next(
                longer, None
            )
            if later is not None:
                yield (plan.path, activity.anchor), (later[0].path, later[1].anchor)


def _stands_at_new_time(later: Activity, activity: Activity) -> bool:
    """Whether an item stands in a later month, at the time to which another was postponed; on its day where both say one."""
    months, new = later.time.months, activity.new_time
    if not months or new is None or months[0] <= (activity.time.months or (_NEVER,))[-1]:
        return False
    ours, theirs = (later.time.start, later.time.end), (new.start, new.end)
    if ours[0] and ours[1] and theirs[0] and theirs[1]:
        return ours[0] <= theirs[1] and theirs[0] <= ours[1]
    return months[0] in new.months


def _is_longer_chain(other: Activity, activity: Activity) -> bool:
    """Whether an item tells of more steps from the same time on: （原定9月） below October, where September's goes on to November."""
    steps = [step.months for step in activity.postponements]
    return (
        len(other.postponements) > len(steps)
        and other.time.months == activity.time.months
        and [step.months for step in other.postponements[: len(steps)]] == steps
    )


def _reports(
    plan: Plan, activity: Activity, documents: Mapping[str, Document], today: date
) -> Iterator[Record]:
    """The summaries that an item links to, where they can tell of it: neither of last year nor of tomorrow."""
    months = _months(plan, activity)
    for document in _linked(plan, activity, documents):
        if isinstance(document, Summary) and months[0].first <= document.date <= today:
            shared = tuple(month for month in document.period.months if month in months)
            if shared:
                yield Record(RecordKind.REPORT, document, Status.DONE, shared)


def _matches(
    plan: Plan, summary: Summary, known: Mapping[Key, Sequence[Record]], today: date
) -> Iterator[tuple[Activity, Record]]:
    """The activities of a plan that a summary tells of, each with the item that does; `known` are the older records."""
    taken: set[str] = set()
    for item in summary.activities:
        if item.status not in _SETTLED or (item.time.start is not None and item.time.start > today):
            continue
        activity = _match(plan, summary, item, known, taken)
        if activity is not None:
            taken.add(activity.anchor)
            months = item.time.months or summary.period.months
            yield (
                activity,
                Record(
                    RecordKind.SUMMARY,
                    summary,
                    item.status,
                    months,
                    item.time.start,
                    item.anchor,
                    item.reason,
                    item.postponements[-1].last if item.postponements else None,
                ),
            )


def _match(
    plan: Plan, summary: Summary, item: Activity, known: Mapping[Key, Sequence[Record]], taken: set[str]
) -> Activity | None:
    """The activity that an item of a summary names: by its anchor, by a document that both link to, by its words in a month.

    An activity is told of once, what recurs as often as it likes. Of several that say the same the one on the same day is
    meant, else the first.
    """
    named = {
        link.target.partition("#")[2]
        for link in item.links
        if path_of_link(summary, link.target) == plan.path
    }
    for activity in plan.activities:
        if activity.anchor in named:
            return activity
    targets = _targets(summary, item) - {plan.path, summary.path}
    linking = [activity for activity in plan.activities if targets & _targets(plan, activity)]
    if len(linking) == 1 and linking[0].anchor not in taken:
        return linking[0]
    months = set(item.time.months or summary.period.months)
    timely = [
        activity
        for activity in plan.activities
        if (activity.anchor not in taken or activity.time.precision is Precision.RECURRING)
        and not months.isdisjoint(
            (*_months(plan, activity), *_put_off_to(known.get((plan.path, activity.anchor), ())))
        )
    ]
    # 三八活动，参加42人 tells of 三八活动.
    words = heads_of(item.text)
    alike = [activity for activity in timely if words_of(activity.text) in words]
    near = alike or [activity for activity in timely if gists_of(activity.text) & gists_of(item.text)]
    on_day = (activity for activity in near if item.time.start and activity.time.start == item.time.start)
    return next(on_day, near[0] if alike or len(near) == 1 else None)


def _put_off_to(records: Iterable[Record]) -> Iterator[Month]:
    """The months of the new times that summaries have told."""
    return (Month.of(record.put_off_to) for record in records if record.put_off_to)


def _targets(document: Document, activity: Activity) -> set[str | None]:
    return {path_of_link(document, link.target) for link in activity.links} - {None}


def _linked(plan: Plan, activity: Activity, documents: Mapping[str, Document]) -> Iterator[Document]:
    paths = dict.fromkeys(path_of_link(plan, link.target) for link in activity.links)
    yield from (documents[path] for path in paths if path and path in documents and path != plan.path)


def _months(plan: Plan, activity: Activity) -> Sequence[Month]:
    """The months in which it can have been: its own, and those it was postponed to."""
    later = (month for step in activity.postponements for month in step.months)
    return sorted({*(activity.time.months or plan.period.months), *later})
