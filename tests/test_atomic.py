"""Files that are replaced whole or not at all."""

from __future__ import annotations

import os
import stat

import pytest

from noticeboard import atomic
from noticeboard.atomic import replace_file


def test_a_file_keeps_its_permissions(tmp_path):
    place = tmp_path / "计划.md"
    place.touch()
    place.chmod(0o640)
    replace_file(place, b"new")
    assert (place.read_bytes(), stat.S_IMODE(place.stat().st_mode)) == (b"new", 0o640)


def test_a_link_is_replaced_and_what_it_leads_to_stays(tmp_path):
    (tmp_path / "other").write_bytes(b"theirs")
    (tmp_path / "ours").symlink_to("other")
    replace_file(tmp_path / "ours", b"new")
    assert (tmp_path / "other").read_bytes() == b"theirs"
    assert (tmp_path / "ours").read_bytes() == b"new"


@pytest.mark.parametrize("name", ["计划.md", "a[1].md", "*.md"])
def test_leftovers_of_the_same_file_go_and_those_of_others_stay(tmp_path, name):
    for left in (f".{name}.abc123.part", ".乙.md.abc123.part"):
        (tmp_path / left).touch()
    replace_file(tmp_path / name, b"new", durable=False)
    assert sorted(os.listdir(tmp_path)) == sorted([name, ".乙.md.abc123.part"])


def test_a_failure_leaves_nothing_behind(tmp_path, monkeypatch):
    (tmp_path / "a.md").write_bytes(b"old")

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(atomic.os, "replace", fail)
    with pytest.raises(OSError):
        replace_file(tmp_path / "a.md", b"new")
    assert os.listdir(tmp_path) == ["a.md"]
    assert (tmp_path / "a.md").read_bytes() == b"old"
