"""通知: those that hold now, and those that are over, by year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from functools import partial
from itertools import groupby

from noticeboard.catalog.catalog import Catalog
from noticeboard.content.documents import Notice
from noticeboard.times import day_of
from noticeboard.views.atom_feed import notice_feed
from noticeboard.views.helpers.addresses import NOTICES
from noticeboard.views.helpers.page import Page

_STAYS = timedelta(days=90)
"""How long a notice holds that says neither 撤下 nor 截止."""


def pages(catalog: Catalog) -> Iterator[Page]:
    """The list of notices, which always exists."""
    yield Page(
        NOTICES,
        "通知",
        "notices.html",
        partial(_context, catalog),
        "现在有效的通知和已经过期的通知",
        alternates=(notice_feed(catalog),),
    )


def holds(catalog: Catalog, notice: Notice) -> bool:
    """Whether a notice still tells readers something: until its 撤下, else its 截止, else for some weeks."""
    if notice.expire_on is not None:
        return catalog.is_current(notice)
    last = day_of(notice.deadline) if notice.deadline is not None else notice.date + _STAYS
    return last >= catalog.today


def _context(catalog: Catalog) -> Mapping[str, object]:
    notices = [item for item in catalog.of_type(Notice) if not item.is_reply]
    current = [item for item in notices if holds(catalog, item)]
    over = [item for item in notices if item not in current]
    units = list(catalog.units)
    current.sort(key=lambda item: (not item.pinned, units.index(item.unit)))
    return {
        "current": [(unit, list(found)) for unit, found in groupby(current, key=_heading)],
        "over": [(year, list(found)) for year, found in groupby(over, key=lambda item: item.date.year)],
    }


def _heading(notice: Notice) -> str:
    """Pinned ones stand first, whoever issued them."""
    return "置顶" if notice.pinned else notice.unit
