"""民主评议 as officers write it: read, or told why not."""

import pytest

from noticeboard.content.sections.evaluations import evaluations_in
from noticeboard.markup.body import read_body

VOTES = {"satisfied": 38, "mostly": 4, "dissatisfied": 0}


def read(text, title="民主评议"):
    return evaluations_in(read_body(f"## {title}\n\n{text}\n"))


@pytest.mark.parametrize(
    "text",
    [
        "- 工会工作：满意 38，基本满意 4，不满意 0",
        "- 工会工作：满意38票、基本满意4票、不满意0票",
        "- 工会工作：38票满意，4票基本满意，无不满意",
        "- 工会工作：满意三十八票，基本满意四票，不满意没有",
        "- 工会工作：满意３８人（占90.5％），基本满意４人，不满意０人",
        "1、工会工作：称职 38，基本称职 4，不称职 0",
        "| 评议的事项 | 满意 | 基本满意 | 不满意 |\n|---|---|---|---|\n| 工会工作 | 38 | 4 | 0 |\n| 合计 | 38 | 4 | 0 |",
        "| 序号 | 项目 | 满意票数 | 基本满意票数 | 不满意票数 | 满意率 |\n|---|---|---|---|---|---|\n| 1 | 工会工作 | 38 | 4 | 0 | 90.5 |",
    ],
)
def test_the_ways_in_which_votes_are_written(text):
    (found,) = read(text)
    assert (found.subject, found.counts, found.fault) == ("工会工作", VOTES, "")
    assert float(found.satisfied) == pytest.approx(90.476, abs=0.001)
    assert found.content == 100


@pytest.mark.parametrize(
    "title",
    [
        "民主评议",
        "三、民主测评结果",
        "会员评家",
        "民主评议工会和领导干部情况",
        "职工代表满意度测评",
        "（二）工会工作民主评议",
    ],
)
def test_the_names_of_the_section(title):
    assert len(read("- 工会工作：满意 38，基本满意 4", title)) == 1


@pytest.mark.parametrize("title", ["食堂满意度", "提案满意度测评", "评优", "工作评议计划安排表", "民主管理"])
def test_other_sections_are_none(title):
    assert read("- 工会工作：满意 38，基本满意 4", title) == ()


def test_the_year_in_the_title():
    assert [
        read("- 工会：满意 38，不满意 4", f"{it}民主评议")[0].year for it in ("2025年度", "2024年", "")
    ] == [
        2025,
        2024,
        None,
    ]


def test_papers_of_the_whole_section():
    first, second = read(
        "发出45份，收回42份，无效1份。\n\n- 工会：满意 40，不满意 1\n- 主席：优秀 41，称职 0"
    )
    assert (first.ballots, first.base, second.base) == (41, 41, 41)


def test_all_papers_are_valid():
    (found,) = read("发出45份，收回42份，全部有效。\n\n- 工会：满意 38，不满意 4")
    assert (found.ballots, found.fault) == (42, "")


def test_one_number_is_no_share():
    (alone,) = read("- 工会：满意 38")
    (of_papers,) = read("- 工会：收回 40 份，满意 38 份")
    assert (alone.satisfied, of_papers.satisfied) == (None, 95)


def test_a_share_alone():
    (found,) = read("- 工会工作：满意率 95.2%")
    assert (found.satisfied, str(found.written_rate), found.fault) == (None, "95.2", "")


def test_abstentions_and_those_who_do_not_know_count():
    (found,) = read("- 工会：满意 30，一般 5，弃权 5")
    assert (found.satisfied, found.content) == (75, 75)


@pytest.mark.parametrize(
    "text",
    [
        "- 工会工作：满意 -3，基本满意 4",
        "- 工会工作：满意 3.5，基本满意 4",
        "- 工会工作：满意，基本满意 4",
        "- 工会工作：满意 3，满意 4",
        "- 工会工作：满意 38 42，基本满意 4",
        "- 工会工作：满意率 952%",
        "- 工会工作：满意率 95",
        "- 满意 38，基本满意 4",
        "- 工会工作很好",
        "| 评议 | 工会工作 |\n|---|---|\n| 满意 | 38 |",
        "| 项目 | 满意 |\n|---|---|\n| 工会工作 | 三八 |",
        "> 工会工作满意38票",
    ],
)
def test_what_cannot_be_read_is_told(text):
    assert [bool(found.fault) for found in read(text)] == [True]


@pytest.mark.parametrize("text", ["大会评议了工会的工作。", "评议在会后进行，结果另行公布。"])
def test_a_remark_is_none(text):
    assert read(text) == ()
