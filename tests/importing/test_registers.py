"""Which titles make a register, and of which class; what only speaks of one is none."""

import pytest

from noticeboard.content.settings import Settings
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
