"""What keeps files from being published as they are."""

from __future__ import annotations

import os

import pytest

from boards import plan, told, write
from noticeboard.content.irregular_files import find_irregular_files, find_unreadable


def faults(root, folder="docs") -> list[tuple[str, str]]:
    return sorted((problem.path, problem.code) for problem in find_irregular_files(root, folder))


def test_ordinary_files_have_none(tmp_path):
    write(tmp_path, {"docs/index.md": "# 首页\n", "docs/图/校门.png": b"\x89PNG"})
    assert faults(tmp_path) == []
    assert faults(tmp_path, "overrides") == []


def test_links_pipes_and_names_that_are_no_text_are_told_wherever_they_lie(tmp_path):
    write(tmp_path, {"docs/a/b/index.md": "# 页\n", "secret/x.txt": "密\n"})
    (tmp_path / "docs/a/b/文件").symlink_to("../../../secret/x.txt")
    (tmp_path / "docs/.夹").symlink_to("../secret")
    (tmp_path / "docs/无").symlink_to("nowhere")
    (tmp_path / "docs/环").symlink_to(".")
    os.mkfifo(tmp_path / "docs/管道.md")
    (tmp_path / os.fsdecode(b"docs/\xff.png")).touch()
    assert faults(tmp_path) == [
        ("docs/.夹", "symlink"),
        ("docs/?.png", "bad-name"),
        ("docs/a/b/文件", "symlink"),
        ("docs/无", "symlink"),
        ("docs/环", "symlink"),
        ("docs/管道.md", "not-a-file"),
    ]


def test_the_folder_itself_may_be_a_link(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "docs").symlink_to("elsewhere")
    assert faults(tmp_path) == [("docs", "symlink")]


def test_what_cannot_be_opened_is_told(tmp_path):
    write(tmp_path, {"plans/a.csv": "1\n"})
    found = [
        (problem.path, problem.code) for problem in find_unreadable(tmp_path, ["plans/a.csv", "plans/b.csv"])
    ]
    assert found == [("plans/b.csv", "unreadable-file")]


@pytest.mark.parametrize("place", ["docs", "overrides"])
def test_a_board_tells_them(board, tmp_path, place):
    (tmp_path / place).mkdir()
    (tmp_path / place / "leak").symlink_to("/etc/hostname")
    assert told(board({"plans/a.md": plan()})) == [f"{place}/leak:1:1 error symlink"]
