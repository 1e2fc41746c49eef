"""Twelve tasks of an officer, done with the guide alone: its commands and its files, from an empty folder on."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from click.testing import CliRunner

from guide.pages import GUIDE, blocks_of, guide_pages
from guide.walking import PATH, steps_of, walk
from noticeboard import commands

TODAY = "1781496000"
"""2026-06-15, in seconds since 1970."""


@dataclass
class Walked:
    """What came of a page: the site as it then was, and what each command said."""

    site: Path
    said: list[tuple[str, int, str]] = field(default_factory=list)

    def page(self, address: str) -> str:
        return (self.site / address / "index.html").read_text(encoding="utf-8")

    def answers(self, command: str) -> list[tuple[int, str]]:
        return [(code, said) for typed, code, said in self.said if typed == command]


@pytest.fixture(scope="module")
def path(tmp_path_factory) -> Iterator[dict[str, Walked]]:
    """The whole path, walked once."""
    start = tmp_path_factory.mktemp("walk")
    board = start / "gonggaolan"
    done: dict[str, Walked] = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", TODAY)
        patch.delenv("BOARD_AUDIENCE", raising=False)

        def run(arguments: list[str]) -> None:
            patch.chdir(board if board.is_dir() else start)
            told = CliRunner().invoke(commands.board, arguments)
            done[page].said.append((arguments[0], told.exit_code, told.output))

        for page in PATH:
            done[page] = Walked(start / "sites" / page)
            walk(page, board, run)
            shutil.copytree(board / "site", done[page].site)
        yield done
        patch.chdir(GUIDE)


TASKS = (
    ("登第一份公示", "first-disclosure.md", "disclosure/ledger", "2026年工会积极分子人选公示"),
    ("看公示还有几天", "first-disclosure.md", "", "公示中"),
    ("登第一份计划", "index.md", "months/2026/03", "女教职工手工活动"),
    ("发通知", "monthly.md", "notices", "关于端午节值班的通知"),
    ("办完了打勾", "monthly.md", "months/2026/03", "已完成 <strong>2</strong>"),
    ("取消一项活动", "monthly.md", "months/2026/04", "连日有雨"),
    ("登收支", "monthly.md", "disclosure/finance", "2026年5月工会经费收支"),
    ("看还差什么", "monthly.md", "chair", "还差什么"),
    ("检查前备材料", "inspection.md", "inspection", "年初有工作计划"),
    ("更正登错的公开", "mistakes.md", "disclosure/ledger", "已更正"),
    ("撤回", "withdraw.md", "notices", "通知"),
)
"""Task → the page of the guide that tells how, and what then stands where on the site."""


@pytest.mark.slow
@pytest.mark.site
@pytest.mark.parametrize(("task", "page", "address", "shown"), TASKS, ids=[task for task, *_ in TASKS])
def test_a_task_is_done_by_its_page(path, task, page, address, shown):
    assert shown in path[page].page(address), path[page].said


@pytest.mark.slow
@pytest.mark.site
def test_what_is_withdrawn_tells_why_and_nothing_else(path):
    (page,) = (path["withdraw.md"].site / "plans").rglob("guan-yu-duan-wu*/index.html")
    text = page.read_text(encoding="utf-8")
    assert "人数写错了，另发一份" in text
    assert "内线8203" not in text


@pytest.mark.slow
@pytest.mark.site
def test_a_fault_is_told_and_mended(path):
    """The first check of the page finds what was typed wrongly; what `board fix` leaves is nothing."""
    (told, mended) = path["mistakes.md"].answers("check")
    assert "plans/2026/关于暑期值班的通知.md:2" in told[1]
    assert mended == (0, "没有发现问题。\n")


@pytest.mark.slow
@pytest.mark.site
def test_a_summary_is_drafted_from_the_plan(path):
    ((code, said),) = [told for told in path["monthly.md"].answers("new") if "小结" in told[1]]
    assert (code, "plans/2026/2026年文体活动小结.md" in said) == (0, True)


@pytest.mark.slow
@pytest.mark.site
def test_nothing_else_on_the_path_fails(path):
    faults = [
        (page, command, said)
        for page, walked in path.items()
        for command, code, said in walked.said
        if code and (command, page) != ("fix", "mistakes.md")  # A look at what it would change.
    ]
    assert faults == []
    assert path["monthly.md"].answers("overdue") == [(0, "2026-06-15：逾期 0 项。\n")]


def test_the_path_has_seven_steps_and_all_of_them_tell_what_to_do():
    assert len(PATH) == 7
    assert [page for page in PATH if not list(steps_of(page))] == []


@pytest.mark.parametrize("page", guide_pages(), ids=lambda page: page.name)
def test_a_page_with_commands_says_how_they_are_typed_on_windows(page):
    text = page.read_text(encoding="utf-8")
    typed = re.findall(r"^(?: {4})?(?:\S*/)?board \w", text, re.MULTILINE)
    assert not typed or "Windows" in text or "照打" in text


@pytest.mark.parametrize("page", guide_pages(), ids=lambda page: page.name)
def test_commands_are_those_of_a_board_and_the_same_everywhere(page):
    """Only what installs the program differs; `make` is of the program's repository, and named so."""
    blocks = blocks_of(page.read_text(encoding="utf-8"))
    typed = "".join(block.text for block in blocks if block.language == "sh" and "-m venv" not in block.text)
    assert not re.search(r"\.venv|\bmake ", typed)
