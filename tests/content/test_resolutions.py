"""A link behind a resolution is no part of its words, and its words are no link."""

from datetime import date

import pytest

from noticeboard.content.sections.resolutions import resolutions_in
from noticeboard.content.sections.votes import votes_in
from noticeboard.markup.body import read_body


@pytest.mark.parametrize(
    ("item", "text", "due", "done"),
    [
        ("签订集体合同（负责：人事部；3月31日前）——已办结", "签订集体合同", "2026-03-31", True),
        ("修车棚——已完成", "修车棚", "None", True),
        ("修车棚，6月底前完成", "修车棚", "2026-06-30", False),
        ("修车棚：办理中", "修车棚", "None", False),
        ("修车棚，装好灯", "修车棚，装好灯", "None", False),
        ("修车棚——北门", "修车棚——北门", "None", False),
        ("公布2026年预算", "公布2026年预算", "None", False),
    ],
)
def test_what_stands_behind_the_text_is_read_where_it_is_certain(item, text, due, done):
    (found,) = resolutions_in(read_body(f"## 大会决议\n\n- {item}\n"), date(2026, 3, 20))
    assert (found.text, str(found.due), found.done, found.faults) == (text, due, done, ())


@pytest.mark.parametrize("title", ["投票表决", "大会表决结果", "审议和表决情况", "无记名投票", "票决"])
def test_titles_of_votes(title):
    (found,) = votes_in(read_body(f"## {title}\n\n- 预算：赞成 50，反对 1\n"))
    assert found.counts == {"for": 50, "against": 1}


@pytest.mark.parametrize("title", ["大会决议", "会议形成的决议", "决议及落实情况", "通过的决议事项"])
def test_titles_of_resolutions(title):
    (found,) = resolutions_in(read_body(f"## {title}\n\n- 修车棚\n"), date(2026, 3, 20))
    assert found.text == "修车棚"


@pytest.mark.parametrize(
    ("item", "text", "owner"),
    [
        ("汇总规划的意见并公布（负责：校办；4月30日前）→ [采纳情况](a.md)", "汇总规划的意见并公布", "校办"),
        ("收集意见 → [通知](a.md)", "收集意见", ""),
        ("建立意见箱制度（负责：工会）[见证](a.md)", "建立意见箱制度", "工会"),
        ("修车棚，见[通知](a.md)", "修车棚", ""),
        ("修车棚（负责：总务处），见《[通知](a.md)》", "修车棚", "总务处"),
        ("修车棚 见 [通知](a.md)", "修车棚", ""),
    ],
)
def test_words_and_links(item, text, owner):
    (found,) = resolutions_in(read_body(f"## 决议\n\n- {item}\n"), date(2026, 3, 20))
    assert (found.text.strip("，"), found.owner) == (text, owner)


def test_tables_with_merged_cells_are_read():
    body = read_body(
        "## 决议\n\n<table><tr><td>决议</td><td>负责</td><td>期限</td></tr>\n"
        '<tr><td rowspan="2">公布预算</td><td>财务室</td><td rowspan="2">4月30日前</td></tr>\n<tr><td>办公室</td></tr></table>\n'
    )
    found = resolutions_in(body, date(2026, 3, 20))
    assert [(it.text, it.owner, it.due, it.line) for it in found] == [
        ("公布预算", "财务室", date(2026, 4, 30), 4),
        ("公布预算", "办公室", date(2026, 4, 30), 5),
    ]


def test_a_row_below_its_head_belongs_to_it():
    body = read_body(
        "## 决议\n\n| 序号 | 决议 | 负责 |\n|-|-|-|\n| 1 | 公布预算 | 财务室 |\n| | 修订章程 | 办公室 |\n| | | 工会 |\n"
    )
    found = resolutions_in(body, date(2026, 3, 20))
    assert [(it.text, it.owner) for it in found] == [
        ("公布预算", "财务室"),
        ("修订章程", "办公室"),
        ("修订章程", "工会"),
    ]
