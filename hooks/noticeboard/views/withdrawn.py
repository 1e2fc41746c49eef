"""A page for every document that was taken back: that it was, when and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.disclosures import record_of
from noticeboard.content.documents import Disclosure
from noticeboard.content.repository.withdrawals import Withdrawal
from noticeboard.views.helpers.page import Page


def pages(catalog: Catalog) -> Iterator[Page]:
    """One page a document, at the address that it had."""
    for withdrawal in catalog.withdrawals:
        document = withdrawal.document
        yield Page(
            address=document.address,
            title=document.title,
            template="withdrawn.html",
            context=partial(_context, catalog, withdrawal),
            description="这份文件已撤回",
            source=document.path,
            meta={"hide": ["navigation", "toc"], "search": {"exclude": True}},
        )


def _context(catalog: Catalog, withdrawal: Withdrawal) -> Mapping[str, object]:
    document = withdrawal.document
    is_record = isinstance(document, Disclosure)
    return {
        "withdrawal": withdrawal,
        "document": document,
        "unit": catalog.units[document.unit],
        "number": number_of(catalog, withdrawal),
        "in_ledger": is_record,
    }


def number_of(catalog: Catalog, withdrawal: Withdrawal) -> str | None:
    """The number under which readers know it: a disclosure always has one."""
    document = withdrawal.document
    return record_of(catalog, document).number if isinstance(document, Disclosure) else document.number
