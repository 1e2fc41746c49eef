"""Registers: their items, the lengths of reminders, the numbers of issues, budgets beside what was spent."""

from datetime import date
from decimal import Decimal

import pytest

from noticeboard.content.field_types.issues import read_issue, series_of_title
from noticeboard.content.field_types.lead_times import read_lead_time
from noticeboard.content.sections.funds import funds_in
from noticeboard.content.sections.register_items import items_in
from noticeboard.markup.body import read_body
from noticeboard.problems import Fault


@pytest.mark.parametrize(
    ("head", "length", "day"),
    [
        ("届满", "一年", "2027-02-28"), ("期限", "三年", "2029-02-28"), ("有效期", "自签订之日起6个月", "2026-08-31"), ("到期", "有效期90天", "2026-05-29"),
        ("任期", "五年期", "2031-02-28"), ("到期", "半年", "2026-08-31"),
    ],
)  # fmt: skip
def test_a_length_ends_a_day_before_its_first_day_comes_again(head, length, day):
    (item,) = items(f"| 名称 | 签订 | {head} |\n|---|---|---|\n| 协议 | 2026-03-01 | {length} |\n")
    assert (item.expires.isoformat(), item.faults) == (day, ())


def test_a_length_without_a_first_day_is_told():
    (item,) = items("| 名称 | 签订 | 到期 |\n|---|---|---|\n| 协议 | | 一年 |\n")
    assert item.expires is None and item.faults


def test_heads_of_lists_of_honours():
    body = "| 获奖年度 | 荣誉称号 | 荣誉级别 | 获奖集体或个人 | 评选单位 |\n|---|---|---|---|---|\n| 2025年 | 先锋号 | 省级 | 二班 | 总工会 |\n"
    (item,) = items(body)
    assert (item.year.text, item.honour, item.level, item.holder, item.granted_by) == (
        "2025年",
        "先锋号",
        "省级",
        "二班",
        "总工会",
    )


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("30天前", "2026-03-01"), ("３０天", "2026-03-01"), ("提前1个月", "2026-02-28"), ("两个月前", "2026-01-31"),
        ("半年前", "2025-09-30"), ("一周前", "2026-03-24"), ("1年", "2025-03-31"), ("到期前九十日提醒", "2025-12-31"), ("30", "2026-03-01"),
    ],
)  # fmt: skip
def test_lengths_of_time(text, day):
    assert read_lead_time(text).before(date(2026, 3, 31)).isoformat() == day


@pytest.mark.parametrize(
    "text", ["年底", "0天", "半天", "6年", "2000天", "-3天", "1个半月", "三月", "2026-03-01", "天"]
)
def test_what_is_no_length_of_time(text):
    assert isinstance(read_lead_time(text), Fault)


@pytest.mark.parametrize(
    ("text", "series", "year", "numbers", "running"),
    [
        ("3", "", None, (3,), False), ("第三期", "", None, (3,), False), ("2026年第3期", "", 2026, (3,), False),
        ("２０２６年第３期", "", 2026, (3,), False), ("总第15期", "", None, (15,), True),
        ("《工会简报》2026年第3期（总第15期）", "工会简报", 2026, (3,), False), ("（2026）第3期", "", 2026, (3,), False),
        ("2026年第3、4期合刊", "", 2026, (3, 4), False), ("第3—5期", "", None, (3, 4, 5), False),
        ("板报 第十二期", "板报", None, (12,), False), ("工会简报（总第7期）", "工会简报", None, (7,), True),
    ],
)  # fmt: skip
def test_numbers_of_issues(text, series, year, numbers, running):
    issue = read_issue(text)
    assert (issue.series, issue.year, issue.numbers, issue.is_running) == (series, year, numbers, running)


@pytest.mark.parametrize(
    "text",
    ["三月号", "上一期", "第0期", "2026", "2026-03-02", "第5、3期", "第1—99期", "第3期增刊", "1850年第3期"],
)
def test_what_is_no_issue(text):
    assert isinstance(read_issue(text), Fault)


def test_the_newsletter_that_a_title_names():
    assert series_of_title("《工会简报》2026年第3期：三月要闻") == "工会简报"
    assert series_of_title("工会简报（第3期）") == "工会简报"
    assert series_of_title("三月要闻") == ""


def items(text, title="台账"):
    return items_in(read_body(text), title)


def test_columns_are_known_by_their_heads():
    (contract,) = items(
        "| 合同名称 | 对方单位 | 签订日期 | 到期日期 | 提前提醒 |\n|-|-|-|-|-|\n| 集体合同 | 学校 | 2024.1.1 | 2026年12月31日 | 2个月 |\n"
    )
    assert (contract.name, contract.holder, contract.signed, contract.expires) == (
        "集体合同", "学校", date(2024, 1, 1), date(2026, 12, 31),
    )  # fmt: skip
    assert contract.remind_on == date(2026, 10, 31)
    (term,) = items("| 职务 | 任期 |\n|-|-|\n| 主席 | 2021-03-01 至 2026-02-28 |\n")
    assert (term.name, term.signed, term.expires) == ("主席", date(2021, 3, 1), date(2026, 2, 28))
    (honour,) = items(
        "| 年度 | 荣誉称号 | 级别 | 获奖单位 | 授予 |\n|-|-|-|-|-|\n| 2026 | 文明岗 | 市级 | 一年级组 | 市妇联 |\n"
    )
    assert (honour.honour, honour.level, honour.holder, honour.granted_by) == (
        "文明岗",
        "市级",
        "一年级组",
        "市妇联",
    )
    assert honour.year and honour.year.title == "2026年"
    (place,) = items("| 名次 | 班组 | 成绩 |\n|-|-|-|\n| 1 | 甲班 | 98分 |\n| 合计 | 8 | |\n", "技能竞赛")
    assert (place.name, place.place, place.holder, place.result) == ("技能竞赛", "1", "甲班", "98分")


def test_other_tables_are_no_items():
    assert items("| 名称 | 金额 |\n|-|-|\n| 书 | 3元 |\n") == ()


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        ("年底 | ", "读不成一个日子"), ("2026-02-30 | ", "读不成一个日子"), ("2025-01-01 | ", "到期早于签订"),
        ("2026-12-31 | 到时候", "看不出提前多久提醒"), ("26年3月1日 | ", "读不成一个日子"), ("长期 | ", ""), ("— | ", ""), ("无固定期限 | ", ""),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told(cells, fault):
    (item,) = items(f"| 名称 | 签订 | 到期 | 提醒 |\n|-|-|-|-|\n| 合同 | 2026-01-01 | {cells} |\n")
    assert item.line == 3
    assert (fault in "".join(item.faults)) if fault else item.faults == ()


def funds(text):
    return funds_in(read_body(text))


def test_a_budget_beside_what_was_spent():
    line, total = funds(
        "| 支出 | 全年预算（万元） | 上半年支出（元） | 经审意见 |\n|-|-|-|-|\n| 慰问 | 3 | 24,999.5 | 无异议 |\n| **合计** | 3万元 | 24999.5 | |\n"
    )
    assert (line.budget, line.actual, line.difference) == (
        Decimal(30000),
        Decimal("24999.5"),
        Decimal("-5000.5"),
    )
    assert (line.percent, line.opinion, line.head, line.unit) == (Decimal("83.3"), "无异议", "支出", "元")
    assert total.is_total and total.table == line.table == 1


@pytest.mark.parametrize(
    "heads",
    [
        "项目 | 2025年决算 | 2026年预算",
        "项目 | 预算 | 增减",
        "时间 | 预算",
        "项目 | 实际 | 差额",
        "项目 | 金额",
    ],
)
def test_what_is_no_such_table(heads):
    cells = " | ".join("1" for _ in heads.split("|"))
    assert funds(f"| {heads} |\n|{'-|' * len(heads.split('|'))}\n| {cells} |\n") == ()


def test_sums_that_do_not_compare_are_told():
    none, word, units = funds(
        "| 项目 | 预算 | 决算 |\n|-|-|-|\n| 甲 | 0 | — |\n| 乙 | 3元 | 待定 |\n| 丙 | 3元 | 2人 |\n"
    )
    assert (none.faults, none.percent, none.difference) == ((), None, None)
    assert "不是一个数" in word.faults[0] and "单位不同" in units.faults[0]
    assert units.difference is None


def test_tables_of_html_are_read_too():
    text = (
        "<table>\n<tr><th>称号</th><th>级别</th><th>年度</th></tr>\n"
        '<tr><td>甲</td><td rowspan="2">市级</td><td>2026</td></tr>\n<tr><td>乙</td><td>2025</td></tr>\n</table>\n'
    )
    found = [(item.honour, item.level, item.year and item.year.title) for item in items(text)]
    assert found == [("甲", "市级", "2026年"), ("乙", "市级", "2025年")]


def test_a_merged_cell_stands_in_all_its_places():
    found = items(
        "<table><tr><th>年度</th><th>称号</th><th>对象</th></tr>\n"
        '<tr><td rowspan="2">2025年</td><td rowspan="2">先进班组</td><td>甲</td></tr>\n'
        "<tr><td>乙</td></tr>\n<tr><td>2026年</td><td>文明岗</td><td>丙</td></tr></table>\n"
    )
    assert [(it.year and it.year.title, it.honour, it.holder, it.line) for it in found] == [
        ("2025年", "先进班组", "甲", 2),
        ("2025年", "先进班组", "乙", 3),
        ("2026年", "文明岗", "丙", 4),
    ]


def test_cells_below_the_head_of_a_group_say_what_it_says():
    found = items(
        "| 年度 | 称号 | 级别 | 对象 |\n|-|-|-|-|\n| 2025年 | 先进班组 | 市级 | 甲 |\n| | | | 乙 |\n| | 文明岗 | | 丙 |\n"
    )
    # Only what is empty at the front belongs to a group.
    assert [(it.year and it.year.title, it.honour, it.level, it.holder) for it in found] == [
        ("2025年", "先进班组", "市级", "甲"),
        ("2025年", "先进班组", "市级", "乙"),
        ("2025年", "文明岗", "", "丙"),
    ]


def test_a_sum_that_rows_share_is_no_rows_own():
    first, second, total = funds(
        '<table><tr><td rowspan="2">类别</td><td rowspan="2">项目</td><td colspan="2">2026年</td></tr>\n'
        "<tr><td>预算</td><td>实际</td></tr>\n"
        '<tr><td rowspan="2">支出</td><td>慰问</td><td rowspan="2">3000</td><td>1000</td></tr>\n'
        '<tr><td>活动</td><td>1500</td></tr>\n<tr><td colspan="2">合计</td><td>3000</td><td>2500</td></tr></table>\n'
    )
    assert [(it.name, it.budget, it.actual) for it in (first, second)] == [
        ("慰问", None, Decimal(1000)),
        ("活动", None, Decimal(1500)),
    ]
    assert "合并" in first.faults[0] and "合并" in second.faults[0]
    assert (total.name, total.is_total, total.budget, total.faults) == ("合计", True, Decimal(3000), ())
