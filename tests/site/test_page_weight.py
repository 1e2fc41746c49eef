"""What a first visit fetches: a page with all its styles and scripts, and the picture of the board; pictures in texts are their authors'."""

from __future__ import annotations

import gzip
import re
from functools import cache
from pathlib import Path

import pytest

pytestmark = pytest.mark.site

MOST = 70 * 1024
MOST_HTML = 300 * 1000
_ASKED = re.compile(r'<script[^>]* src="([^"]+)"|<link[^>]* rel="(?:stylesheet|icon)"[^>]*>')
_ADDRESS = re.compile(r' href="([^"]+)"')


@cache
def packed(place: Path) -> int:
    return len(gzip.compress(place.read_bytes(), 9))


def weight(page: Path, site: Path) -> int:
    parts = set()
    for asked in _ASKED.finditer(page.read_text(encoding="utf-8")):
        address = asked[1] or _ADDRESS.search(asked[0])[1]
        parts.add(
            (site / address.lstrip("/") if address.startswith("/") else page.parent / address).resolve()
        )
    assert len(parts) > 6, page
    return sum(map(packed, {page, *parts}))


def test_every_page_is_light(sample_site):
    pages = {
        place.relative_to(sample_site).as_posix(): place
        for place in sample_site.rglob("*.html")
        if 'class="md-header' in place.read_text(encoding="utf-8")
    }
    assert len(pages) > 200
    weights = {name: weight(place, sample_site) for name, place in pages.items()}
    assert {name: size for name, size in weights.items() if size > MOST} == {}
    assert [name for name, place in pages.items() if place.stat().st_size > MOST_HTML] == []
