"""Styles and scripts of a release: what a page names is there, and is what the page was made with, also behind the next switch."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from boards import write
from noticeboard.publish.asset_names import CARRIED, carry_assets, name_by_content


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]


@pytest.mark.parametrize(
    ("page", "tag", "after"),
    [
        ("index.html", '<script src="assets/a.js"></script>', '<script src="assets/a.X.min.js"></script>'),
        ("x/index.html", "<script defer src='../assets/a.js'>", "<script defer src='../assets/a.X.min.js'>"),
        ("x/y.html", "<script src=../assets/a.js async>", "<script src=../assets/a.X.min.js async>"),
        ("404.html", '<script src="/gonghui/assets/a.js">', '<script src="/gonghui/assets/a.X.min.js">'),
        (
            "a/b/index.html",
            '<link rel="x"\n href="../../assets/a.js">',
            '<link rel="x"\n href="../../assets/a.X.min.js">',
        ),
    ],
)
def test_pages_ask_for_what_they_were_made_with(tmp_path, page, tag, after):
    write(tmp_path, {"assets/a.js": "1\n", page: f"{tag}\r\n"})
    name_by_content(tmp_path)
    name = f"a.{digest('1' + chr(10))}.min.js"
    assert (tmp_path / page).read_bytes().decode() == after.replace("a.X.min.js", name) + "\r\n"
    assert (tmp_path / "assets" / name).read_bytes() == (tmp_path / "assets/a.js").read_bytes()


@pytest.mark.parametrize(
    "tag",
    [
        '<script src="http://a.example/assets/a.js">',
        '<script src="../assets/a.js">',
        '<script src="search/index.js">',
        '<link href="assets/main.57a0d79d.min.css">',
        '<a href="assets/a.js">',
        "&lt;script src=&quot;assets/a.js&quot;&gt;",
    ],
)
def test_other_links_stay(tmp_path, tag):
    files = {"assets/a.js": "1", "assets/main.57a0d79d.min.css": "", "search/index.js": "", "index.html": tag}
    write(tmp_path, files)
    before = (tmp_path / "index.html").read_bytes()
    name_by_content(tmp_path)
    assert (tmp_path / "index.html").read_bytes() == before
    assert not list(tmp_path.glob("search/*.min.js"))


def release(root: Path, text: str, folder: str) -> Path:
    place = write(
        root / folder,
        {"assets/a.js": text, "assets/s/b.css": "same", "index.html": '<script src="assets/a.js">'},
    )
    name_by_content(place)
    return place


def named(place: Path) -> set[str]:
    return {path.read_text(encoding="utf-8") for path in place.rglob("*.min.js")}


def test_those_of_the_release_before_are_there_and_no_older_ones(tmp_path):
    one, two, three = (release(tmp_path, text, text) for text in ("1", "2", "3"))
    carry_assets(one, two)
    assert named(two) == {"1", "2"}
    carry_assets(two, three)
    assert named(three) == {"2", "3"}
    assert (two / f"assets/a.{digest('1')}.min.js").is_file()
    # And back again.
    carry_assets(three, two)
    assert named(two) == {"1", "2", "3"}
    carry_assets(two, four := release(tmp_path, "4", "4"))
    assert named(four) == {"2", "4"}


def test_nothing_is_carried_where_nothing_changed(tmp_path):
    one, two = (release(tmp_path, "1", folder) for folder in ("one", "two"))
    carry_assets(one, two)
    assert not (two / CARRIED).exists()


@pytest.mark.parametrize("told", ["[", "null", "7", "[[]]"])
def test_a_list_that_cannot_be_read_is_none(tmp_path, told):
    one, two = release(tmp_path, "1", "one"), release(tmp_path, "2", "two")
    (one / CARRIED).write_text(told, encoding="utf-8")
    carry_assets(one, two)
    assert json.loads((two / CARRIED).read_bytes()) == [f"assets/a.{digest('1')}.min.js"]
