"""The front page: what matters this month, what is new, what is pinned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from functools import partial

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.entries import Entry
from noticeboard.catalog.progress import progress_of
from noticeboard.content.activities import Status
from noticeboard.content.documents import Disclosure, Document, Plan
from noticeboard.content.notice_period import NoticeState
from noticeboard.content.times import Month
from noticeboard.views.addresses import HOME
from noticeboard.views.atom_feed import disclosure_feed, notice_feed
from noticeboard.views.page import Page

_MOST_NEW = 8
_FEWEST_NEW = 4
_MOST_COMING = 6
_AHEAD = timedelta(days=14)


def pages(catalog: Catalog) -> Iterator[Page]:
    """The front page. Its hand-written text comes from docs/index.md, by way of the door."""
    feeds = (disclosure_feed(catalog), notice_feed(catalog))
    yield Page(HOME, catalog.settings.organisation, "home.html", partial(_context, catalog), alternates=feeds)


def _context(catalog: Catalog) -> Mapping[str, object]:
    today, month = catalog.today, Month.of(catalog.today)
    current = [document for document in catalog.documents if catalog.is_current(document)]
    schedule = catalog.schedule(month)
    coming = _coming(catalog, month)
    return {
        # A door puts the hand-written text here.
        "text": "",
        "month": month,
        "progress": schedule.progress,
        "coming": coming[:_MOST_COMING],
        "further": len(coming[_MOST_COMING:]),
        "pinned": [document for document in current if document.pinned],
        "new": _new(catalog, [document for document in current if not document.pinned]),
        "open_notices": [
            document
            for document in current
            if isinstance(document, Disclosure)
            and document.notice_period is not None
            and document.notice_period.state(today) is NoticeState.OPEN
        ],
        "plans": [
            (plan, progress_of(catalog.entries_in(plan)))
            for plan in catalog.of_type(Plan.type)
            if month in plan.period and catalog.entries_in(plan)
        ],
    }


def _coming(catalog: Catalog, month: Month) -> list[Entry]:
    """What this month still holds, then what has a day in the next two weeks; the settled before the undecided."""
    schedule, following = catalog.schedule(month), catalog.schedule(month.plus(1))
    horizon = catalog.today + _AHEAD
    found = [entry for entry in schedule.arriving if entry.planned and not entry.overdue]
    found += [entry for entry in schedule.entries if _is_open(entry)]
    found += [
        entry
        for entry in following.entries
        if _is_open(entry)
        and entry not in found
        and entry.activity.time.start
        and entry.activity.time.start <= horizon
    ]
    return sorted(found, key=lambda entry: (entry.status is Status.UNDECIDED, entry.order))


def _is_open(entry: Entry) -> bool:
    return entry.planned and not entry.overdue and entry.status in (Status.PLANNED, Status.UNDECIDED)


def _new(catalog: Catalog, documents: Sequence[Document]) -> list[Document]:
    """The newest: those of the last days that the settings call new, but neither too few nor too many to read."""
    since = catalog.today - timedelta(days=catalog.settings.new_days)
    recent = sum(document.date >= since for document in documents)
    return list(documents[: min(max(recent, _FEWEST_NEW), _MOST_NEW)])
