"""存在问题 → 措施 → the next plan's item: read, joined, shown, and told where nobody took it up."""

import json

import pytest

from boards import load_board, told
from catalogs import asset_of, html_of, rows_of, tree_of
from noticeboard.content.sections.shortcomings import sections_without_items, shortcomings_in
from noticeboard.markup.body import read_body
from noticeboard.views.chair import parts_of

ITEM = "东校区教工之家没有开放（措施：总务处牵头）"


def read(text, title="三、存在的问题"):
    return shortcomings_in(read_body(f"## {title}\n\n{text}\n\n## 四、打算\n\n- 明年再办\n"))


@pytest.mark.parametrize(
    "text",
    [
        "1. 账目晚了（措施：定人）",
        "（1）账目晚了（改进措施：定人）。",
        "- 账目晚了。措施：定人。",
        "- 账目晚了\n  - 措施：定人",
        "1、账目晚了（措施：定人） → [计划](../2027/计划.md)",
        "1、账目晚了（列入：[计划](../2027/计划.md)）（措施：定人）",
        "| 存在的问题 | 整改措施 |\n|---|---|\n| 账目晚了 | 定人 |",
        "| 序号 | 问题 | 下一步打算 |\n|---|---|---|\n| 1 | 账目晚了 | 定人 |",
    ],
)
def test_the_ways_in_which_they_are_written(text):
    (found,) = read(text)
    assert (found.text, found.measure, found.settled) == ("账目晚了", "定人", False)


@pytest.mark.parametrize(
    "title",
    [
        "不足",
        "三、存在问题",
        "存在的主要问题和不足",
        "工作中的不足",
        "问题和打算",
        "（二）差距",
        "问题及整改措施",
    ],
)
def test_the_names_of_the_section(title):
    assert len(read("- 账目晚了", title)) == 1


@pytest.mark.parametrize(
    "title", ["解决的主要问题", "问题解决情况", "困难职工帮扶", "主要工作", "意见和问题的答复"]
)
def test_other_sections_are_none(title):
    assert read("- 账目晚了", title) == ()


@pytest.mark.parametrize(
    "text", ["- [x] 账目晚了", "- ~~账目晚了~~", "- 账目晚了（已解决）", "- 账目晚了（已整改：3月）"]
)
def test_what_is_settled(text):
    assert [it.settled for it in read(text)] == [True]


def test_paragraphs_are_no_items():
    body = read_body("## 不足\n\n在肯定成绩的同时，还有差距。\n")
    assert shortcomings_in(body) == ()
    assert [section.name for section in sections_without_items(body)] == ["不足"]


def summary(item, unit="", period="2025年"):
    return f"---\n类型: 总结\n标题: 去年总结\n日期: 2025-12-28\n期间: {period}\n{unit}---\n\n## 不足\n\n1. {item}\n"


def plan(item="3月 东校区教工之家开放", period="2026年", issued="2026-01-10", unit=""):
    return f"---\n类型: 计划\n标题: 今年计划\n日期: {issued}\n期间: {period}\n{unit}---\n\n- {item}\n"


def waiting(site):
    (part,) = [part for part in parts_of(site.catalog) if part.anchor == "shortcomings"]
    return [row.what for row in part.rows]


TEXT = "东校区教工之家没有开放"


@pytest.mark.parametrize(
    ("item", "planned", "waits"),
    [
        (ITEM, {}, True),
        (f"{ITEM} → [计划](b.md)", {}, False),
        (f"{ITEM} → [计划](b.md)", {"item": "3月 植树"}, False),
        (ITEM, {"item": "3月 东校区教工之家开放 → [去年总结](a.md)"}, False),
        (ITEM, {"item": "3月 植树 → [去年总结](a.md)"}, False),
        (f"{TEXT}\n2. 记录没有交齐", {"item": "3月 植树 → [去年总结](a.md)"}, True),
        (f"{TEXT}（已解决）", {}, False),
        (ITEM, {"period": "2025年"}, False),
        (ITEM, {"period": "2024年"}, False),
        (ITEM, {"issued": "2026-12-01"}, False),
        (ITEM, {"period": "2026年上半年"}, False),
        (ITEM, {"unit": "单位: 东校区\n"}, False),
    ],
)
def test_what_waits(tmp_path, item, planned, waits):
    units = [{"name": "工会"}, {"name": "东校区"}]
    site = load_board(tmp_path, {"plans/a.md": summary(item), "plans/b.md": plan(**planned)}, units=units)
    assert (TEXT in waiting(site)) == waits


def test_nothing_waits_before_there_is_a_plan(tmp_path):
    assert waiting(load_board(tmp_path, {"plans/a.md": summary(ITEM)})) == []


def linked(tmp_path, **given):
    files = {"plans/a.md": summary(f"{ITEM} → [计划](b.md)\n2. 记录没有交齐"), "plans/b.md": plan()}
    return load_board(tmp_path, files, **given).catalog


def test_both_pages_show_it(tmp_path):
    catalog = linked(tmp_path)
    first, second = rows_of(tree_of(catalog, "plans/a/"))
    assert first["措施"] == "总务处牵头"
    assert first["写进了哪份计划"] == "东校区教工之家开放（今年计划）"
    assert second["写进了哪份计划"] == "还没有写进去"
    page = html_of(catalog, "plans/b/")
    assert "接着办上次的问题" in page
    assert "措施：总务处牵头" in page


def test_outside_nothing_is_said_to_wait(tmp_path):
    public = "范围: 对外\n"
    files = {
        "plans/a.md": summary(f"{ITEM} → [计划](b.md)\n2. 记录没有交齐", unit=public),
        "plans/b.md": plan(unit=public),
    }
    first, second = rows_of(tree_of(load_board(tmp_path, files, audience="public").catalog, "plans/a/"))
    assert first["写进了哪份计划"]
    assert second["写进了哪份计划"] == ""


def test_the_data(tmp_path):
    catalog = linked(tmp_path)
    (data,) = json.loads(asset_of(catalog, "board.json").made())["summaries"]
    anchor = catalog.entries_in(catalog.by_path["plans/b.md"])[0].activity.anchor
    assert [it["taken_up"] for it in data["shortcomings"]] == [[f"plans/b/#{anchor}"], []]
    assert data["shortcomings"][0]["measure"] == "总务处牵头"


def test_what_seems_to_be_about_it_is_told_with_the_words_to_write(tmp_path):
    site = load_board(tmp_path, {"plans/a.md": summary(ITEM), "plans/b.md": plan()})
    (problem,) = [it for it in site.problems if it.code == "shortcoming-waits"]
    assert (problem.path, problem.line) == ("plans/a.md", 10)
    words = problem.hint.partition("“ → ")[2].partition("”")[0]
    site = load_board(tmp_path, {"plans/a.md": summary(f"{ITEM} → {words}")})
    assert told(site) == []
    assert waiting(site) == []


@pytest.mark.parametrize("item", ["3月 工会活动", "3月 教职工篮球赛", "4月 教职工体检没有安排"])
def test_what_is_not_about_it_is_not_suggested(tmp_path, item):
    site = load_board(tmp_path, {"plans/a.md": summary(ITEM), "plans/b.md": plan(item)})
    assert told(site) == []
