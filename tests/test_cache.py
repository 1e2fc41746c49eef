"""What is kept from one run to the next is believed only as it was written."""

from __future__ import annotations

import os

import pytest

from noticeboard.cache import Cache

RESULTS = {"a": {"hits": ["一"]}, "b": "坏\ud800"}


@pytest.fixture
def cache(tmp_path) -> Cache:
    return Cache(tmp_path / "cache")


def test_what_was_written_is_read_under_its_own_name_and_state(cache):
    cache.write("check", "now", RESULTS)
    assert cache.read("check", "now") == RESULTS
    assert cache.read("check", "later") == {}
    (cache.folder / "check.json").rename(cache.folder / "attachments.json")
    assert cache.read("attachments", "now") == {}


def test_every_byte_counts(cache):
    cache.write("check", "now", RESULTS)
    place = cache.folder / "check.json"
    whole = place.read_bytes()
    for number, byte in enumerate(whole):
        place.write_bytes(whole[:number] + bytes([byte ^ 1]) + whole[number + 1 :])
        assert cache.read("check", "now") == {}, number


def test_half_a_file_and_a_longer_one_are_nothing(cache):
    cache.write("check", "now", RESULTS)
    place = cache.folder / "check.json"
    whole = place.read_bytes()
    for damaged in (*(whole[:end] for end in range(len(whole))), whole + b" ", whole + whole):
        place.write_bytes(damaged)
        assert cache.read("check", "now") == {}


def test_a_result_that_was_edited_is_not_believed(cache):
    cache.write("check", "now", {"problems": ["有错"]})
    place = cache.folder / "check.json"
    place.write_bytes(place.read_bytes().replace("有错".encode(), b""))
    assert cache.read("check", "now") == {}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes")
def test_nobody_waits_for_what_is_no_file(cache):
    """A pipe is read by opening it without an end; a test that waits would never end."""
    cache.write("check", "now", RESULTS)
    place = cache.folder / "check.json"
    whole = place.read_bytes()
    place.unlink()
    os.mkfifo(place)
    assert cache.read("check", "now") == {}
    place.unlink()
    (cache.folder / "elsewhere").write_bytes(whole)
    place.symlink_to("elsewhere")
    assert cache.read("check", "now") == {}
    cache.write("check", "now", RESULTS)
    assert cache.read("check", "now") == RESULTS
