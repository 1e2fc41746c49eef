"""台账: the index of all registers by class, and the ways to what they list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.dues import waiting_in
from noticeboard.catalog.honours import competitions_of, honours_of
from noticeboard.catalog.newsletters import newsletters_of
from noticeboard.catalog.register_classes import classes_of
from noticeboard.views.funds import disclosures_with_funds
from noticeboard.views.helpers.addresses import COMPETITIONS, FUNDS, HONOURS, NEWSLETTERS, REGISTERS
from noticeboard.views.helpers.page import Page

_MOST = 20
"""Registers of one class on the page."""


def pages(catalog: Catalog) -> Iterator[Page]:
    """The index, which always exists."""
    yield Page(REGISTERS, "台账", "registers.html", partial(_context, catalog), "有哪些台账和档案，放在哪里")


def lists_of(catalog: Catalog) -> list[tuple[str, str]]:
    """Address and title of each list across registers and documents that has anything: honours, newsletters."""
    found = (
        (HONOURS, "荣誉", honours_of(catalog)),
        (COMPETITIONS, "竞赛", competitions_of(catalog)),
        (NEWSLETTERS, "简报", newsletters_of(catalog)),
        (FUNDS, "预算和实际", disclosures_with_funds(catalog)),
    )
    return [(address, title) for address, title, things in found if things]


def _context(catalog: Catalog) -> Mapping[str, object]:
    return {
        "classes": classes_of(catalog),
        "pages": lists_of(catalog),
        "is_internal": catalog.audience == "internal",
        "waiting": len(waiting_in(catalog)),
        "most": _MOST,
    }
