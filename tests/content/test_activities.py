from __future__ import annotations

import pytest

from noticeboard import times
from noticeboard.content.activities.activity import Activity, Status
from noticeboard.content.activities.activity_reader import read_activities
from noticeboard.content.activities.item_parts import ItemParts
from noticeboard.markup.flat_text import FlatText
from noticeboard.markup.inline import read_inline
from noticeboard.problems import Problem

CONTEXT = times.Context(period=times.read_period("2026年"))


def read(
    body: str, kind: str = "plan", first_line: int = 1
) -> tuple[tuple[Activity, ...], tuple[Problem, ...]]:
    return read_activities(body, first_line, path="plans/a.md", kind=kind, context=CONTEXT)


def one(item: str, kind: str = "plan") -> Activity:
    (activity,), _ = read(f"## 三月\n- {item}", kind)
    return activity


@pytest.mark.parametrize(
    "item",
    [
        "[x] 植树",
        "[ ] 植树",
        "~~植树~~",
        "植树（取消：下雨）",
        "植树（延期至：5月）",
        "植树（待定）",
        "8日 植树",
        "中旬 **植树**",
        "植树（地点：后山；负责：总务处）",
        "植树 → [小结](a.md)",
        "[x] 12日 ~~植树（地点：后山）~~（取消：下雨）→ [说明](a.md)",
        "植　树",
    ],
)
def test_an_anchor_outlives_everything_but_the_text(item: str) -> None:
    assert one(item).anchor == one("植树").anchor


def test_an_anchor_outlives_other_lines() -> None:
    before, _ = read("## 三月\n- 植树")
    after, _ = read("文\n\n## 二月\n- 植树\n## 三月\n- 讲座\n  - 细则\n- 植树\n- 体检")
    assert before[0].anchor in [activity.anchor for activity in after if activity.text == "植树"]


def test_anchors_are_short_ascii_and_differ_by_month() -> None:
    activities, _ = read("## 三月\n- 植树\n- 植树\n## 四月\n- 植树\n- 3月 植树")
    anchors = [activity.anchor for activity in activities]
    assert len(set(anchors)) == 4
    assert all(anchor.isascii() and len(anchor) <= 13 for anchor in anchors)
    assert anchors[1] == f"{anchors[0]}-2"


@pytest.mark.parametrize(
    ("item", "kind", "status"),
    [
        ("植树", "plan", Status.PLANNED),
        ("植树", "summary", Status.DONE),
        ("[ ] 植树", "summary", Status.PLANNED),
        ("[x] 植树（延期至：4月）", "plan", Status.DONE),
        ("[x] 植树（取消）", "plan", Status.CANCELLED),
        ("植树（取消报名费）", "plan", Status.PLANNED),
        ("植树（延期付款）", "plan", Status.PLANNED),
        ("植树（地点待定）", "plan", Status.PLANNED),
        ("植树（地点：待定）", "plan", Status.PLANNED),
        ("植树（时间待定）", "plan", Status.UNDECIDED),
        ("~~植~~树", "plan", Status.PLANNED),
        ("~~植~~ ~~树~~", "plan", Status.PLANNED),
    ],
)
def test_states(item: str, kind: str, status: Status) -> None:
    assert one(item, kind).status is status


@pytest.mark.parametrize(
    ("item", "text"),
    [
        ("植树（地点：后山）。", "植树"),
        ("植树。", "植树。"),
        ("植树（春季）", "植树（春季）"),
        ("植树（春季）（地点：后山）", "植树（春季）"),
        ("植树（地点：后山）（春季）", "植树（春季）"),
        ("植树（地点：后山；自带工具；备水）", "植树（自带工具；备水）"),
        ("植树（地点：后山", "植树（地点：后山"),
        ("植树 地点：后山）", "植树 地点：后山）"),
        ("（地点：后山）", "（地点：后山）"),
        ("召开[座谈会](a.md)", "召开座谈会"),
        ("[座谈会](a.md)", "座谈会"),
        ("座谈会（见[方案](a.md)）", "座谈会（见方案）"),
        ("座谈会：[方案](a.md)", "座谈会：方案"),
        ("座谈会 [方案](a.md)", "座谈会"),
        ("座谈会→[方案](a.md)、[小结](b.md)。", "座谈会"),
        ("→ [方案](a.md)", "方案"),
        ("见 [小结](a.md) 和 [图](b.md)", "见 小结 和 图"),
        ("座谈会，详见 [小结](a.md)", "座谈会，详见 小结"),
        ("座谈会 [小结](a.md) [图](b.md)", "座谈会"),
    ],
)
def test_text(item: str, text: str) -> None:
    assert one(item).text == text


@pytest.mark.parametrize("item", ["8日", "3月8日14:30", "上旬"])
def test_a_day_without_what_is_done_is_told(item: str) -> None:
    activities, problems = read(f"### 三月\n\n- {item}")
    assert activities == ()
    assert [f"{problem.line} {problem.code}" for problem in problems] == ["3 line-not-read"]


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("甲（负责人：张；参加：全体）", {"leader": "张", "participants": "全体"}),
        ("甲(地点: 操场 ; 人数 : 30)", {"place": "操场", "headcount": "30"}),
        ("甲（地点：[操场](map.md)；经费：**500**元）", {"place": "操场", "cost": "500元"}),
        ("甲（时间：八点；地点：14:30集合处）", {"place": "14:30集合处"}),
        ("甲（负责：乙、丙，类别：文体）", {"leader": "乙、丙", "category": "文体"}),
        ("甲（地点：）", {}),
        ("甲（地点）", {}),
        ("甲（集合地点：操场）", {}),
    ],
)
def test_fields(text: str, fields: dict[str, str]) -> None:
    said = FlatText.of(read_inline([(1, 1, text)]))
    assert ItemParts.of(said, None).fields == fields


def test_problems_stand_at_their_place_in_the_file() -> None:
    _, problems = read("## 三月\n  - [ ] **2月30日** 甲\n- 乙\n  （延期至：\n  不知道）", first_line=20)
    assert [(problem.line, problem.column, problem.code) for problem in problems] == [
        (21, 11, "impossible-day"),
        (24, 3, "unreadable-months"),
    ]


def test_a_section_whose_time_is_at_fault_is_reported_once() -> None:
    activities, problems = read("## 13月\n- 8日 甲\n- 乙\n## 三月\n- 丙")
    assert [activity.text for activity in activities] == ["丙"]
    assert len(problems) == 1


@pytest.mark.parametrize("line", ["二、其他工作", "（二）其他工作", "**其他工作**", "注意事项：", "其他"])
def test_a_line_used_like_a_heading_ends_the_section_of_another(line: str) -> None:
    activities, _ = read(f"三月份：\n- 甲\n\n{line}\n\n- 乙\n\n三月\n- 丙")
    assert [activity.text for activity in activities] == ["甲", "丙"]


def test_a_line_used_like_a_heading_does_not_end_the_section_of_a_heading() -> None:
    activities, _ = read("## 三月\n- 甲\n\n主要工作：\n- 乙")
    assert [activity.text for activity in activities] == ["甲", "乙"]


def test_sub_items_and_links_belong_to_their_item() -> None:
    (first, second), _ = read("## 三月\n1、甲\n（1）[x] 乙 [表](a.md)\n①丙\n2、丁 [表](b.md)")
    assert first.sub_items == ("乙 表", "丙")
    assert [link.target for link in first.links] == ["a.md"]
    assert [link.target for link in second.links] == ["b.md"]


def test_items_below_an_item_that_is_none_may_have_times() -> None:
    activities, _ = read("- 文体\n  - 3月8日 登山\n  - 拔河\n- 其他")
    assert [activity.text for activity in activities] == ["登山"]


def test_a_summary_outside_time_sections_is_text() -> None:
    assert read("- 3月8日 登山\n2、3月份提出的提案还没有答复", "summary") == ((), ())


@pytest.mark.parametrize(
    ("body", "months"),
    [
        ("## 六月\n- 甲\n## 七、八月\n- 乙", ["2026-07 2026-08"]),
        ("## 一、二月\n- 甲\n## 三月\n- 乙", ["2026-01 2026-02", "2026-03"]),
        ("## 一、二月\n- 甲\n## 二、三月\n- 乙", ["2026-02", "2026-03"]),
        ("## 一、三月\n- 甲", ["2026-03"]),
        ("## （一）二月\n- 甲", ["2026-02"]),
        ("# 一、总则\n## 一、二月\n- 甲\n# 二、其他", ["2026-01 2026-02"]),
    ],
)
def test_numbers_of_headings(body: str, months: list[str]) -> None:
    activities, _ = read(body)
    found = [" ".join(map(str, activity.time.months)) for activity in activities]
    assert found[-len(months) :] == months


@pytest.mark.parametrize(
    ("body", "kind", "places"),
    [
        ("### 第三月\n- 甲\n- 乙", "plan", ["1:5 month-heading-not-read"]),
        ("### 一、3月5月\n- 甲", "plan", ["1:5 month-heading-not-read"]),
        ("### 三月组织活动\n- 甲", "plan", ["1:5 month-heading-not-read"]),
        ("## 上半年\n### 三月组织活动\n- 甲", "plan", ["2:5 month-heading-not-read"]),
        ("## 三月工作总结\n- 甲", "plan", ["1:4 month-heading-not-read"]),
        ("## 三月工作总结\n- 甲", "summary", []),
        ("### 三月组织活动\n- 3月8日 甲", "plan", []),
        ("### 三月组织活动\n说明\n### 其他\n- 4月 甲", "plan", ["1:5 month-heading-not-read"]),
        ("## 三月\n### 3月文艺活动\n- 甲", "plan", []),
        ("### 三月三民歌会\n- 甲", "plan", []),
        ("三月份：植树。\n四月份：登山。", "plan", ["1:1 time-with-activities", "2:1 time-with-activities"]),
        ("段\n\n三月\n\n植树", "summary", ["3:1 time-not-heading", "5:1 activity-not-item"]),
        ("### 三月\n\n植树", "plan", ["3:1 activity-not-item"]),
        ("### 三月\n\n植树", "summary", ["3:1 activity-not-item"]),
        ("### 三月", "plan", ["1:5 no-activities-found"]),
        ("### 三月\n### 四月\n- 甲", "plan", ["1:5 no-activities-found"]),
        ("## 上半年\n### 三月\n- 甲", "plan", []),
        ("| 月份 | 活动 |\n|---|---|\n| 三月 | 植树 |", "plan", []),
        ("| 月份 | 支出 |\n|---|---|\n| 三月 | 20元 |", "plan", []),
        ("三月，我们组织了植树", "summary", []),
        ("三月份组织植树。", "summary", []),
        ("```\n三月份：植树\n```", "plan", ["1:1 line-not-read"]),
        ("三月份：植树\n续\n\n- 4月 登山", "plan", ["1:1 time-with-activities", "2:1 activity-not-item"]),
    ],
)
def test_nothing_that_looks_like_a_month_is_passed_over_in_silence(
    body: str, kind: str, places: list[str]
) -> None:
    _, problems = read(body, kind)
    assert [f"{problem.line}:{problem.column} {problem.code}" for problem in problems] == places


@pytest.mark.parametrize(
    ("month", "moved_to"),
    [("9月", [2027, 3]), ("10月", [2027, 3]), ("8月", None)],
)
def test_a_month_without_a_year_may_lie_half_a_year_ahead(month: str, moved_to: list[int] | None) -> None:
    """8月 to 3月 is seven months: whether this or next year's March is meant nobody can tell."""
    (activity,), problems = read(f"### {month}\n\n- 登山（延期至3月）")
    (step,) = activity.postponements
    found = [(new.year, new.number) for new in step.time.months] if step.time else None
    assert found == ([tuple(moved_to)] if moved_to else None)
    assert [problem.code for problem in problems] == ([] if moved_to else ["postponed-back"])
