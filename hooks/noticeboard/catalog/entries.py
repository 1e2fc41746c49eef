"""An entry: an activity together with the document that holds it, as pages and data show it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from noticeboard.content.activities import Activity, Status
from noticeboard.content.documents import Document, Plan
from noticeboard.times import Month, Precision, Time

OTHER = "其他"
_LOOSE = frozenset({Precision.HALF_YEAR, Precision.YEAR, Precision.UNDECIDED})


@dataclass(frozen=True)
class Entry:
    """One activity on the board."""

    document: Document
    activity: Activity
    category: str
    """From the item's own 类别, else from the settings' keywords, else 其他 (SPECIFICATION section 4)."""
    reports: tuple[Document, ...]
    """The documents that the item links to: summaries, notices, disclosures."""
    overdue: bool
    """Its time is over, and the plan does not say what became of it."""
    also: tuple[Document, ...] = ()
    """Other plans that say the same, where a list has folded them together."""
    arrived: bool = False
    """Whether it stands here by the time that it was postponed to."""

    @property
    def status(self) -> Status:
        return self.activity.status

    @property
    def time(self) -> Time:
        """The time by which it stands here."""
        return self.activity.new_time if self.arrived and self.activity.new_time else self.activity.time

    def arriving(self) -> Entry:
        """The same, as it stands by the time that it was postponed to."""
        return replace(self, arrived=True)

    @property
    def planned(self) -> bool:
        """Whether it stands in a plan; a summary's entries are reports of deeds and count in no progress."""
        return isinstance(self.document, Plan)

    @property
    def routine(self) -> bool:
        """Whether it recurs and its plan says nothing else of it: 每周三 教工太极班."""
        return (
            self.planned
            and self.activity.time.precision is Precision.RECURRING
            and self.status is Status.PLANNED
        )

    @property
    def loose(self) -> bool:
        """Whether it stands under 时间待定 of the year's page (SPECIFICATION sections 3 and 4)."""
        time = self.activity.time
        return time.precision in _LOOSE or time.once_a_year_page or not time.months

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
            return tuple(sorted({report.month for report in self.reports}))
        return ()

    @property
    def years(self) -> tuple[int, ...]:
        """The years under whose 时间待定 it stands when it is loose."""
        months = self.activity.time.months or _period_months(self.document)
        return tuple(sorted({month.year for month in months}))

    @property
    def last_day(self) -> date | None:
        """The last day on which it could have happened as planned."""
        return _last_day(self.document, self.activity)

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
) -> tuple[Entry, ...]:
    """The entries of a document. `reports` maps an activity's line to the documents that it links to."""
    return tuple(
        Entry(
            document=document,
            activity=activity,
            category=category_of(activity, keywords),
            reports=tuple(reports.get(activity.line, ())),
            overdue=is_overdue(document, activity, today),
        )
        for activity in document.activities
    )


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


def is_overdue(document: Document, activity: Activity, today: date) -> bool:
    """Whether a planned activity's time has passed without a tick, a cancellation or a postponement."""
    if not isinstance(document, Plan) or activity.time.precision in (
        Precision.RECURRING,
        Precision.UNDECIDED,
    ):
        return False
    if activity.status is Status.POSTPONED:
        return bool(activity.postponed_to) and activity.postponed_to[-1].last < today
    last = _last_day(document, activity)
    return activity.status is Status.PLANNED and last is not None and last < today


def _last_day(document: Document, activity: Activity) -> date | None:
    time = activity.time
    if time.deadline is not None:
        return time.deadline
    if time.end is not None:
        # 6月10日起, 15日左右: on that day it may only have begun.
        return time.end if time.bound is None else Month.of(time.end).last
    months = time.months or _period_months(document)
    return months[-1].last if months else None


def _period_months(document: Document) -> tuple[Month, ...]:
    period = getattr(document, "period", None)
    return period.months if period else ()
