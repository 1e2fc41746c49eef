"""What a text says of itself: which titles make a register, and of which class; when one can object."""

import pytest

from noticeboard.content.settings.board_settings import Settings
from noticeboard.importing.draft import DraftDocument
from noticeboard.importing.facts import facts_of, kind_of


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("女职工权益保护专项集体合同", "集体合同"),
        ("食堂承包合同（2026—2028）", "合同"),
        ("意外保险单", "保险"),
        ("2026年得过的荣誉一览表", "荣誉"),
        ("青年教师粉笔字竞赛成绩", "竞赛"),
    ],
)
def test_registers_by_their_titles(title, name):
    found = facts_of(DraftDocument(title, "正文\n"), Settings())
    assert (found["type"], found["register_kind"]) == ("register", name)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("关于签订集体合同的通知", "notice"),
        ("集体合同执行情况公开", "disclosure"),
        ("技能竞赛活动计划", "plan"),
        ("荣誉室管理办法", ""),
        ("集体合同工作总结", "summary"),
    ],
)
def test_what_only_speaks_of_one_is_none(title, kind):
    assert kind_of(title) == kind
    assert "register_kind" not in facts_of(DraftDocument(title, "正文\n"), Settings())


@pytest.mark.parametrize(
    "title", ["2026年工会工作计划范文", "20XX年工会工作计划（范文）", "工会工作计划模板3"]
)
def test_a_sample_of_a_plan_is_a_plan(title):
    assert kind_of(title) == "plan"


@pytest.mark.parametrize(
    ("body", "period"),
    [
        ("公示期为2026年1月5日至1月9日。如有异议，请反映。\n", "2026年1月5日至1月9日"),
        ("公示时间：2026年1月5日—2026年1月9日\n", "2026年1月5日—2026年1月9日"),
        ("公示期为5个工作日。\n\n甲校工会\n\n2026年1月5日\n", "5个工作日"),
        ("公示期为2026年1月5日至1月9日。公示期为2026年1月12日至1月16日。\n", ""),
        ("公示期为2026年2月30日至3月5日。\n", ""),
        ("公示期为5个工作日。\n", ""),
        ("公示期满以后，2026年1月5日至1月9日休息。\n", ""),
    ],
)
def test_days_to_object_are_those_that_the_text_names_once(body, period):
    found = facts_of(DraftDocument("经费使用情况的公示", body), Settings())
    assert found.get("notice_period", "") == period
    assert "notice_period" not in facts_of(DraftDocument("经费使用情况的通知", body), Settings())
