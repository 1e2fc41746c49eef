"""The front page: what matters this month, what is new, what is pinned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from functools import partial

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.progress import progress_of
from noticeboard.content.activities import Status
from noticeboard.content.documents import Disclosure, Plan
from noticeboard.content.notice_period import NoticeState
from noticeboard.content.times import Month
from noticeboard.views.addresses import HOME
from noticeboard.views.page import Page

_MOST_NEW = 8


def pages(catalog: Catalog) -> Iterator[Page]:
    """The front page. Its hand-written text comes from docs/index.md, by way of the door."""
    yield Page(HOME, catalog.settings.organisation, "home.html", partial(_context, catalog))


def _context(catalog: Catalog) -> Mapping[str, object]:
    today, month = catalog.today, Month.of(catalog.today)
    current = [document for document in catalog.documents if catalog.is_current(document)]
    schedule = catalog.schedule(month)
    since = today - timedelta(days=catalog.settings.new_days)
    return {
        "month": month,
        "schedule": schedule,
        "progress": progress_of((*schedule.entries, *schedule.arriving)),
        "upcoming": [
            entry
            for entry in (*schedule.arriving, *schedule.entries)
            if entry.planned and entry.status in (Status.PLANNED, Status.UNDECIDED)
        ],
        "done": [entry for entry in schedule.entries if entry.planned and entry.status is Status.DONE],
        "pinned": [document for document in current if document.pinned],
        "new": [document for document in current if not document.pinned][:_MOST_NEW],
        "since": since,
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
