"""Every calendar and every feed of the sample site, held against what the RFCs ask of a file."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
import vobject
from lxml import etree

pytestmark = pytest.mark.site

ATOM = "{http://www.w3.org/2005/Atom}"
SCHEMA = Path(__file__).parents[1] / "views" / "atom.rng"


def test_every_calendar_is_one(sample_site):
    calendars = sorted(sample_site.rglob("*.ics"))
    assert len(calendars) > 40
    for place in calendars:
        raw = place.read_bytes()
        lines = raw.split(b"\r\n")
        assert lines.pop() == b"", place
        assert all(0 < len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines), place
        (whole,) = vobject.readComponents(raw.decode())
        assert (whole.version.value, whole.prodid.value) == ("2.0", "-//noticeboard//board calendar//ZH"), (
            place
        )
        found = whole.contents.get("vevent", [])
        assert found or "vtimezone" in whole.contents, place
        uids = [event.uid.value for event in found]
        assert len(set(uids)) == len(uids), place
        for event in found:
            assert event.dtstamp.value
            assert event.summary.value
            assert event.dtend.value > event.dtstart.value, place
            assert type(event.dtend.value) is type(event.dtstart.value), place


def test_every_feed_is_one_and_leads_to_pages_that_are_there(sample_site):
    schema = etree.RelaxNG(etree.parse(SCHEMA))
    feeds = sorted(sample_site.rglob("feed.xml"))
    assert [place.relative_to(sample_site).as_posix() for place in feeds] == [
        "disclosure/feed.xml", "feed.xml", "notices/feed.xml",
    ]  # fmt: skip
    for place in feeds:
        tree = etree.parse(place)
        schema.assertValid(tree)
        address = f"https://board.example/{place.relative_to(sample_site).as_posix()}"
        for link in tree.iter(f"{ATOM}link"):
            target = urlsplit(urljoin(address, link.get("href"))).path.lstrip("/")
            found = sample_site / target
            assert (found / "index.html" if not target or target.endswith("/") else found).is_file(), target
