"""The front page: what is on this week, until when one can sign up, what was answered, what is new."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.deadlines import Deadline, deadlines
from noticeboard.catalog.deduplication import deduplicate
from noticeboard.catalog.disclosures import records_of
from noticeboard.catalog.entries import Entry
from noticeboard.catalog.people import officers_of
from noticeboard.catalog.progress import progress_of
from noticeboard.catalog.proposals import ProposalState
from noticeboard.catalog.states import State
from noticeboard.content.documents import Document, Notice, Plan, Proposal
from noticeboard.content.notice_period import NoticeState
from noticeboard.times import Month
from noticeboard.views.atom_feed import disclosure_feed, notice_feed
from noticeboard.views.helpers.addresses import HOME
from noticeboard.views.helpers.coming import Coming, coming_up
from noticeboard.views.helpers.page import Page
from noticeboard.views.helpers.result_picture import newest_picture
from noticeboard.views.services import situations

_MOST_LISTED = 4
"""Of what is pinned, closes soon or can be objected to; more are folded."""
_MOST_NEW = 8
_FEWEST_NEW = 4
_MOST_THIS_WEEK = 6
_MOST_LATER = 4
_MOST_ANSWERS = 4
_ON_FRONT = (NoticeState.OPEN, NoticeState.UPCOMING)
_ANSWERS_STAY = timedelta(days=60)
"""How long an answer is news."""
_MOST_PLANS = 8
_MOST_OWN_PLANS = 2
_FEW_LISTED = 2
"""Of what is new, and of each list, where there are more plans than fit: the page stays three screens of a phone long."""
_FEW_THIS_WEEK = 2
_FEW_LATER = 1


@dataclass(frozen=True, slots=True)
class DatedRow:
    """A line of a list that a script keeps right on its reader's day: it is shown from `shown_from` to `last`."""

    entry: Entry
    shown_from: date
    last: date

    def shows_on(self, day: date) -> bool:
        """Whether the front page shows it on `day`."""
        return self.shown_from <= day <= self.last


@dataclass(frozen=True, slots=True)
class Ahead:
    """本周 or 接下来: all that such a list may show on its readers' days, and what it shows on the day it was built."""

    key: str
    title: str
    empty: str
    """What it says when it shows nothing."""
    most: int
    rows: tuple[DatedRow, ...]
    today: date

    @property
    def shown(self) -> tuple[DatedRow, ...]:
        """Those of the day; where there are none, the next one to come, so that a quiet week has an end."""
        found = tuple(row for row in self.rows if row.shows_on(self.today))
        if not found and self.key == "later":
            found = tuple(row for row in self.rows if row.shown_from > self.today)[:1]
        return found[: self.most]

    @property
    def further(self) -> int:
        """How many of the day's do not find a place."""
        return max(0, sum(row.shows_on(self.today) for row in self.rows) - self.most)


@dataclass(frozen=True, slots=True)
class Reply:
    """Something that was asked for and answered."""

    document: Document
    day: date
    word: str


def pages(catalog: Catalog) -> Iterator[Page]:
    """The front page. Its hand-written text comes from docs/index.md, by way of the door."""
    feeds = (disclosure_feed(catalog), notice_feed(catalog))
    yield Page(HOME, catalog.settings.organisation, "home.html", partial(_context, catalog), alternates=feeds)


def _context(catalog: Catalog) -> Mapping[str, object]:
    month = Month.of(catalog.today)
    # What bears a day to come would stand on top until then.
    issued = (document for document in catalog.shown if document.date <= catalog.today)
    current = [document for document in issued if catalog.is_current(document)]
    records = [record for record in records_of(catalog) if record.current]
    closing = [item for item in deadlines(catalog) if item.notice.date <= catalog.today]
    replies = _replies(catalog)
    above = {
        *(document for document in current if document.pinned),
        *(item.notice for item in closing),
        *(record.document for record in records if record.state in _ON_FRONT),
        *(reply.document for reply in replies),
    }
    is_full = len(_current_plans(catalog, month)) > _MOST_PLANS
    return {
        # A door puts the hand-written text here.
        "text": "",
        "is_full": is_full,
        "most": _FEW_LISTED if is_full else _MOST_LISTED,
        # A page that was built last month knows this one too: a script shows the reader's.
        "months": [catalog.schedule(item) for item in (month, month.plus(1))],
        "with_page": frozenset(catalog.months),
        "closing": [item for item in closing if not item.notice.pinned],
        # What is pinned says its deadline there, and not twice; once it has passed, that too.
        "until": {
            document: Deadline(document, document.deadline)
            for document in current
            if document.pinned and isinstance(document, Notice) and document.deadline is not None
        },
        "ahead": _ahead(catalog, coming_up(catalog), is_full=is_full),
        "pinned": [document for document in current if document.pinned and not isinstance(document, Plan)],
        "new": _new(catalog, [document for document in current if document not in above])[
            : _FEW_LISTED if is_full else None
        ],
        "notices": {state: [record for record in records if record.state is state] for state in _ON_FRONT},
        "replies": replies,
        "picture": newest_picture(catalog),
        "has_officers": bool(officers_of(catalog)),
        "situations": situations(catalog),
        **_plans(catalog, month),
    }


def _plans(catalog: Catalog, month: Month) -> Mapping[str, object]:
    """The plans that run; of many only the board's own, and the others together."""
    plans = _current_plans(catalog, month)
    own = [plan for plan in plans if plan.unit == catalog.settings.default_unit.name]
    shown = plans if len(plans) <= _MOST_PLANS else own[:_MOST_OWN_PLANS]
    others = [plan for plan in plans if plan not in shown]
    return {
        "plans": [(plan, progress_of(catalog.entries_in(plan))) for plan in shown],
        "other_plans": len(others),
        "other_progress": progress_of(
            deduplicate(entry for plan in others for entry in catalog.entries_in(plan))
        ),
    }


def _ahead(catalog: Catalog, coming: Sequence[Coming], *, is_full: bool) -> tuple[Ahead, Ahead]:
    most_now, most_later = (_FEW_THIS_WEEK, _FEW_LATER) if is_full else (_MOST_THIS_WEEK, _MOST_LATER)
    week = tuple(DatedRow(item.entry, *item.week) for item in coming)
    # What has only a month is of this week as soon as it begins: it stands here for a quiet time, which has an end.
    later = tuple(DatedRow(item.entry, *item.before) for item in sorted(coming, key=_first_day))
    return (
        Ahead("week", "本周", "本周没有安排。", most_now, week, catalog.today),
        Ahead("later", "接下来", "今后两周没有安排。", most_later, later, catalog.today),
    )


def _first_day(item: Coming) -> tuple[bool, date]:
    return item.entry.state is State.UNDECIDED, item.first


def _replies(catalog: Catalog) -> list[Reply]:
    """有回音了: the newest answers to proposals and to opinions."""
    found = [
        Reply(item, item.date, "意见已答复")
        for item in catalog.of_type(Notice)
        if item.is_reply and catalog.is_current(item)
    ]
    for proposal in catalog.of_type(Proposal):
        case = catalog.cases[proposal.path]
        if case.answers and case.state in (ProposalState.ANSWERED, ProposalState.AGAIN):
            found.append(Reply(proposal, case.answers[-1].day, "提案已答复"))
    recent = (item for item in found if catalog.today - _ANSWERS_STAY <= item.day <= catalog.today)
    return sorted(recent, key=lambda item: (-item.day.toordinal(), item.document.path))[:_MOST_ANSWERS]


def _current_plans(catalog: Catalog, month: Month) -> list[Plan]:
    """The plans that hold activities and cover `month`, by unit: the board's own come first."""
    plans = [plan for plan in catalog.of_type(Plan) if month in plan.period and catalog.entries_in(plan)]
    units = list(catalog.units)
    return sorted(plans, key=lambda plan: units.index(plan.unit))


def _new(catalog: Catalog, documents: Sequence[Document]) -> list[Document]:
    """The newest: those of the last days that the settings call new, but neither too few nor too many to read."""
    since = catalog.today - timedelta(days=catalog.settings.new_days)
    recent = sum(document.date >= since for document in documents)
    return list(documents[: min(max(recent, _FEWEST_NEW), _MOST_NEW)])
