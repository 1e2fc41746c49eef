"""The disclosure section: what must be laid open, what has been, and what is missing (SPECIFICATION section 6)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import groupby

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.disclosures import coverage_of, open_notices, records_of
from noticeboard.content.notice_period import NoticeState
from noticeboard.content.settings.categories import Category
from noticeboard.views.atom_feed import disclosure_feed
from noticeboard.views.funds import disclosures_with_funds
from noticeboard.views.helpers.addresses import DISCLOSURE, category_address
from noticeboard.views.helpers.page import Page

_MOST_NEWEST = 5
"""Of what was laid open last, at the top of the section."""


def pages(catalog: Catalog) -> Iterator[Page]:
    """The section's front page, and a page for every category, also an empty one: the gap should show."""
    name = catalog.settings.disclosure_name
    yield Page(
        DISCLOSURE,
        name,
        "disclosure.html",
        partial(_section, catalog),
        f"{name}各类事项：内容、期限和最近一次公开",
        alternates=(disclosure_feed(catalog),),
    )
    for category in catalog.settings.categories:
        yield Page(
            category_address(category),
            category.title,
            "disclosure_category.html",
            partial(_category, catalog, category),
            f"{name}：{category.title}",
            alternates=(disclosure_feed(catalog),),
            depends=lambda context: context,
        )


def _section(catalog: Catalog) -> Mapping[str, object]:
    coverages = coverage_of(catalog)
    records = records_of(catalog)
    return {
        "newest": tuple(
            record for record in records if record.current and record.document.date <= catalog.today
        )[:_MOST_NEWEST],
        "coverages": coverages,
        "has_funds": bool(disclosures_with_funds(catalog)),
        "open_records": open_notices(records),
        "upcoming": tuple(record for record in records if record.state is NoticeState.UPCOMING),
        "total": len(records),
        "this_year": sum(coverage.this_year for coverage in coverages),
        "overdue": sum(coverage.overdue for coverage in coverages),
        "empty": sum(coverage.last is None and not coverage.absent for coverage in coverages),
    }


def _category(catalog: Catalog, category: Category) -> Mapping[str, object]:
    coverage = next(item for item in coverage_of(catalog) if item.category == category)
    return {
        "coverage": coverage,
        "years": [
            (year, tuple(records))
            for year, records in groupby(coverage.records, key=lambda item: item.document.date.year)
        ],
        "others": tuple(other for other in catalog.settings.categories if other != category),
    }
