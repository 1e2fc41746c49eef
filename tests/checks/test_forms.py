"""What was typed in poor signs: told, and repaired without a change of what it says."""

from __future__ import annotations

import pytest

from noticeboard.content.settings.board_settings import Settings
from noticeboard.fixing.repair import repair

NOTICE = "---\n类型: 通知\n标题: 通知\n日期: 2026-03-01\n---\n"


@pytest.fixture
def codes(board):
    def check(body: str) -> list[str]:
        site = board({"plans/a.md": f"{NOTICE}{body}\n", "plans/b.md": NOTICE, "plans/附件/b.md": NOTICE})
        return [f"{problem.line} {problem.code}" for problem in site.problems]

    return check


def fixed(body: str) -> str:
    data = f"{NOTICE}{body}\n".encode()
    once = repair("plans/a.md", data, Settings(units=("工会",)))
    assert not repair("plans/a.md", once.after, Settings(units=("工会",))).is_needed
    return once.after.decode().removeprefix(NOTICE).removesuffix("\n")


TABLE = "| 项目 | 金额 |\n|---|---|\n| 收入 | 300 |"
TABLES = {
    "full-width borders": ("｜项目｜金额｜\n｜---｜---｜\n｜收入｜300｜", TABLE),
    "full-width dashes": ("｜ 项目 ｜ 金额 ｜\n｜－－－｜———｜\n｜收入｜300｜", TABLE),
    "no rule": ("| 项目 | 金额 |\n| 收入 | 300 |", TABLE),
    "no rule, full-width": ("｜项目｜金额｜\n｜收入｜300｜", TABLE),
    "other dashes": ("| 项目 | 金额 |\n|——|——|\n| 收入 | 300 |", TABLE),
    "corners": ("| 项目 | 金额 |\n|---+---|\n| 收入 | 300 |", TABLE),
    "too few columns": ("| 项目 | 金额 |\n|---|\n| 收入 | 300 |", TABLE),
    "dashes only": ("| 项目 | 金额 |\n----------\n| 收入 | 300 |", TABLE),
    "tabs": ("项目\t金额\n收入\t300", TABLE),
    "tabs, an empty cell": (
        "项目\t金额\t备注\n收入\t300\t\n支出\t\t无",
        "| 项目 | 金额 | 备注 |\n|---|---|---|\n| 收入 | 300 |  |\n| 支出 |  | 无 |",
    ),
}


@pytest.mark.parametrize("name", TABLES)
def test_tables(codes, name: str) -> None:
    poor, good = TABLES[name]
    assert codes(poor) == ["6 table-form"]
    assert codes(f"收支如下：\n{poor}") == ["7 table-form"]
    assert fixed(poor) == good
    assert codes(good) == []


@pytest.mark.parametrize(
    "body",
    [
        "时间：\t5月6日\n地点：\t大礼堂",
        "甲\t乙",
        "甲 | 乙\n丙",
        "|甲|",
        "一段话里有“|”这个符号。\n下一段也有“|”。",
        "\t第一段。\n\t第二段。",
        "1、\t召开会议\n2、\t组织体检",
        "```\n项目\t金额\n收入\t300\n```",
    ],
)
def test_what_is_no_table(codes, body: str) -> None:
    assert codes(body) == []
    assert fixed(body) == body


LINKS = {
    "round brackets": ("[乙]（b.md）", "[乙](b.md)"),
    "square brackets": ("【乙】(b.md)", "[乙](b.md)"),
    "all brackets": ("【乙】（ b.md ）", "[乙](b.md)"),
    "half of a pair": ("[乙】(b.md）", "[乙](b.md)"),
    "a full-width slash": ("[乙](附件／b.md)", "[乙](附件/b.md)"),
    "a back slash": (r"[乙](附件\b.md)", "[乙](附件/b.md)"),
    "an address": ("【网站】（https://a.invalid/b?c=1）", "[网站](https://a.invalid/b?c=1)"),
}


@pytest.mark.parametrize("name", LINKS)
def test_links(codes, name: str) -> None:
    poor, good = LINKS[name]
    assert codes(f"见{poor}。") == ["6 link-form"]
    assert fixed(f"见{poor}。") == f"见{good}。"
    assert codes(f"见{good}。") == []


@pytest.mark.parametrize("poor", ["！[照片](a.png)", "![照片]（a.png）", "！【照片】（a.png）"])
def test_pictures(poor: str) -> None:
    assert fixed(poor) == "![照片](a.png)"


@pytest.mark.parametrize(
    "body",
    [
        "太好了！[乙](b.md)",
        "【重要】（见附件）",
        "【食堂、后勤】",
        "[注]（共三项）",
        "`[乙]（b.md）`",
        "[乙](<b.md>)",
        r"\\server\b.md",
    ],
)
def test_what_is_no_poor_link(codes, body: str) -> None:
    assert not any("link-form" in code for code in codes(body))
    assert fixed(body) == body


def sums(*rows: str) -> str:
    return "\n".join([rows[0], "|---" * (rows[0].count("|") - 1) + "|", *rows[1:]])


@pytest.mark.parametrize(
    "body",
    [
        sums("| 项 | 元 |", "| 甲 | 1 |", "| 乙 | 2 |", "| 合计 | 4 |"),
        sums("| 项 | 元 |", "| 甲 | 1,200.50 |", "| 乙 | ¥2，000 |", "| 合 计 | 3,200.05 |"),
        sums("| 项 | 元 |", "| 甲 | 3元 |", "| 乙 | -1元 |", "| 总计 | 4元 |"),
        sums("| 项 | 一月 | 二月 | 合计 |", "| 甲 | 1 | 2 | 3 |", "| 乙 | 2 | 2 | 5 |"),
        sums("| 项 | 一月 | 二月 | 合计（元） |", "| 甲 | 1 | — | 2 |", "| 乙 | 2 | 2 | 5 |"),
        sums("| 项 | 人 | 备注 |", "| 甲 | 1 | 无 |", "| **乙** | 2 | 有 |", "| **合计** | **4** | |"),
    ],
)
def test_wrong_sums(codes, body: str) -> None:
    assert [code.split()[1] for code in codes(body)] == ["table-sum"]


@pytest.mark.parametrize(
    "body",
    [
        sums("| 项 | 元 |", "| 甲 | 1 |", "| 乙 | 2 |", "| 合计 | 3 |"),
        sums("| 项 | 元 |", "| 甲 | 0.1 |", "| 乙 | 0.2 |", "| 合计 | 0.3 |"),
        sums("| 项 | 元 |", "| 甲 | 1 |", "| 小计 | 1 |", "| 乙 | 2 |", "| 合计 | 3 |"),
        sums("| 项 | 占比 |", "| 甲 | 33% |", "| 乙 | 33% |", "| 合计 | 100% |"),
        sums("| 项 | 数 |", "| 甲 | 1万元 |", "| 乙 | 2元 |", "| 合计 | 10002元 |"),
        sums("| 项 | 数 |", "| 甲 | 约3 |", "| 乙 | 2 |", "| 合计 | 6 |"),
        sums("| 项 | 数 |", "| 甲 | 1 |", "| 合计 | 9 |", "| 乙 | 2 |", "| 合计 | 9 |"),
        sums("| 项 | 单价 | 数 |", "| 甲 | 3 | 1 |", "| 乙 | 4 | 2 |", "| 合计 | 11 | 3 |"),
        sums("| 项 | 人数 | 金额（元） | 合计 |", "| 甲 | 1 | 2 | 2 |", "| 乙 | 3 | 单价 | 4 |"),
        sums("| 合计 | 元 |", "| 甲 | 1 |", "| 乙 | 2 |"),
    ],
)
def test_sums_that_are_right_or_no_sums(codes, body: str) -> None:
    assert not any("table-sum" in code for code in codes(body))


@pytest.mark.parametrize(
    "line",
    [
        "浏览次数：132", "【字体：大 中 小】", "字号:[大 中 小]", "[打印本页]", "【关闭窗口】", "当前位置：首页 > 工会 > 通知", "首页 > 工会动态",
        "上一篇：通知", "发布时间：2026-05-06 来源：工会", "照常值班。&nbsp;&nbsp;", "&amp;nbsp;照常", "扫一扫在手机打开", "阅读量: 20",
    ],
)  # fmt: skip
def test_leftovers_of_web_pages(codes, line: str) -> None:
    assert codes(line) == ["6 web-leftover"]


def test_lines_in_the_tags_of_a_web_page_are_told_once(codes) -> None:
    assert codes("<p>照常值班。</p>\n<p>五月见。</p>") == ["6 web-leftover"]
    assert codes("<p>照常值班。</p>\n\n<table><tr><td>甲</td></tr></table>") == []


@pytest.mark.parametrize(
    "line",
    [
        "每天打印会议材料",
        "请大家阅读《工会法》",
        "字体要大方",
        "发布时间：2026年5月6日",
        "首页的图片换新",
        "`浏览次数：1`",
        "A&B",
    ],
)
def test_what_is_no_leftover(codes, line: str) -> None:
    assert codes(line) == []


@pytest.mark.parametrize("line", ["<font color=red>请准时</font>", "请<o:p></o:p>准时", "<big>请</big>准时"])
def test_old_tags_are_told(codes, line: str) -> None:
    assert set(codes(line)) == {"6 html-removed"}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("甲。\n\n工会\n2026年5月6日\n\n关于六月值班的通知\n\n乙。", ["11 several-documents"]),
        ("甲。\n\n2026年5月6日\n\n东校区工会2026年工作计划\n\n乙。", ["10 several-documents"]),
        ("甲。\n\n类型: 通知\n标题: 乙\n\n乙。", ["8 several-documents"]),
        ("甲。\n\n关于六月值班的通知\n\n乙。", []),
        ("类型: 我们的类型\n\n乙。", []),
    ],
)
def test_several_documents(codes, body: str, expected: list[str]) -> None:
    assert codes(body) == expected
