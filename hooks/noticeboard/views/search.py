"""The page of search. What it finds comes from the index, by way of the reader's browser."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.catalog.catalog import Catalog
from noticeboard.views.helpers.addresses import SEARCH
from noticeboard.views.helpers.page import Page


def pages(catalog: Catalog) -> Iterator[Page]:
    """One page, the same for every board that has a search."""
    if catalog.settings.search:
        yield Page(SEARCH, "搜索", "search.html", dict, "在所有文件里找字词、日期和拼音")
