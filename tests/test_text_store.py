"""Kept texts are believed only as they were written, and are few."""

from __future__ import annotations

import hashlib
import os

import pytest

from noticeboard import text_store
from noticeboard.text_store import TextStore


def key(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()


KEY = key("a")


@pytest.fixture
def store(tmp_path) -> TextStore:
    return TextStore.at(tmp_path, "pages")


def test_a_text_is_read_as_it_was_written(store):
    assert not store.keys() and store.read(KEY) is None
    store.write(KEY, "页\r\n面\ud800")
    assert store.keys() == {KEY} and store.read(KEY) == "页\r\n面\ud800"


def test_every_byte_counts(store):
    store.write(KEY, "页面")
    place = store.folder / KEY
    whole = place.read_bytes()
    for number, byte in enumerate(whole):
        place.write_bytes(whole[:number] + bytes([byte ^ 1]) + whole[number + 1 :])
        assert store.read(KEY) is None, number
    for end in range(len(whole)):
        place.write_bytes(whole[:end])
        assert store.read(KEY) is None, end


def test_a_text_under_another_name_is_none(store):
    store.write(KEY, "页面")
    (store.folder / KEY).rename(store.folder / key("b"))
    assert store.read(key("b")) is None


def test_nothing_is_written_where_a_link_leads(store, tmp_path):
    (tmp_path / "theirs").write_text("别人的")
    (store.folder / KEY).symlink_to(tmp_path / "theirs")
    store.write(KEY, "页面")
    assert (tmp_path / "theirs").read_text() == "别人的"
    assert store.read(KEY) is None


def test_there_is_no_store_where_a_link_stands_for_its_folder(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / ".cache").symlink_to(tmp_path / "elsewhere")
    store = TextStore.at(tmp_path, "pages")
    store.write(KEY, "页面")
    assert store.read(KEY) is None and list((tmp_path / "elsewhere").iterdir()) == []


def test_a_folder_that_takes_nothing_does_no_harm(tmp_path):
    (tmp_path / ".cache").write_text("")
    store = TextStore.at(tmp_path, "pages")
    store.write(KEY, "页面")
    store.prune()
    assert store.read(KEY) is None


def test_the_longest_unused_go(tmp_path, store, monkeypatch):
    monkeypatch.setattr(text_store, "_SPARE", 1)
    for number in range(6):
        store.write(key(str(number)), "页面")
        os.utime(store.folder / key(str(number)), (number, number))
    (store.folder / "别人的").write_text("")
    again = TextStore.at(tmp_path, "pages")
    again.read(key("0"))
    again.prune()
    assert {*os.listdir(store.folder)} == {"别人的", *(key(name) for name in "045")}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes")
def test_nobody_waits_for_a_pipe(store):
    store.write(KEY, "一")
    (store.folder / KEY).unlink()
    os.mkfifo(store.folder / KEY)
    store.write(KEY, "二")
    assert store.read(KEY) is None
