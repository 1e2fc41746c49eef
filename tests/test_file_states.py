"""A file is not read twice; one that was touched is."""

from __future__ import annotations

import os
import time

import pytest

from noticeboard import file_states
from noticeboard.cache import Cache
from noticeboard.file_states import UNREADABLE, FileStates


@pytest.fixture
def reads(monkeypatch) -> list[str]:
    """The files that were read."""
    found: list[str] = []
    read = file_states._read
    monkeypatch.setattr(file_states, "_read", lambda path: found.append(path) or read(path))
    return found


def states(folder) -> FileStates:
    return FileStates(Cache(folder / "cache"), "files")


def digest(folder, path) -> str:
    found = states(folder)
    answer = found.digest(str(path))
    found.save()
    return answer


def settled(place, content: bytes):
    """A file that was written a while ago."""
    place.write_bytes(content)
    time.sleep(0.02)
    return place


def test_a_file_that_nobody_touched_is_read_once(tmp_path, reads):
    place = settled(tmp_path / "a", b"1")
    assert digest(tmp_path, place) == digest(tmp_path, place)
    assert reads == [str(place)]


def other_content(place):
    place.write_bytes(b"2")


def other_content_of_the_same_time(place):
    before = place.stat()
    place.write_bytes(b"2")
    os.utime(place, ns=(before.st_atime_ns, before.st_mtime_ns))


def another_file_of_the_same_time(place):
    before = place.stat()
    other = place.with_name("b")
    other.write_bytes(b"2")
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    os.replace(other, place)


@pytest.mark.parametrize(
    "touch", [other_content, other_content_of_the_same_time, another_file_of_the_same_time]
)
def test_a_file_that_was_touched_is_read_again(tmp_path, touch):
    place = settled(tmp_path / "a", b"1")
    before = digest(tmp_path, place)
    touch(place)
    assert digest(tmp_path, place) != before


def test_a_file_written_in_the_moment_of_reading_is_not_remembered(tmp_path, reads, monkeypatch):
    place = settled(tmp_path / "a", b"1")
    monkeypatch.setattr(file_states, "file_time", lambda cache: place.stat().st_mtime_ns)
    digest(tmp_path, place)
    digest(tmp_path, place)
    assert reads == [str(place)] * 2


def test_nothing_of_a_damaged_table_is_believed(tmp_path, reads):
    place = settled(tmp_path / "a", b"1")
    digest(tmp_path, place)
    table = tmp_path / "cache/files.json"
    table.write_bytes(table.read_bytes().replace(b'"6b86', b'"0000'))
    assert digest(tmp_path, place).startswith("6b86")
    assert len(reads) == 2


def test_without_a_cache_every_file_is_read(tmp_path, reads):
    place = settled(tmp_path / "a", b"1")
    for _ in range(2):
        FileStates(Cache(), "files").digest(str(place))
    assert len(reads) == 2


def test_what_is_not_there_cannot_be_read(tmp_path):
    assert states(tmp_path).digest(str(tmp_path / "a")) == UNREADABLE
