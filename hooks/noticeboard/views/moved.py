"""Pages that lead readers on from the address that a document had first: printed codes and bookmarks go on working."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from html import escape

from noticeboard.catalog.catalog import Catalog
from noticeboard.content.documents import Document
from noticeboard.views.helpers.addresses import relative
from noticeboard.views.helpers.page import Asset

_PAGE = """<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="0; url={link}">
<title>{title}</title>
</head>
<body><p>这一页换了地址：<a href="{link}">{title}</a></p></body>
</html>
"""


def assets(catalog: Catalog) -> Iterator[Asset]:
    """One for each document whose address has changed, unless another document lives there now."""
    taken = {document.address for document in catalog.shown}
    for document in catalog.shown:
        if document.first_address not in taken:
            yield Asset(f"{document.first_address}index.html", partial(_page, document), together="moved")


def _page(document: Document) -> bytes:
    # With index.html, so that it leads on from a disk too.
    link = relative(document.address, document.first_address, directory_urls=False)
    return _PAGE.format(link=escape(link), title=escape(document.title)).encode()
