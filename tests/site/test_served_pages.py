"""A preview's new site begins with the pages of the last one that are still right."""

from __future__ import annotations

from pathlib import Path

from boards import write
from noticeboard.atomic import replace_file
from noticeboard_mkdocs.served_pages import ServedPages

FILES = {"a/index.html": "甲", "b/index.html": "乙", "c/index.html": "丙", "d/index.html": "丁"}
KEYS = {path: f"key of {path}" for path in FILES}


def texts_in(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): path.read_text() for path in folder.rglob("*.html")}


def test_right_pages_are_linked_and_no_others(tmp_path):
    served, site, new = ServedPages(), write(tmp_path / "site", FILES), tmp_path / "new"
    served.note(site, KEYS)
    # The page of an edited text, put there at once; one that is no more; one that is to be another.
    replace_file(site / "b/index.html", "乙二".encode(), durable=False)
    (site / "c/index.html").unlink()
    taken = served.take(new, KEYS | {"d/index.html": "another key", "e/index.html": "key of e"})
    assert taken == {"a/index.html"}
    assert texts_in(new) == {"a/index.html": "甲"}


def test_a_site_that_was_given_up_takes_nothing_from_the_served_one(tmp_path):
    served, site = ServedPages(), write(tmp_path / "site", FILES)
    served.note(site, KEYS)
    for name in ("given up", "new"):
        assert served.take(tmp_path / name, KEYS) == {*FILES}
    assert texts_in(site) == texts_in(tmp_path / "new") == FILES


def test_nothing_is_kept_of_a_site_whose_keys_are_not_known(tmp_path):
    served, site = ServedPages(), write(tmp_path / "site", FILES)
    served.note(site, KEYS)
    served.note(site, {})
    assert served.take(tmp_path / "new", KEYS) == frozenset()
