"""年度汇编: a year on one page to print: what was done, decided, answered, laid open and won."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from noticeboard.catalog import year_books
from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.progress import progress_of
from noticeboard.views.helpers.addresses import year_book_address
from noticeboard.views.helpers.page import Page
from noticeboard.views.targets import targets_of_year

_MOST = 60
"""Rows of one part."""
_MOST_EVENTS = 8
"""Of one month."""


def pages(catalog: Catalog) -> Iterator[Page]:
    """One page a year that has begun."""
    for year in catalog.years:
        if year <= catalog.today.year:
            title = f"{year}年工会工作汇编"
            words = f"{year}年的活动、会议、提案、公开、荣誉和数据，可以打印"
            yield Page(
                year_book_address(year), title, "year_book.html", partial(_context, catalog, year), words
            )


def _context(catalog: Catalog, year: int) -> Mapping[str, object]:
    sessions = year_books.sessions_in(catalog, year)
    years = [other for other in catalog.years if other <= catalog.today.year]
    return {
        "year": year,
        "before": year - 1 if year - 1 in years else None,
        "after": year + 1 if year + 1 in years else None,
        "progress": progress_of(catalog.of_year(year)),
        "last_progress": progress_of(catalog.of_year(year - 1)) if year - 1 in years else None,
        "units": year_books.units_in(catalog, year),
        "events": year_books.events_in(catalog, year),
        "sessions": sessions,
        "resolutions": year_books.resolutions_in(catalog, sessions),
        "tally": year_books.proposals_in(catalog, year),
        "categories": year_books.disclosures_in(catalog, year),
        "targets": sum(targets_of_year(catalog, year).values(), ()),
        "figures": tuple(year_books.figures_in(catalog, year)),
        "honours": year_books.honours_in(catalog, year),
        "most": _MOST,
        "most_events": _MOST_EVENTS,
    }
