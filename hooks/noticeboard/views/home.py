"""The front page: what matters this month, what is new, what is pinned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from functools import partial

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.deduplication import deduplicate
from noticeboard.catalog.disclosures import records_of
from noticeboard.catalog.progress import progress_of
from noticeboard.content.documents import Document, Plan
from noticeboard.content.notice_period import NoticeState
from noticeboard.times import Month
from noticeboard.views.atom_feed import disclosure_feed, notice_feed
from noticeboard.views.helpers.addresses import HOME
from noticeboard.views.helpers.coming import coming_up
from noticeboard.views.helpers.page import Page

_MOST_NEW = 8
_FEWEST_NEW = 4
_MOST_COMING = 6
_MOST_PLANS = 8
_MOST_OWN_PLANS = 2
_FEW = 4
"""Of what is new and of what comes up, where there are more plans than fit: the page stays three screens of a phone long."""


def pages(catalog: Catalog) -> Iterator[Page]:
    """The front page. Its hand-written text comes from docs/index.md, by way of the door."""
    feeds = (disclosure_feed(catalog), notice_feed(catalog))
    yield Page(HOME, catalog.settings.organisation, "home.html", partial(_context, catalog), alternates=feeds)


def _context(catalog: Catalog) -> Mapping[str, object]:
    month = Month.of(catalog.today)
    current = [document for document in catalog.shown if catalog.is_current(document)]
    records = [record for record in records_of(catalog) if record.current]
    coming = coming_up(catalog)
    shown = [item for item in coming if item.shows_on(catalog.today)]
    is_full = len(_current_plans(catalog, month)) > _MOST_PLANS
    most = _FEW if is_full else _MOST_COMING
    return {
        # A door puts the hand-written text here.
        "text": "",
        # A page that was built last month knows this one too: a script shows the reader's.
        "months": [catalog.schedule(item) for item in (month, month.plus(1))],
        "with_page": frozenset(catalog.months),
        "coming": coming,
        "shown": shown[:most],
        "further": len(shown[most:]),
        "most_coming": most,
        "pinned": [document for document in current if document.pinned],
        "new": _new(catalog, [document for document in current if not document.pinned])[
            : _FEW if is_full else None
        ],
        "notices": {
            state: [record for record in records if record.state is state]
            for state in (NoticeState.OPEN, NoticeState.UPCOMING)
        },
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


def _current_plans(catalog: Catalog, month: Month) -> list[Plan]:
    """The plans that hold activities and cover `month`, by unit: the board's own come first."""
    plans = [plan for plan in catalog.of_type(Plan) if month in plan.period and catalog.entries_in(plan)]
    units = list(catalog.units)
    return sorted(plans, key=lambda plan: units.index(plan.unit))


def _new(catalog: Catalog, documents: Sequence[Document]) -> list[Document]:
    """The newest: those of the last days that the settings call new, but neither too few nor too many to read."""
    # One that bears a day to come would head the list until then.
    documents = [document for document in documents if document.date <= catalog.today]
    since = catalog.today - timedelta(days=catalog.settings.new_days)
    recent = sum(document.date >= since for document in documents)
    return list(documents[: min(max(recent, _FEWEST_NEW), _MOST_NEW)])
