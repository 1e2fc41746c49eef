"""What sentences may say is told below the text, with its line, and only there."""

from datetime import date

import pytest

from noticeboard.content.settings.board_settings import Settings
from noticeboard.importing.document_file import make
from noticeboard.importing.draft import DraftDocument
from noticeboard.importing.proposals import proposals_in

SETTINGS = Settings(organisation="甲校工会")
PLAN = {"type": "plan", "title": "计划", "date": "2026-01-10", "period": "2026年", "unit": "甲校工会"}
EVERY = tuple(range(1, 13))
SUMMARY = PLAN | {"type": "summary", "title": "总结"}


def imported(body, values=PLAN):
    return make(DraftDocument("", body), values, SETTINGS, path="plans/a.md", today=date(2026, 1, 20))


def said(body, values=PLAN):
    return [(one.kind, one.text, one.months) for one in proposals_in(imported(body, values).document).found]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "积极举办庆三八系列活动、五一活动等，增强能力。",
            [("积极举办庆三八系列活动", (3,)), ("五一活动等", (5,))],
        ),
        ("做好中秋、春节等传统节日的送温暖工作。", [("做好中秋、春节等传统节日的送温暖工作", (2, 9))]),
        ("认真学习。十月份，召开一次家长会。", [("十月份，召开一次家长会", (10,))]),
        (
            "督促各组每月一次小活动，一个季度一次大活动。",
            [("督促各组每月一次小活动", EVERY), ("一个季度一次大活动", EVERY)],
        ),
        (
            "年度内，各组要组织一次比赛，工委拟举办一次书画展览。",
            [("工委拟举办一次书画展览", ()), ("年度内，各组要组织一次比赛", ())],
        ),
    ],
)
def test_sentences_that_may_be_activities(sentence, expected):
    assert [(text, months) for kind, text, months in said(sentence) if kind == "活动"] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "加强对幼儿一日生活的管理，开展活动。",
        "继续做好教代会闭会期间的民主管理，开展活动。",
        "以局工会2026年工作要点为指南，开展活动。",
        "在技术创新竞赛月中开展活动。",
        "五一路小学开展活动。",
        "三八路的教师参加培训。",
        "确保完成年内新增会员100%的目标任务，开展活动。",
        "定期召开教代会，开展活动。",
        "制作宣传年册3000册，组织活动。",
        "吃月饼，开展活动。",
        "一般的五一般的活动。",
    ],
)
def test_sentences_that_are_none(sentence):
    assert [one for one in said(sentence) if one[0] == "活动"] == []


def test_figures_of_a_summary_and_aims_of_a_plan():
    assert ("数据", "培训职工: 710人次", ()) in said("全年培训职工710人次，慰问支出近3万元。"[2:], SUMMARY)
    assert ("目标", "建会率: ≥95%", ()) in said("建会率达到95%以上。")
    assert ("目标", "支出: ≤7000元", ()) in said("支出不超过7000元。")


def test_what_is_certain_is_not_proposed_again():
    assert said("## 三月\n\n- 8日 三八妇女节座谈会\n") == []


def test_the_section_names_the_line_and_makes_no_activity():
    made = imported("一、工作\n\n为此，十月份，召开一次家长会。\n")
    lines = made.text.split("\n")
    assert made.is_draft
    number = next(index for index, line in enumerate(lines, 1) if "家长会" in line)
    assert f"- 活动：十月份，召开一次家长会——第 {number} 行“为此，十月份，召开一次家长会”" in lines
    again = make(
        DraftDocument("", made.text.partition("---\n\n")[2]),
        PLAN,
        SETTINGS,
        path="plans/a.md",
        today=date(2026, 1, 20),
    )
    assert again.document.activities == ()
