"""The archive of all documents, and the page of tags."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import groupby

from noticeboard.catalog.catalog import Catalog
from noticeboard.content.documents import TYPES
from noticeboard.views.helpers.addresses import ARCHIVE, TAGS
from noticeboard.views.helpers.page import Page


def pages(catalog: Catalog) -> Iterator[Page]:
    """The archive; the tags where any document has one."""
    yield Page(
        ARCHIVE,
        "档案",
        "archive.html",
        partial(_archive, catalog),
        "所有计划、总结、公开、提案和通知，按年份排列",
    )
    if catalog.tags:
        yield Page(TAGS, "标签", "tags.html", dict, "按标签查找文件")


def _archive(catalog: Catalog) -> Mapping[str, object]:
    return {
        "years": [
            (year, tuple(documents))
            for year, documents in groupby(catalog.shown, key=lambda document: document.date.year)
        ],
        "counts": [(name, count) for name, kind in TYPES.items() if (count := len(catalog.of_type(kind)))],
    }
