"""What was said once is said again without the library; see tests/test_slugs.py for what it says."""

from __future__ import annotations

import pytest

from noticeboard import pinyin
from noticeboard.cache import Cache


@pytest.fixture
def forgotten(monkeypatch):
    """Lets another process begin: what this one has heard is forgotten."""

    def forget() -> None:
        monkeypatch.setattr(pinyin, "_known", {})
        monkeypatch.setattr(pinyin, "_new", {})

    forget()
    return forget


@pytest.mark.parametrize("others", [list, lambda run: [run]], ids=["sign by sign", "in a row"])
def test_what_was_kept_is_said_as_before(tmp_path, monkeypatch, forgotten, others):
    cache, text = Cache(tmp_path), "Ab工会 c,d女\0工"
    said = pinyin.syllables_of(text, others)
    pinyin.keep(cache)
    forgotten()
    monkeypatch.setattr(pinyin, "pypinyin", None)
    pinyin.recall(cache)
    assert pinyin.syllables_of(text, others) == said
    with pytest.raises(AttributeError):
        pinyin.syllables_of("另外", others)


def test_a_table_is_written_only_for_what_is_new(tmp_path, forgotten):
    cache = Cache(tmp_path)
    pinyin.syllables_of("工会", list)
    pinyin.syllables_of("计划", list)
    pinyin.keep(cache)
    (place,) = tmp_path.iterdir()
    before = place.read_bytes()
    forgotten()
    pinyin.recall(cache)
    pinyin.syllables_of("工会", list)
    pinyin.keep(cache)
    assert place.read_bytes() == before


def test_what_a_worker_was_taught_is_kept_too(tmp_path, forgotten):
    pinyin.syllables_of("工会", list)
    said = pinyin.taught()
    assert not pinyin.taught()
    forgotten()
    pinyin.learn(said)
    pinyin.keep(Cache(tmp_path))
    forgotten()
    pinyin.recall(Cache(tmp_path))
    assert pinyin._known == {"工会": ["gong", "hui"]}


def test_of_too_many_the_oldest_are_said_anew(tmp_path, monkeypatch, forgotten):
    monkeypatch.setattr(pinyin, "_MOST", 3)
    cache = Cache(tmp_path)
    for texts in (["鼠", "龙"], ["一", "丁"], ["七"]):
        pinyin.recall(cache)
        for text in texts:
            pinyin.syllables_of(text, list)
        pinyin.keep(cache)
        forgotten()
    pinyin.recall(cache)
    assert list(pinyin._known) == ["一", "丁", "七"]
