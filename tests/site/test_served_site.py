"""What a preview puts into the folder that it serves, and when."""

from __future__ import annotations

import pytest

from noticeboard_mkdocs.served_site import ServedSite


class Live:
    """A live site of the `texts`, path → text; one that is empty cannot be made."""

    def __init__(self, **texts: str) -> None:
        self.texts = {name.replace("_", "/") + ".html": text for name, text in texts.items()}
        self.paths = self.texts.keys()
        self.made: list[str] = []

    def __contains__(self, path: str) -> bool:
        return path in self.texts

    def make(self, path, requests) -> bytes:
        self.made.append(path)
        if not self.texts[path]:
            raise ValueError(path)
        return self.texts[path].encode()


def test_what_is_asked_for_is_made_once(tmp_path):
    live = Live(index="front", a_index="page", b_index="other")
    site = ServedSite(tmp_path, live)
    for asked in ("", "a/", "a", "a//index.html", "a/../a/", "c/", "../x"):
        assert site.prepare(asked) == []
    assert live.made == ["index.html", "a/index.html"]
    assert (tmp_path / "a/index.html").read_text() == "page"
    assert site.has_page("b/index.html") and not site.has_page("c/index.html")


def test_edited_texts_take_the_place_of_older_ones_and_what_is_gone_goes(tmp_path):
    first = ServedSite(tmp_path, Live(a_index="old", b_index="gone"))
    first.prepare("a/"), first.prepare("b/")
    second = first.followed_by(Live(a_index="new"))
    assert not (tmp_path / "b/index.html").exists()
    # Who reads it meanwhile reads a whole one.
    assert (tmp_path / "a/index.html").read_text() == "old"
    second.prepare("a/")
    assert (tmp_path / "a/index.html").read_text() == "new"


def test_a_new_site_begins_with_what_is_looked_at_or_not_at_all(tmp_path):
    last = ServedSite(tmp_path / "last", Live(a_index="old", b_index="old", c_index="old"))
    last.prepare("a/"), last.prepare("b/")
    sound = Live(a_index="new", c_index="new")
    ServedSite(tmp_path / "sound", sound).takes_over(last)
    assert sound.made == ["a/index.html"]
    with pytest.raises(ValueError, match="a/index"):
        ServedSite(tmp_path / "faulty", Live(a_index="", c_index="new")).takes_over(last)


def test_a_fault_is_raised_once(tmp_path):
    site = ServedSite(tmp_path, Live(a_index=""))
    with pytest.raises(ValueError, match="a/index"):
        site.prepare("a/")
    assert site.prepare("a/") == []
