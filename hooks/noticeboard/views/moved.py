"""The former addresses of documents: a page at each that leads on, so that codes on paper, bookmarks and links go on working."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from html import escape

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.redirects import Redirect, redirects_of
from noticeboard.views.helpers.addresses import relative
from noticeboard.views.helpers.outputs import Places, output_of
from noticeboard.views.helpers.page import Asset

_PAGE = """<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="0; url={link}">
<link rel="canonical" href="{link}">
<title>{title}</title>
</head>
<body><p>这一页换了地址：<a href="{link}">{title}</a></p></body>
</html>
"""


def assets(catalog: Catalog, taken: Iterable[str]) -> Iterator[Asset]:
    """One for each former address, unless something is there now: `taken` are the addresses of everything else."""
    places = Places(output_of(address).place for address in taken)
    for redirect in redirects_of(catalog):
        place = output_of(redirect.address).place
        if places.is_free(place):
            places.add(place)
            yield Asset(place, partial(_page, redirect), together="moved")


def _page(redirect: Redirect) -> bytes:
    # With index.html, so that it leads on from a disk too.
    link = relative(redirect.document.address, redirect.address, directory_urls=False)
    return _PAGE.format(link=escape(link), title=escape(redirect.document.title)).encode()
