"""Repairs: what is certain is mended, everything else keeps its bytes, and nothing is ever lost."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from noticeboard.content.document_reader import KNOWN_KEYS, read_document
from noticeboard.content.settings.board_settings import Settings
from noticeboard.content.source import read_source
from noticeboard.fixing.meaning import meaning
from noticeboard.fixing.repair import Repair, repair

SITE = Settings(units=("晨光小学工会", "东校区分工会"))
PATH = "plans/2026/示例.md"
NOTICE = "---\n类型: 通知\n标题: 值班\n日期: 2026-05-06\n---\n\n正文。\n"
PLAN = "---\n类型: 计划\n标题: 计划\n日期: 2026-01-06\n期间: 2026年\n---\n"
DISCLOSURE = "---\n类型: 公开\n标题: 预算\n日期: 2026-03-02\n类别: 财务\n责任部门: 财务室\n---\n\n正文。\n"


def fixed(text: str | bytes, **options: bool) -> str:
    data = text if isinstance(text, bytes) else text.encode()
    return repair(PATH, data, SITE, **options).after.decode()


def head(*lines: str) -> str:
    return "\n".join(["---", "类型: 通知", *lines, "---", "", "正文。", ""])


MENDED = {
    "a table in an item, below other words": (
        f"{PLAN}\n- 表：\n\n  | 甲 | 乙 |\n  | 1 | 2 |\n",
        f"{PLAN}\n- 表：\n\n  | 甲 | 乙 |\n  |---|---|\n  | 1 | 2 |\n",
    ),
    "full-width colon": (head("标题：值班", "日期: 2026-05-06"), head("标题: 值班", "日期: 2026-05-06")),
    "colon and blanks": (head("标题：　 值班", "日期: 2026-05-06"), head("标题: 值班", "日期: 2026-05-06")),
    "missing space": (head("标题:值班", "日期:2026-05-06"), head("标题: 值班", "日期: 2026-05-06")),
    "spelling of a key": (head("标 题: 值班", "Date: 2026-05-06"), head("标题: 值班", "date: 2026-05-06")),
    "colon in a title": (
        head("标题: 值班: 五月", "日期: 2026-05-06"),
        head('标题: "值班: 五月"', "日期: 2026-05-06"),
    ),
    "full-width colon, and one in the title": (
        head("标题：值班: 五月", "日期：2026-05-06"),
        head('标题: "值班: 五月"', "日期: 2026-05-06"),
    ),
    "hash in a title": (
        head("标题: 值班 #1 楼", "日期: 2026-05-06"),
        head('标题: "值班 #1 楼"', "日期: 2026-05-06"),
    ),
    "sign before a title": (
        head("标题: @全体会员", "日期: 2026-05-06"),
        head('标题: "@全体会员"', "日期: 2026-05-06"),
    ),
    "words in quotes": (
        head('标题: "五月"值班\\安排', "日期: 2026-05-06"),
        head("标题: '\"五月\"值班\\安排'", "日期: 2026-05-06"),
    ),
    "dashes of an input method": ("——\n" + NOTICE[4:], NOTICE),
    "dashes away from the margin": (" ---\n" + NOTICE[4:], NOTICE),
    "no first dashes": (NOTICE[4:], NOTICE),
    "bullets": (
        head("标题: 值班", "日期: 2026-05-06", "标签:", "  • 值班", "  • 办公室"),
        head("标题: 值班", "日期: 2026-05-06", "标签:", "  - 值班", "  - 办公室"),
    ),
    "tabs": (
        head("标题: 值班", "日期: 2026-05-06", "标签:", "\t- 值班", "\t- 办公室"),
        head("标题: 值班", "日期: 2026-05-06", "标签:", "  - 值班", "  - 办公室"),
    ),
    "a key that is not aligned": (
        head(" 标题: 值班", "  日期: 2026-05-06"),
        head("标题: 值班", "日期: 2026-05-06"),
    ),
    "colon of an attachment": (
        head("标题: 值班", "日期: 2026-05-06", "附件:", "  - 文件：表.xlsx", "    名称：表 #1"),
        head("标题: 值班", "日期: 2026-05-06", "附件:", "  - 文件: 表.xlsx", '    名称: "表 #1"'),
    ),
    "dates": (
        head("标题: 值班", "日期: ２０２６年５月６日", "发布: 2026／5／7 下午2点半"),
        head("标题: 值班", "日期: 2026-05-06", "发布: 2026-05-07 14:30"),
    ),
    "figures of a period": (PLAN.replace("2026年", "２０２６年"), PLAN),
    "a byte order mark": (b"\xef\xbb\xbf" + NOTICE.encode(), NOTICE),
    "GB18030": (NOTICE.encode("gb18030"), NOTICE),
    "UTF-16": (NOTICE.encode("utf-16"), NOTICE),
    "a break from elsewhere": (NOTICE.replace("正文", "正\u2028文"), NOTICE.replace("正文", "正 文")),
    "bold months": (
        PLAN + "\n## 安排\n\n**三月**\n\n- 8日 座谈会\n\n四月份：\n\n- 春游\n",
        PLAN + "\n## 安排\n\n### 三月\n\n- 8日 座谈会\n\n### 四月份\n\n- 春游\n",
    ),
}


@pytest.mark.parametrize("name", MENDED)
def test_mended(name: str) -> None:
    before, after = MENDED[name]
    assert fixed(before) == after


KEPT = {
    "nothing wrong": NOTICE,
    "line ends of Windows": NOTICE.replace("\n", "\r\n"),
    "no line end at the end": NOTICE.rstrip("\n"),
    "blanks at ends of lines": NOTICE.replace("\n", "  \n"),
    "comments": head("标题: 值班", "# 备注：不动", "日期: 2026-05-06"),
    "dates in other forms": head(
        "标题: 值班", "日期: 2026年5月6日", "撤下: 2026.6.1", "发布: 2026/5/7 下午2点半"
    ),
    "an error that is a guess": head("标题: 值班", "日期: 五月上旬"),
    "list markers that are read without complaint": PLAN + "\n### 三月\n\n1.开展活动\n2、座谈会\n（1）筹备\n",
    "a number that may be a time": PLAN + "\n6、7月份 开展检查\n",
    "a month above items that would not be its own": PLAN + "\n三月：\n\n- 8日 座谈会\n\n其他：\n\n- 学习\n",
    "code": NOTICE + "\n    标题：一\n\n```\n标题：二\n```\n",
}


@pytest.mark.parametrize("name", KEPT)
def test_kept(name: str) -> None:
    data = KEPT[name].encode()
    assert repair(PATH, data, SITE).after == data


def test_the_line_ends_of_the_file_are_kept_and_used() -> None:
    assert fixed(NOTICE[4:].replace("\n", "\r\n")) == NOTICE.replace("\n", "\r\n")
    assert fixed("标题：值班\r类型：通知\r日期：2026-05-06\r---\r") == (
        "---\r标题: 值班\r类型: 通知\r日期: 2026-05-06\r---\r"
    )


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04\0\0" + bytes(range(256)), NOTICE.encode()[:-2], b"x" * 2_000_000, b""]
)
def test_what_cannot_be_read_is_not_touched(data: bytes) -> None:
    made = repair(PATH, data, SITE)
    assert made.after == data
    assert any(problem.is_error for problem in made.left)


def test_each_change_is_told() -> None:
    made = repair(PATH, head("标题：值班: 五月", "日期: 2026-05-06").encode(), SITE)
    assert [(c.line, c.column, c.code, c.before, c.after) for c in made.changes] == [
        (3, 3, "fullwidth-colon", "：", ": "),
        (3, 4, "colon-in-value", "值班: 五月", '"值班: 五月"'),
    ]
    assert made.left == ()


def test_numbers_only_when_asked() -> None:
    assert fixed(DISCLOSURE) == DISCLOSURE
    numbered = fixed(DISCLOSURE, numbers=True)
    line = next(line for line in numbered.split("\n") if line.startswith("编号: "))
    assert numbered == DISCLOSURE.replace("---\n\n", f"{line}\n---\n\n")
    assert fixed(numbered, numbers=True) == numbered
    assert line.startswith("编号: 2026-finance-")


def test_an_empty_number_is_filled_in() -> None:
    numbered = fixed(DISCLOSURE.replace("日期", "编号:\n日期"), numbers=True)
    assert numbered.count("编号") == 1
    assert "编号: 2026-finance-" in numbered


@pytest.mark.parametrize(
    "text",
    [NOTICE, DISCLOSURE.replace("责任部门: 财务室\n", ""), DISCLOSURE.replace("日期", "编号: 3号\n日期")],
)
def test_what_needs_no_number_gets_none(text: str) -> None:
    assert fixed(text, numbers=True) == text


_LINES = st.sampled_from(
    [
        "---",
        "——",
        " ---",
        "...",
        "",
        "",
        "类型: 计划",
        "类型：通知",
        "type:公开",
        "标题：开会: 讨论",
        "标 题:@全体 #2",
        '  标题: "五月"安排',
        "日期：２０２６年３月８日",
        "日期: 2026-02-30",
        "期间: ２０２６年",
        "类别: 财务",
        "责任部门：财务室",
        "公示期: ５个工作日",
        "标签:",
        "\t• 值班",
        "  - 办公室: 一",
        "附件:",
        "- 文件：表.xlsx",
        "  名称：表 #1",
        "　名称: a",
        "目标:",
        "  - 建会率：≥95%",
        '标签: [a, "b',
        "联系: |",
        "   多行 # 不是注释",
        "# 注释",
        "## 安排",
        "###三月",
        "**三月**",
        "四月份：",
        "其他工作：",
        "- [x] 8日 座谈会（地点：大礼堂）",
        "1、3月 学习",
        "2.讲座",
        "  （1）筹备",
        "6、7月份 检查",
        "正文\u2028一段。",
        "> 引文",
        "```",
        "    标题：代码",
        "| 月 | 事 |",
        "<b>粗</b>",
    ]
)
_TEXTS = st.builds(
    lambda lines, end: end.join(lines), st.lists(_LINES, max_size=24), st.sampled_from(["\n", "\r\n", "\r"])
)
_HEADED = st.builds(lambda text: PLAN.replace(": ", "：", 2) + text, _TEXTS)
_FILES = st.one_of(
    st.builds(
        lambda text, codec: text.encode(codec, "ignore"),
        st.one_of(_TEXTS, _HEADED),
        st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16"]),
    ),
    st.text().map(str.encode),
    st.binary(max_size=200),
)


def read(data: bytes):
    document, problems = read_document(read_source(PATH, data, KNOWN_KEYS), SITE)
    return meaning(document), Counter((problem.level, problem.code, problem.message) for problem in problems)


@pytest.mark.slow
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_FILES)
def test_any_file_stays_the_same_document_with_no_new_problem(data: bytes) -> None:
    made = repair(PATH, data, SITE)
    said, faults = read(data)
    still, left = read(made.after)
    assert still == said
    assert left <= faults
    assert made.is_needed == bool(made.changes)
    assert repair(PATH, made.after, SITE) == Repair(PATH, made.after, made.after, (), made.left)


@pytest.mark.slow
@settings(max_examples=100, deadline=None)
@given(_TEXTS)
def test_a_number_changes_nothing_else(text: str) -> None:
    data = DISCLOSURE.replace("正文。", text).encode()
    without, made = repair(PATH, data, SITE), repair(PATH, data, SITE, numbers=True)
    said, _ = read(without.after)
    still, left = read(made.after)
    assert {**still, "number": None, "given": None} == {**said, "number": None, "given": None}
    assert left <= read(without.after)[1]
    assert repair(PATH, made.after, SITE, numbers=True).after == made.after


AS_TYPED = {
    "months in lines": (
        "三月份：组织插花；登山\n六月 教职工体检\n年底：评优\n晨光小学工会\n2026年1月8日\n",
        "### 三月份\n\n- 组织插花\n- 登山\n\n### 六月\n\n- 教职工体检\n\n### 年底\n\n- 评优\n\n晨光小学工会\n2026年1月8日\n",
    ),
    "bullets and boxes": (
        "### 三月\n\n· 插花\n· 登山\n\n### 四月\n\n☑ 读书会\n☐ 体检\n",
        "### 三月\n\n- 插花\n- 登山\n\n### 四月\n\n- [x] 读书会\n- [ ] 体检\n",
    ),
    "lettered bullets": ("### 三月\n\no\t插花\no\t登山\n", "### 三月\n\n- 插花\n- 登山\n"),
    "plain lines": ("### 三月\n\n插花；登山。\n", "### 三月\n\n- 插花\n- 登山\n"),
    "a month at an item's end": (
        "### 二月\n\n1、慰问\n2、定计划 三月份\n1、插花\n",
        "### 二月\n\n1、慰问\n2、定计划\n\n### 三月份\n\n1、插花\n",
    ),
    "a title with a month": (
        "四、全年安排：一月份\n\n1、慰问\n",
        "四、全年安排：\n\n### 一月份\n\n1、慰问\n",
    ),
}


@pytest.mark.parametrize("typed", AS_TYPED.values(), ids=AS_TYPED)
def test_plans_as_people_type_them_get_the_good_form(typed: tuple[str, str]) -> None:
    made = repair(PATH, f"{PLAN}\n{typed[0]}".encode(), SITE)
    assert made.after.decode() == f"{PLAN}\n{typed[1]}"
    assert made.left == ()
    assert not repair(PATH, made.after, SITE).is_needed
