"""预算和实际: the budgets of all disclosures beside what was spent and what the auditors say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.disclosures import is_corrected
from noticeboard.content.documents import Disclosure
from noticeboard.views.helpers.addresses import FUNDS
from noticeboard.views.helpers.page import Page

_MOST = 12
"""Disclosures on the page; all are in the ledger."""


def pages(catalog: Catalog) -> Iterator[Page]:
    """The page, where a disclosure has such a table."""
    if disclosures_with_funds(catalog):
        yield Page(
            FUNDS, "预算和实际", "funds.html", partial(_context, catalog), "经费的预算、实际和审计意见并排"
        )


def disclosures_with_funds(catalog: Catalog) -> tuple[Disclosure, ...]:
    """Newest first; what was corrected gives way to its correction."""
    found = (document for document in catalog.of_type(Disclosure) if document.funds)
    return tuple(it for it in found if not is_corrected(catalog, it))


def _context(catalog: Catalog) -> Mapping[str, object]:
    found = disclosures_with_funds(catalog)
    return {"documents": found[:_MOST], "further": max(0, len(found) - _MOST)}
