"""What keeps files from being published as they are."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from boards import plan, told, write
from noticeboard.content.repository.irregular_files import (
    fault_of_name,
    find_irregular_files,
    find_unreadable,
)
from noticeboard.content.source import list_sources


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
        (problem.path, problem.line, problem.column, problem.code)
        for problem in find_unreadable(tmp_path, ["plans/a.csv", "plans/b.csv"])
    ]
    assert found == [("plans/b.csv", 1, 1, "unreadable-file")]


@pytest.mark.parametrize("place", ["docs", "overrides"])
def test_a_board_tells_them(board, tmp_path, place):
    (tmp_path / place).mkdir()
    (tmp_path / place / "leak").symlink_to("/etc/hostname")
    assert told(board({"plans/a.md": plan()})) == [f"{place}/leak:1:1 error symlink"]


@pytest.mark.parametrize(
    "name",
    [
        "会议14:30.md",
        "怎么办?.md",
        "*.md",
        "a|b",
        "甲\\乙.md",
        '"甲".md',
        "<甲>",
        "甲.",
        "甲 ",
        "CON",
        "com¹.md",
        "CONIN$.md",
        "con .md",
        "nul.md",
        "com1.xlsx",
        "甲\n乙.md",
        "甲\r.md",
        "甲\u2028乙",
        "通知.md\u200b",
        "通知\u202edm.exe",
        "\ufeff通知.md",
        "通\u2066知\u2069.csv",
    ],
)
def test_names_that_windows_cannot_hold(name: str) -> None:
    fault = fault_of_name(name)
    assert fault is not None and fault.code == "bad-name"
    assert "\n" not in fault.message


@pytest.mark.parametrize(
    "name",
    [
        "会议14：30.md",
        "怎么办？.md",
        "报名表#1.xlsx",
        "100%.md",
        "con甲.md",
        "nul甲",
        ".甲",
        "甲 乙.md",
        "👨\u200d👩\u200d👧.png",
    ],
)
def test_names_that_everybody_can_hold(name: str) -> None:
    assert fault_of_name(name) is None


def test_no_line_of_the_output_is_broken_by_a_name(tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "甲\n::error::乙.md").write_text("---\n", encoding="utf-8")
    sources, problems = list_sources(tmp_path)
    assert [problem.path for problem in problems] == ["plans/甲?::error::乙.md"]
    assert sources == ()
