"""标签: the page of all tags, and a page for each where together they list too many documents for one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from noticeboard.catalog.catalog import Catalog
from noticeboard.views.helpers.addresses import TAGS, tag_address
from noticeboard.views.helpers.page import Page

_MOST_LISTED = 600
"""Documents on a page; a longer list takes too long to load."""


def pages(catalog: Catalog) -> Iterator[Page]:
    """The tags where any document has one."""
    if not catalog.tags:
        return
    yield Page(TAGS, "标签", "tags.html", partial(_all, catalog), "按标签查找文件")
    for tag in catalog.tags if _is_long(catalog) else ():
        title = f"标签：{tag}"
        yield Page(
            tag_address(catalog.tag_anchors[tag]),
            title,
            "tag.html",
            partial(_one, catalog, tag),
            f"带有标签“{tag}”的文件",
            depends=lambda context: context,
        )


def tag_place(catalog: Catalog, tag: str) -> tuple[str, str]:
    """Address and anchor of where the documents of a tag are listed; the anchor is empty for a page of its own."""
    anchor = catalog.tag_anchors[tag]
    return (tag_address(anchor), "") if _is_long(catalog) else (TAGS, anchor)


def _is_long(catalog: Catalog) -> bool:
    return sum(map(len, catalog.tags.values())) > _MOST_LISTED


def _all(catalog: Catalog) -> Mapping[str, object]:
    places = {tag: tag_place(catalog, tag) for tag in catalog.tags}
    return {"is_short": not _is_long(catalog), "places": places}


def _one(catalog: Catalog, tag: str) -> Mapping[str, object]:
    documents = catalog.tags[tag]
    return {"documents": documents[:_MOST_LISTED], "count": len(documents)}
