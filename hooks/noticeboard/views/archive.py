"""The archive of all documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby

from noticeboard.catalog.catalog import Catalog
from noticeboard.content.documents import TYPES, Document
from noticeboard.times import Month
from noticeboard.views.helpers.addresses import ARCHIVE, archive_address, archive_month_address
from noticeboard.views.helpers.page import Page
from noticeboard.views.registers import lists_of

_MOST_LISTED = 600
"""Documents on a page; a longer list takes too long to load."""
_NEWEST = 100
"""Those on the page of a longer year."""


def pages(catalog: Catalog) -> Iterator[Page]:
    """The archive, its years, and the months of long ones."""
    yield Page(
        ARCHIVE,
        "档案",
        "archive.html",
        partial(_archive, catalog),
        "所有计划、总结、公开、提案和通知，按年份排列",
    )
    for year, documents in _years(catalog):
        title = f"{year}年的文件"
        yield Page(
            archive_address(year),
            title,
            "archive_year.html",
            partial(_year, catalog, year),
            title,
            depends=lambda context: context,
        )
        for month, _ in _months(documents):
            title = f"{month.title}的文件"
            yield Page(
                archive_month_address(month),
                title,
                "archive_year.html",
                partial(_month, catalog, month),
                title,
                depends=lambda context: context,
            )


def _years(catalog: Catalog) -> list[tuple[int, tuple[Document, ...]]]:
    grouped = groupby(catalog.shown, key=lambda document: document.date.year)
    return [(year, tuple(documents)) for year, documents in grouped]


def _months(documents: Sequence[Document]) -> list[tuple[Month, tuple[Document, ...]]]:
    """The months of a year that is too long for one page; none of any other."""
    if len(documents) <= _MOST_LISTED:
        return []
    grouped = groupby(documents, key=lambda document: document.month)
    return [(month, tuple(found)) for month, found in grouped]


def _year(catalog: Catalog, year: int) -> Mapping[str, object]:
    years = _years(catalog)
    return _context(years, year, dict(years)[year], None)


def _month(catalog: Catalog, month: Month) -> Mapping[str, object]:
    years = _years(catalog)
    return _context(years, month.year, dict(_months(dict(years)[month.year]))[month], month)


def _context(
    years: list[tuple[int, tuple[Document, ...]]],
    year: int,
    documents: Sequence[Document],
    month: Month | None,
) -> Mapping[str, object]:
    months = _months(dict(years)[year])
    # The page of a year that has pages of months shows the newest of them.
    shown = documents[: _MOST_LISTED if month or not months else _NEWEST]
    return {
        "year": year,
        "month": month,
        "months": [(other, len(found)) for other, found in months],
        "documents": shown,
        "count": len(documents),
        "years": [other for other, _ in years],
    }


def _archive(catalog: Catalog) -> Mapping[str, object]:
    years = _years(catalog)
    return {
        "years": years,
        "lists": lists_of(catalog),
        # Beyond that the list is too long to load, and each year has its page.
        "is_short": len(catalog.shown) <= _MOST_LISTED,
        "most": _NEWEST if years and len(years[0][1]) > _MOST_LISTED else _MOST_LISTED,
        "counts": [(name, count) for name, kind in TYPES.items() if (count := len(catalog.of_type(kind)))],
    }
