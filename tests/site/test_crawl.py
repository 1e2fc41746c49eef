"""Every link, picture and script of the sample site leads somewhere, wherever the folder stands."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from crawling import faults
from site_builds import BELOW

pytestmark = pytest.mark.site

_ID = re.compile(r"""<[a-z][^<>]*?\sid=["']?([^"'\s>]+)""")


# A server shows 404.html at any address, so that its links begin at the root that `site_url` tells. On a disk nothing shows it.
@pytest.mark.parametrize("base", ["http://board.example/", BELOW])
@pytest.mark.parametrize("built", ["sample_site", "disk_site"])
def test_the_folder_works_wherever_a_server_shows_it(request, built, base):
    without = ("404.html",) if base == BELOW else ()
    assert list(faults(request.getfixturevalue(built), base, without=without)) == []


def test_a_page_not_found_works_below_a_path_that_the_site_knows(below_site):
    assert list(faults(below_site, BELOW)) == []


def test_no_page_has_an_id_twice(sample_site):
    twice = {
        f"{place.relative_to(sample_site)}#{name}"
        for place in sample_site.rglob("*.html")
        for name, count in Counter(_ID.findall(place.read_text(encoding="utf-8"))).items()
        if count > 1
    }
    assert twice == set()


def test_the_folder_works_from_a_disk(disk_site):
    assert list(faults(disk_site, f"{disk_site.as_uri()}/", without=("404.html",))) == []


@pytest.mark.parametrize(
    ("name", "text", "fault"),
    [
        ("index.html", '<a href="b/">', "not there"),
        ("index.html", '<a href="a/#none">', "no such place"),
        ("a/index.html", '<a href="../../">', "leaves the site"),
        ("index.html", '<a href="/a/">', "leaves the site"),
        ("index.html", '<script src="https://cdn.example/x.js"></script>', "leaves the site"),
        ("index.html", '<img src="x.png" srcset="y.png 2x">', "not there"),
        ("index.html", '<link rel="stylesheet" href="//cdn.example/x.css">', "leaves the site"),
        ("x.css", "@font-face { src: url('https://fonts.example/x.woff2') }", "leaves the site"),
        ("index.html", '<a href="javascript:alert(1)">', "leaves the site"),
    ],
)
def test_the_crawl_would_find_it(tmp_path, name, text, fault):
    for place in (tmp_path / "index.html", tmp_path / "a" / "index.html"):
        place.parent.mkdir(exist_ok=True)
        place.write_text("", encoding="utf-8")
    (tmp_path / name).write_text(text, encoding="utf-8")
    found = list(faults(tmp_path, "http://oa.example/b/"))
    assert found and all(fault in line for line in found)


def test_a_folder_is_no_page_on_a_disk(tmp_path):
    (tmp_path / "index.html").write_text('<a href="./">', encoding="utf-8")
    assert list(faults(tmp_path, "http://oa.example/b/")) == []
    assert len(list(faults(tmp_path, f"{tmp_path.as_uri()}/"))) == 1
