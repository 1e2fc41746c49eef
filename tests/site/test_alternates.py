"""Every page names the files that tell of the same, and each of them is there."""

from __future__ import annotations

import posixpath
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

import pytest

pytestmark = pytest.mark.site

ROOT = "https://board.example/"
TYPES = {".ics": "text/calendar", ".xml": "application/atom+xml"}


class _Links(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[dict[str, str]] = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "link" and "alternate" in given.get("rel", "").split():
            self.found.append(given)


def alternates(site: Path, page: str) -> list[str]:
    """The files that a page names, below the site's root."""
    found = []
    for link in _Links((site / page / "index.html").read_text(encoding="utf-8")).found:
        address = urljoin(f"{ROOT}{page}/" if page else ROOT, link["href"])
        assert link["type"] == TYPES[posixpath.splitext(address)[1]]
        assert link["title"]
        found.append(address.removeprefix(ROOT))
    return found


@pytest.mark.parametrize(
    ("page", "own"),
    [
        ("", ["disclosure/feed.xml", "notices/feed.xml"]),
        ("about", []),
        ("months/2026/03", []),
        ("months/2026/12", ["months/2026/12/calendar.ics"]),
        ("units/east", ["units/east/calendar.ics"]),
        ("disclosure", ["disclosure/feed.xml"]),
        ("disclosure/finance", ["disclosure/feed.xml"]),
        ("subscribe", ["disclosure/feed.xml", "notices/feed.xml"]),
    ],
)
def test_every_page_names_the_boards_feed_and_calendar_and_its_own(sample_site, page, own):
    found = alternates(sample_site, page)
    assert found == ["feed.xml", "calendar.ics", *own]
    for address in found:
        assert (sample_site / address).is_file()
