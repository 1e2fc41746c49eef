"""找委员: who is who in the union, unit by unit, with the telephones of offices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.people import officers_of
from noticeboard.views.helpers.addresses import PEOPLE
from noticeboard.views.helpers.page import Page


def pages(catalog: Catalog) -> Iterator[Page]:
    """The list, which always exists."""
    yield Page(PEOPLE, "找委员", "people.html", partial(_context, catalog), "工会委员的职务、分工和办公电话")


def _context(catalog: Catalog) -> Mapping[str, object]:
    return {"officers": officers_of(catalog)}
