"""The archive of all documents, and the page of tags."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import groupby

from noticeboard.catalog.catalog import Catalog
from noticeboard.content.documents import TYPES, Document
from noticeboard.views.helpers.addresses import ARCHIVE, TAGS, archive_address
from noticeboard.views.helpers.page import Page

_MOST_LISTED = 600


def pages(catalog: Catalog) -> Iterator[Page]:
    """The archive; the tags where any document has one."""
    yield Page(
        ARCHIVE,
        "档案",
        "archive.html",
        partial(_archive, catalog),
        "所有计划、总结、公开、提案和通知，按年份排列",
    )
    for year, _ in _years(catalog):
        title = f"{year}年的文件"
        yield Page(
            archive_address(year),
            title,
            "archive_year.html",
            partial(_year, catalog, year),
            title,
            depends=lambda context: context,
        )
    if catalog.tags:
        yield Page(TAGS, "标签", "tags.html", dict, "按标签查找文件")


def _years(catalog: Catalog) -> list[tuple[int, tuple[Document, ...]]]:
    grouped = groupby(catalog.shown, key=lambda document: document.date.year)
    return [(year, tuple(documents)) for year, documents in grouped]


def _year(catalog: Catalog, year: int) -> Mapping[str, object]:
    years = _years(catalog)
    return {"year": year, "documents": dict(years)[year], "years": [other for other, _ in years]}


def _archive(catalog: Catalog) -> Mapping[str, object]:
    return {
        "years": _years(catalog),
        # Beyond that the list is too long to load, and each year has its page.
        "is_short": len(catalog.shown) <= _MOST_LISTED,
        "counts": [(name, count) for name, kind in TYPES.items() if (count := len(catalog.of_type(kind)))],
    }
