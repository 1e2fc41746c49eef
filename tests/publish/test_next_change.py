"""The next day on which the board changes by itself: it is the first one, and says why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from boards import plan
from noticeboard.publish.next_change import next_change

NOTICE = """
    ---
    类型: 通知
    标题: 领取慰问品
    日期: 2026-11-02
    {}
    ---

    请到办公室领取。
    """


def told(site) -> list[tuple[str, str, str]]:
    found = next_change(site)
    return [(found.day.isoformat(), reason.what, reason.path) for reason in found.reasons]


@pytest.mark.parametrize(
    ("field", "day", "what"),
    [
        ("发布: 2026-11-25", "2026-11-25", "登出"),
        ("发布: 2026-11-20 18:00", "2026-11-20", "登出"),
        ("撤下: 2026-11-24", "2026-11-25", "撤下"),
        ("撤下: 2026-11-20", "2026-11-21", "撤下"),
    ],
)
def test_a_document_that_comes_or_goes(board, field, day, what):
    site = board({"plans/a.md": NOTICE.format(field)})
    if "18:00" in field:
        site = replace(site, edition=replace(site.edition, now=time(9)))
    assert told(site) == [(day, what, "plans/a.md")]


@pytest.mark.parametrize(
    ("span", "day", "what"),
    [
        ("2026-11-23 至 2026-11-27", "2026-11-23", "公示开始"),
        ("2026-11-16 至 2026-11-24", "2026-11-25", "公示期满"),
        ("2026-11-16 至 2026-11-20", "2026-11-21", "公示期满"),
    ],
)
def test_a_notice_period_that_begins_or_ends(board, span, day, what):
    text = NOTICE.format(f"类别: 工会经费\n    责任部门: 工会\n    公示期: {span}").replace(
        "类型: 通知", "类型: 公开"
    )
    site = board({"plans/a.md": text})
    assert told(site) == [(day, what, "plans/a.md")]


def test_an_activity_whose_time_is_over(board):
    site = board({"plans/a.md": plan("## 十一月\n\n- 11月24日 登山\n")})
    assert told(site) == [("2026-11-25", "活动逾期", "plans/a.md")]


def test_a_month_that_begins(board):
    site = board({"plans/a.md": NOTICE.format("发布: 2026-12-24")})
    assert told(site) == [("2026-12-01", "新的一个月", "")]


def test_drafts_and_what_the_edition_does_not_hold_change_nothing(board):
    files = {
        "plans/a.md": NOTICE.format("草稿: 是\n    发布: 2026-11-25"),
        "plans/b.md": NOTICE.format("范围: 对内\n    发布: 2026-11-25"),
    }
    assert next_change(board(files, audience="public")).day == date(2026, 12, 1)


@pytest.mark.parametrize(
    ("fields", "day", "what"),
    [
        ("到期: 2026-12-31\n    提醒: 30天前", "2026-12-01", "快到期"),
        ("到期: 2026-11-24", "2026-11-25", "已到期"),
        ("到期: 2026-11-24\n    处理: 已续签", "2026-12-01", "新的一个月"),
    ],
)
def test_something_that_runs_out(board, fields, day, what):
    text = f"""
    ---
    类型: 台账
    标题: 合同
    日期: 2026-11-02
    种类: 合同
    {fields}
    ---
    """
    found = told(board({"plans/a.md": text}))
    assert [(when, told_of) for when, told_of, _ in found][:1] == [(day, what)]
