"""Each check's manual page: its wrong sample gives its problems, its right one none; and the guide shows it as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.pages import GUIDE, Entry, build_board, entries_of
from noticeboard.checks import CHECKS
from noticeboard.checks.check import Check
from noticeboard.writing.manual import checks_page, explanation, main, suggestion

ENTRIES = {entry.code: entry for entry in entries_of(checks_page())}
WITHOUT_SAMPLES = {"term", "picture-too-large", "attachment-too-large", "reason-withheld", "history-refused"}
"""What no page can show: the settings of another site, a file of megabytes, a repository. They have tests of their own."""
SAMPLED = [entry for entry in ENTRIES.values() if entry.code not in WITHOUT_SAMPLES]


def test_every_check_is_on_the_page_once() -> None:
    assert sorted(ENTRIES) == sorted(check.id for check in CHECKS)


@pytest.mark.parametrize("entry", SAMPLED, ids=lambda entry: entry.code)
def test_the_wrong_sample_gives_its_problems(entry: Entry, tmp_path: Path) -> None:
    problems = build_board(tmp_path, entry.files("错误")).problems
    assert [(problem.path, problem.line) for problem in problems] == entry.places != []
    assert {problem.code for problem in problems} == {entry.code}
    assert {problem.level for problem in problems} == {entry.level}


@pytest.mark.parametrize("entry", SAMPLED, ids=lambda entry: entry.code)
def test_the_right_sample_gives_none(entry: Entry, tmp_path: Path) -> None:
    assert build_board(tmp_path, entry.files("正确")).problems == ()


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_every_check_can_be_explained(check: Check, tmp_path: Path) -> None:
    told = explanation(check.id, tmp_path)
    assert told is not None
    assert told.startswith(f"{check.title}\n{check.id}（")
    assert "hl_lines" not in told


def test_personal_data_is_explained_by_its_chinese_name_too(tmp_path: Path) -> None:
    assert explanation("手机号", tmp_path) == explanation("mobile-number", tmp_path)
    assert suggestion("手机") == "是不是“手机号”？"


@pytest.mark.parametrize(("id", "words"), [("fullwidth-colon", "用了全角冒号"), ("too-big", "超过 1 MB")])
def test_problems_of_single_files_are_explained_by_the_guide(id: str, words: str) -> None:
    told = explanation(id, GUIDE.parents[1])
    assert told is not None
    assert words in told


def test_what_is_no_problem_has_no_explanation(tmp_path: Path) -> None:
    assert explanation("没有这个", tmp_path) is None
    assert explanation(".*", GUIDE.parents[1]) is None


def test_the_page_is_up_to_date() -> None:
    assert (GUIDE / "checks.md").read_text(encoding="utf-8") == checks_page(), "run: make guide"


def test_the_command_writes_the_page(tmp_path: Path) -> None:
    main(str(tmp_path / "checks.md"))
    assert (tmp_path / "checks.md").read_text(encoding="utf-8") == checks_page()
