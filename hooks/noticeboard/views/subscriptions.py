"""订阅: every calendar and feed of the board on one page, and how to have them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from noticeboard.catalog.catalog import Catalog
from noticeboard.views.atom_feed import disclosure_feed, notice_feed
from noticeboard.views.helpers.addresses import (
    CALENDAR_FILE,
    FEED,
    SUBSCRIBE,
    kind_calendar,
    subscription,
    unit_calendar,
)
from noticeboard.views.helpers.page import Alternate, Page


def pages(catalog: Catalog) -> Iterator[Page]:
    """The page of calendars and feeds."""
    feeds = (disclosure_feed(catalog), notice_feed(catalog))
    yield Page(
        SUBSCRIBE,
        "订阅",
        "subscriptions.html",
        partial(_context, catalog),
        "把活动放进手机和电脑的日历，用阅读器看新文件",
        alternates=feeds,
    )


def _context(catalog: Catalog) -> Mapping[str, object]:
    settings = catalog.settings
    units = settings.all_units if len(settings.all_units) > 1 else ()
    return {
        "subscription": subscription(catalog.site_url, CALENDAR_FILE),
        "board_calendar": Alternate(CALENDAR_FILE, "全部活动"),
        "units": [Alternate(unit_calendar(unit), unit.name) for unit in units],
        "kinds": [Alternate(kind_calendar(slug), kind) for kind, slug in catalog.activity_kinds.items()],
        "feeds": [
            Alternate(FEED, "全部文件"),
            Alternate(disclosure_feed(catalog).address, settings.disclosure_name),
            Alternate(notice_feed(catalog).address, "通知"),
        ],
    }
