"""Bad disclosures: each fault is told at its line (issue of the disclosure section, "Bad input")."""

import pytest

from boards import ANY, told
from noticeboard.catalog.disclosures import records_of

GOOD = """\
---
类型: 公开
标题: 预算公示
日期: 2026-03-02
类别: 财务
责任部门: 财务室
公示期: 5个工作日
依据: 经费管理办法
反馈: 向工会办公室反映
联系: 工会办公室
---
正文。
"""


def changed(*pairs, more=""):
    text = GOOD
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return text.replace("联系: 工会办公室\n", f"联系: 工会办公室\n{more}", 1)


def test_a_complete_notice_has_no_problem(board):
    assert told(board({"plans/a.md": GOOD})) == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (changed(("财务\n责", "食堂\n责")), "5:5 error unknown-category"),
        (changed(("5个工作日", "2026-03-06 至 2026-03-02")), "7:6 error reversed-range"),
        (changed(("5个工作日", "五天")), "7:6 error notice-period-unclear"),
        (changed(("5个工作日", "0个工作日")), "7:6 error notice-period-length"),
        (changed(("5个工作日", "-3个工作日")), "7:6 error notice-period-length"),
        (changed(("2026-03-02", "2049-03-02\n发布: 2049-03-02")), "8:6 warning holidays-unknown"),
        (changed(("责任部门: 财务室\n", "")), "1:1 error missing-field"),
        (changed(("责任部门: 财务室\n", "责任部门:\n")), "6:1 error empty-value"),
        (changed(more="附件: 无.xlsx\n"), "11:5 error attachment-missing"),
        (changed(more="附件: 空.xlsx\n"), "11:5 error attachment-empty"),
        (changed(more="附件: 宏.xlsm\n"), "11:5 warning attachment-macros"),
        (changed(more="附件: 宏.DOCM\n"), "11:5 warning attachment-macros"),
        (changed(more="取代: 无.md\n"), "11:5 error reference-missing"),
        (changed(more="取代: a.md\n"), "11:1 error replaces-cycle"),
        (changed(("依据: 经费管理办法\n", "")), "7:1 warning notice-incomplete"),
        (changed(("联系: 工会办公室\n", "")), "7:1 warning notice-incomplete"),
        (changed(("反馈: 向工会办公室反映\n", "")), "7:1 warning notice-incomplete"),
        (changed(("正文。\n", "\n")), "7:1 warning notice-incomplete"),
    ],
)
def test_a_fault_is_told_at_its_line(board, text, problem):
    files = {"plans/a.md": text, "plans/空.xlsx": b"", "plans/宏.xlsm": ANY, "plans/宏.DOCM": ANY}
    assert told(board(files)) == [f"plans/a.md:{problem}"]


@pytest.mark.parametrize(
    ("period", "more", "problems"),
    [
        ("2026-03-02 至 2026-03-06", "发布: 2026-03-02\n撤下: 2026-03-06\n", []),
        ("2026-03-04 至 2026-03-10", "发布: 2026-03-03\n", []),
        ("2026-03-02 至 2026-03-06", "发布: 2026-03-02 09:00\n撤下: 2026-03-06 17:30\n", []),
        ("2026-03-02 至 2026-03-06", "发布: 2026-03-03\n", ["11:1 error notice-not-seen"]),
        ("2026-03-02 至 2026-03-06", "撤下: 2026-03-05\n", ["11:1 error notice-not-seen"]),
        ("2026-03-02 至 2026-03-06", "撤下: 2026-03-05 23:59\n", ["11:1 error notice-not-seen"]),
        ("2026-03-01 至 2026-03-06", "", ["7:1 error notice-not-seen"]),
        ("2026-03-01 至 2026-03-06", "发布: 2026-03-02\n", ["7:1 error notice-not-seen"]),
        ("5个工作日", "发布: 2026-03-04\n", ["11:1 error notice-not-seen"]),
        (
            "2026-03-02 至 2026-03-06",
            "发布: 2026-03-03\n撤下: 2026-03-04\n",
            ["11:1 error notice-not-seen", "12:1 error notice-not-seen"],
        ),
    ],
)
def test_a_notice_hangs_from_its_first_day_to_its_last(board, period, more, problems):
    files = {"plans/a.md": changed(("5个工作日", period), more=more)}
    assert told(board(files)) == [f"plans/a.md:{problem}" for problem in problems]


@pytest.mark.parametrize(
    ("day", "problem"),
    [
        ("2026-93-18", "4:5 error impossible-month"),
        ("下周", "4:5 error unreadable-date"),
        ("", "4:1 error empty-value"),
    ],
)
def test_a_notice_whose_date_cannot_be_read_has_that_fault_alone(board, day, problem):
    more = "发布: 2026-03-03\n撤下: 2026-03-20\n"
    period = ("5个工作日", "2026-03-02 至 2026-03-06")
    files = {"plans/a.md": changed(period, ("日期: 2026-03-02\n", f"日期: {day}\n"), more=more)}
    assert told(board(files)) == [f"plans/a.md:{problem}"]


def test_a_circle_of_corrections_is_told_in_every_file(board):
    files = {f"plans/{one}.md": changed(more=f"取代: {other}.md\n") for one, other in ("ab", "bc", "ca")}
    assert told(board(files)) == [f"plans/{name}.md:11:1 error replaces-cycle" for name in "abc"]


def test_two_documents_with_one_number_are_told_in_both(board):
    files = {f"plans/{name}.md": changed(more="编号: 公开01\n") for name in "ab"}
    assert told(board(files)) == [f"plans/{name}.md:11:1 error duplicate-number" for name in "ab"]


def test_a_number_that_another_disclosure_has_got_by_itself_is_told(board):
    (record,) = records_of(board({"plans/a.md": GOOD}).catalog)
    files = {"plans/a.md": GOOD, "plans/b.md": changed(more=f"编号: {record.number}\n")}
    assert told(board(files)) == ["plans/b.md:11:1 error duplicate-number"]


def test_everything_that_a_notice_lacks_is_named_in_one_warning(board):
    text = changed(
        ("依据: 经费管理办法\n反馈: 向工会办公室反映\n", ""), ("联系: 工会办公室\n", ""), ("正文。\n", "")
    )
    (problem,) = board({"plans/a.md": text}).problems
    assert problem.message == "公示还缺少：正文、依据、反馈、联系。"


@pytest.mark.parametrize(
    "settings", [{"feedback": "向工会反映"}, {"opinion_box": {"place": "大厅"}}], ids=["feedback", "box"]
)
def test_the_settings_may_say_how_to_object(board, settings):
    text = changed(("反馈: 向工会办公室反映\n", ""))
    assert told(board({"plans/a.md": text}, disclosure=settings)) == []


def test_a_lasting_disclosure_needs_none_of_it(board):
    text = changed(("公示期: 5个工作日\n依据: 经费管理办法\n反馈: 向工会办公室反映\n联系: 工会办公室\n", ""))
    assert told(board({"plans/a.md": text})) == []
