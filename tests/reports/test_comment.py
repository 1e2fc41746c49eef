"""The comment under a pull request: what changes for readers, and nothing that its author could make it do."""

from __future__ import annotations

import re

import pytest
from markdown import Markdown

from boards import load_board, plan
from content.photos import PHOTO
from noticeboard.reports.comment import safe_text, to_comment
from noticeboard.reports.comparison import compare

BEFORE = {
    "plans/2026/计划.md": plan("### 三月\n\n- [ ] 8日 座谈会\n- 中旬 征集提案\n\n### 四月\n\n- 春游\n"),
    "plans/2026/通知.md": "---\n类型: 通知\n标题: 值班\n日期: 2026-03-01\n---\n",
    "plans/2026/旧.md": "---\n类型: 通知\n标题：旧的\n日期: 2026-03-01\n---\n",
}
AFTER = {
    "plans/2026/计划.md": plan(
        "### 三月\n\n- [x] 8日 座谈会\n- 中旬 征集提案\n\n### 四月\n\n- 春游\n- 健步走\n\n### 五月\n\n- 比赛\n"
    ),
    "plans/2026/通知.md": "---\n类型: 通知\n标题: 值班\n日期: 2026-02-30\n---\n",
    "plans/2026/预算.md": (
        "---\n类型: 公开\n标题: 经费预算\n日期: 2026-03-02\n类别: 财务\n责任部门: 财务室\n---\n"
    ),
}


@pytest.fixture
def comparison(tmp_path):
    return compare(load_board(tmp_path / "before", BEFORE), load_board(tmp_path / "after", AFTER))


def test_compares_what_readers_see(comparison) -> None:
    assert [(change.kind, change.document.path) for change in comparison.documents] == [
        ("gone", "plans/2026/旧.md"),
        ("changed", "plans/2026/计划.md"),
        ("gone", "plans/2026/通知.md"),
        ("new", "plans/2026/预算.md"),
    ]
    assert [
        (
            change.month.number,
            *([e.activity.text for e in found] for found in (change.new, change.changed, change.gone)),
        )
        for change in comparison.months
    ] == [(3, [], ["座谈会"], []), (4, ["健步走"], [], []), (5, ["比赛"], [], [])]
    assert [problem.code for problem in comparison.new_problems] == ["impossible-day"]
    assert (comparison.mended, comparison.old_problems) == (1, ())


def test_says_it_in_chinese_with_links(comparison) -> None:
    comment = to_comment(comparison, preview="https://preview.example/7/")
    assert "**有 1 个新的错误，改好之前不能登出来。**" in comment
    assert (
        "- 新增：[经费预算](https://preview.example/7/plans/2026/yu-suan/)，公开，工会，2026-03-02" in comment
    )
    assert (
        "- [2026年3月](https://preview.example/7/months/2026/03/)：改动 1 项\n    - 改动：3月8日（周日） 座谈会（已完成）"
        in comment
    )
    assert "- plans/2026/通知.md 第 4 行：错误[impossible-day]" in comment
    assert "改好了 1 个问题" in comment
    assert "\n\n\n" not in comment
    assert "`plans/2026/yu-suan/`" in to_comment(comparison)


def renamed(tmp_path, before: dict, after: dict):
    return compare(load_board(tmp_path / "before", before), load_board(tmp_path / "after", after))


def test_a_renamed_file_is_neither_new_nor_gone(tmp_path) -> None:
    text = plan("### 三月\n\n- 8日 座谈会（见[通知](通知.md)）\n")
    notice = BEFORE["plans/2026/通知.md"]
    before = {"plans/计划.md": text, "plans/通知.md": notice}
    found = renamed(tmp_path, before, {"plans/2026/工会计划.md": text, "plans/2026/通知.md": notice})
    assert [(it.kind, it.document.path, it.before, it.edited) for it in found.documents] == [
        ("renamed", "plans/2026/工会计划.md", "plans/计划.md", False),
        ("renamed", "plans/2026/通知.md", "plans/通知.md", False),
    ]
    assert found.months == ()
    assert (
        "- 改名：工会计划（`plans/2026/gong-hui-ji-hua/`），计划，工会，2026-01-10，原来是 plans/计划.md\n"
        in to_comment(found)
    )


@pytest.mark.parametrize(
    ("edit", "kinds"),
    [
        (lambda text: text + "\n补充一句。\n", ["renamed"]),
        (lambda text: text.replace("工会计划", "计划（修订）"), ["renamed"]),
        (lambda text: text.replace("2026-01-10", "2026-01-11") + "补充", ["new", "gone"]),
        (lambda text: text.replace("工会计划", "另一份") + "补充", ["new", "gone"]),
        (lambda text: text.replace("工会计划", "另一份\n曾用网址: plans/z/") + "补充", ["renamed"]),
        (lambda text: text.replace("类型: 计划", "类型: 总结") + "补充", ["new", "gone"]),
    ],
)
def test_a_rename_with_an_edit_is_one_where_it_is_one_document(tmp_path, edit, kinds) -> None:
    text = plan("### 三月\n\n- 8日 座谈会\n")
    found = renamed(tmp_path, {"plans/z.md": text}, {"plans/a.md": edit(text)})
    assert [change.kind for change in found.documents] == kinds
    assert {change.edited for change in found.documents if change.before} <= {True}


def test_two_files_alike_are_not_taken_for_each_other(tmp_path) -> None:
    text = plan("- 3月8日 座谈会\n")
    found = renamed(tmp_path, {"plans/a.md": text, "plans/b.md": text}, {"plans/c.md": text})
    assert [change.kind for change in found.documents] == ["gone", "gone", "new"]


def test_no_change_is_said_so(tmp_path) -> None:
    site = load_board(tmp_path, BEFORE)
    assert to_comment(compare(site, site)).splitlines()[2] == "读者看到的没有变化，也没有新的问题。"


def test_that_a_problem_is_gone_is_a_change(tmp_path) -> None:
    page = {"docs/about.md": "# 关于\n\n见[没有](没有.md)。\n"}
    before = load_board(tmp_path / "before", {**BEFORE, **page})
    after = load_board(tmp_path / "after", {**BEFORE, "docs/about.md": "# 关于\n"})
    found = compare(before, after)
    assert (found.documents, found.months, found.new_problems, found.mended) == ((), (), (), 1)
    assert not found.is_empty


def test_a_problem_that_only_moved_is_not_new(tmp_path) -> None:
    moved = {path: text.replace("标题：", "# 注释\n标题：") for path, text in BEFORE.items()}
    comparison = compare(load_board(tmp_path / "a", BEFORE), load_board(tmp_path / "b", moved))
    assert comparison.new_problems == ()
    assert [problem.code for problem in comparison.old_problems] == ["fullwidth-colon"]


def test_warnings_that_go_out_again_are_named(tmp_path) -> None:
    site = load_board(tmp_path, BEFORE)
    comment = to_comment(compare(site, site))
    assert "### 会带着登出去的警告" in comment
    assert "- plans/2026/旧.md 第 3 行：警告[fullwidth-colon]" in comment


def test_a_notice_asks_for_nothing(tmp_path) -> None:
    photo = {**BEFORE, "plans/2026/春游.jpg": PHOTO, "plans/2026/五月.md": plan("![春游](春游.jpg)")}
    before, after = load_board(tmp_path / "a", BEFORE), load_board(tmp_path / "b", photo)
    comment = to_comment(compare(before, after))
    assert "提示\\[photo-location" in comment or "提示[photo-location]" in comment
    assert "请改好再合并" not in comment
    assert "春游.jpg" not in to_comment(compare(after, after))


def test_a_long_list_of_old_warnings_ends_with_how_many_are_left(tmp_path) -> None:
    site = load_board(tmp_path, {f"plans/{number}.md": BEFORE["plans/2026/旧.md"] for number in range(35)})
    assert "\n- 另有 5 个\n" in to_comment(compare(site, site))


@pytest.mark.parametrize(
    "text",
    [
        "[点我](https://evil.example)", "![图](https://evil.example/x.png)", "<img src=x onerror=alert(1)>", "**重**",
        "@somebody 请合并", "见 #12 和 GH-7、!3", "https://evil.example 免费", "www.evil.example", "`代码`", "a@b.example",
        "| 表 | 格 |", "~~删~~", "&lt;b&gt;", "[a]: b", "\\", "两\n行", "<!-- x -->", "$x$", ":tada:",
    ],
)  # fmt: skip
def test_what_an_author_wrote_stays_plain_words(text: str) -> None:
    forge = Markdown(extensions=["tables"])
    forge.ESCAPED_CHARS += ["~", "$"]  # as in CommonMark
    html = forge.convert(f"- 新增：{safe_text(text)}（已完成）")
    assert set(re.findall(r"<(/?\w+)", html)) == {"ul", "li", "/li", "/ul"}
    shown = html.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").replace("\u200b", "")
    assert f"新增：{' '.join(text.split())}（已完成）" in shown
    assert not re.search(r"(?<!\w)[@#!]\w|://\w|www\.|:\w+:|GH-\d", safe_text(text))
