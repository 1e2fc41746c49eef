"""On which pages a preview tells what; and that what is faulty can be shown at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from boards import plan
from guide.pages import Sample, build_board
from noticeboard.manual import manual
from noticeboard.preview.findings import Findings, findings_of
from noticeboard.preview.pages import bar, write_pages
from noticeboard.problems import Level, Problem
from noticeboard.views import PageRenderer

GOOD = "---\n类型: 通知\n标题: 好\n日期: 2026-05-01\n---\n"
WRONG = GOOD.replace("2026-05-01", "五月")
SAMPLED = [page for page in manual().values() if Sample(page.text).places]


def test_problems_stand_at_the_address_that_a_file_has_or_would_have(board) -> None:
    findings = findings_of(
        board(
            {
                "plans/坏.md": WRONG,
                "plans/大.md": b"x" * 1_100_000,
                "plans/好.md": GOOD,
                "docs/plans/hao.md": "# 好\n",
            }
        )
    )
    assert [problem.code for problem in findings.on("plans/huai/")] == ["unreadable-date"]
    assert [problem.code for problem in findings.on("plans/da/")] == ["too-big"]
    assert {problem.path for problem in findings.on("plans/hao/")} == {"docs/plans/hao.md"}
    assert findings.on("months/") == ()
    assert findings.on("_problems/") == findings.problems


def test_a_faulty_file_without_a_page_gets_one_and_a_page_that_is_there_stays(board, tmp_path) -> None:
    findings = findings_of(board({"plans/坏.md": WRONG, "plans/好.md": GOOD.replace("标题: ", "标题：")}))
    folder = tmp_path / "site"
    (folder / "plans/hao").mkdir(parents=True)
    (folder / "plans/hao/index.html").write_text("there", encoding="utf-8")
    write_pages(findings, folder, "/")
    assert (folder / "plans/hao/index.html").read_text(encoding="utf-8") == "there"
    assert "这一页暂时看不到" in (folder / "plans/huai/index.html").read_text(encoding="utf-8")
    assert "五月" not in (folder / "plans/huai/index.html").read_text(encoding="utf-8")


def test_a_page_that_cannot_be_written_is_passed_over(board, tmp_path) -> None:
    long = f"plans/{'好' * 70}.md"
    findings = findings_of(board({long: WRONG, "plans/坏.md": WRONG}))
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "plans").write_text("a file", encoding="utf-8")
    write_pages(findings, folder, "/")
    assert (folder / "_problems/index.html").is_file()


def test_who_reads_a_page_while_it_is_written_gets_a_whole_one(board, tmp_path) -> None:
    findings = findings_of(board({"plans/坏.md": WRONG}))
    write_pages(findings, tmp_path, "/")
    with (tmp_path / "_problems/index.html").open(encoding="utf-8") as reading:
        write_pages(findings, tmp_path, "/another/")
        assert "</html>" in reading.read()
    assert "/another/" in (tmp_path / "_problems/index.html").read_text(encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("page", SAMPLED, ids=lambda page: page.code)
def test_a_board_with_any_fault_can_be_rendered(page, tmp_path: Path) -> None:
    """A site is not built with errors, but a preview is."""
    site = build_board(tmp_path, Sample(page.text).files("错误"))
    pages, _ = PageRenderer(site.catalog).make(site.pages, site.assets)
    assert set(pages) == {page.address for page in site.pages}


@pytest.mark.slow
@pytest.mark.parametrize(
    "head",
    [
        "取代: 公开.md", "取代: 另一份.md", "附件: [没有.xlsx]", "公示期: 2026-05-09 至 2026-05-01", "类别: 没有这类",
        "网址名: ../x", "允许: 手机号", "编号: [一]", "单位: 别的学校",
    ],
)  # fmt: skip
def test_a_board_with_a_faulty_disclosure_can_be_rendered(board, head) -> None:
    text = f"---\n类型: 公开\n标题: 公开\n日期: 2026-05-01\n类别: 财务\n责任部门: 财务室\n{head}\n---\n"
    site = board(
        {
            "plans/公开.md": text,
            "plans/另一份.md": text.replace(head, "取代: 公开.md"),
            "plans/计划.md": plan(),
        }
    )
    PageRenderer(site.catalog).make(site.pages, site.assets)


def _problem(path: str, message: str) -> Problem:
    return Problem(path, 1, 1, Level.WARNING, "old", message)


def test_what_was_edited_is_told_anew_and_all_else_stays() -> None:
    old = Findings(
        (_problem("plans/a.md", "旧"), _problem("plans/b.md", "别的")),
        {"plans/a.md": "plans/a/", "plans/b.md": "plans/b/"},
        is_stale=True,
    )
    new = old.edited({"plans/a.md": "plans/a/", "plans/c.md": "plans/c/"}, [_problem("plans/c.md", "新")])
    assert [problem.message for problem in new.problems] == ["别的", "新"]
    assert new.addresses == {"plans/a.md": "plans/a/", "plans/b.md": "plans/b/", "plans/c.md": "plans/c/"}
    assert new.is_stale and new.has_edits


@pytest.mark.parametrize(
    ("findings", "words"),
    [
        (Findings(), ""),
        (Findings(has_edits=True), ""),
        (Findings(is_stale=True), "下面是改动以前的"),
        (Findings(is_stale=True, has_edits=True), "加上后来改的文字"),
    ],
)
def test_a_page_says_whether_it_is_new(findings, words) -> None:
    found = bar(findings, "plans/a/", "/")
    assert words in found and bool(words) == bool(found)
