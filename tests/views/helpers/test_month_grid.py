"""The month as a wall calendar: what stands on which day, and which days are off."""

from datetime import date

import pytest

from boards import plan
from catalogs import html_of, text_of, tree_of
from noticeboard.times import Month
from noticeboard.views.helpers.month_grid import Grid, grid_of


@pytest.fixture
def grid(board):
    """`grid(body, month)`: the grid of a month of 2026 of a plan with that body."""

    def make(body: str, month: str = "2026-03") -> Grid:
        site = board({"plans/a.md": plan(body)})
        return grid_of(site.catalog.schedule(Month.parse(month)))

    return make


def told(grid: Grid) -> dict[int, list[str]]:
    """Day of the month → what stands on it."""
    return {
        day.day.day: [item.entry.activity.text for item in day.items]
        for week in grid.weeks
        for day in week
        if day and day.items
    }


def test_weeks_begin_on_monday(grid):
    weeks = grid("- 3月8日 座谈会").weeks
    assert [[day and day.day.day for day in week] for week in weeks] == [
        [None] * 6 + [1],
        *([*range(first, first + 7)] for first in (2, 9, 16, 23)),
        [30, 31, *[None] * 5],
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("- 3月8日 座谈会", {8: ["座谈会"]}),
        ("- 三八 座谈会", {8: ["座谈会"]}),
        ("- 3月8日、11日 座谈会", {8: ["座谈会"], 11: ["座谈会"]}),
        ("- 3月30日至4月2日 球赛", {30: ["球赛"], 31: ["球赛"]}),
        ("- 2月27日至3月2日 球赛", {1: ["球赛"], 2: ["球赛"]}),
        ("- 3月2日至3月20日 问卷", {2: ["问卷"]}),
        ("- 3月2日至3月8日 一周", {day: ["一周"] for day in range(2, 9)}),
        ("- 3月2日至3月9日 八天", {2: ["八天"]}),
        ("- 2月26日至3月4日 跨月一周", {day: ["跨月一周"] for day in range(1, 5)}),
        ("- 2月25日至3月4日 跨月八天", {1: ["跨月八天"]}),
        ("- 2月2日至4月20日 问卷", {1: ["问卷"]}),
        ("### 三月\n\n- 每周三 排练", {4: ["排练"], 11: ["排练"], 18: ["排练"], 25: ["排练"]}),
        ("- 3月8日 座谈会（取消：下雨）", {8: ["座谈会"]}),
        ("- 3月8日 座谈会（延期至：5月）", {8: ["座谈会"]}),
        ("### 二月\n\n- 8日 座谈会（改期至：3月20日）", {20: ["座谈会"]}),
        ("- 3月8日 座谈会（延期至：3月20日）", {20: ["座谈会"]}),
        ("### 三月\n\n- 中旬 座谈会\n- 植树\n- 月底 盘点", {}),
        ("- 3月8日 16:00 乙\n- 3月8日 9:00 甲\n- 3月8日 丙\n- 3月 每周日 8:00 丁", {1: ["丁"], 8: ["丙", "甲", "乙", "丁"], 15: ["丁"], 22: ["丁"], 29: ["丁"]}),
    ],
)  # fmt: skip
def test_what_stands_on_which_day(grid, body, expected):
    assert told(grid(body)) == expected


def test_what_has_no_day_is_counted(board):
    body = "### 三月\n\n- 8日 座谈会\n- 中旬 走访\n- 植树\n\n### 二月\n\n- 家访（延期至：3月）"
    site = board({"plans/a.md": plan(body)})
    assert grid_of(site.catalog.schedule(Month(2026, 3))).undated == 3
    text = text_of(tree_of(site.catalog, "months/2026/03/"))
    assert "另有 3 项没有定在哪一天，在下面。" in text


@pytest.mark.parametrize(("count", "shown", "further"), [(5, 5, 0), (6, 6, 0), (7, 5, 2), (40, 5, 35)])
def test_a_full_day_shows_the_first_few(grid, count, shown, further):
    found = grid("".join(f"- 3月8日 活动{number}\n" for number in range(count)))
    (day,) = (day for week in found.weeks for day in week if day and day.items)
    assert (len(day.items), day.further) == (shown, further)


def spans(grid: Grid) -> list[tuple[date, date, bool, tuple[str, ...]]]:
    return [(span.first, span.last, span.works, span.names) for span in grid.spans]


def test_holidays_and_make_up_days_are_marked(grid):
    found = grid("- 10月8日 座谈会", "2026-10")
    assert found.holidays_known
    assert spans(found) == [
        (date(2026, 10, 1), date(2026, 10, 7), False, ("国庆节",)),
        (date(2026, 10, 10), date(2026, 10, 10), True, ("国庆节",)),
    ]
    special = {day.day.day: day.special.works for week in found.weeks for day in week if day and day.special}
    assert special == {**dict.fromkeys(range(1, 8), False), 10: True}


def test_holidays_that_meet_are_one_span(board):
    site = board({"plans/a.md": plan("- 10月9日 座谈会", period="2025年")})
    found = grid_of(site.catalog.schedule(Month(2025, 10)))
    assert spans(found) == [
        (date(2025, 10, 1), date(2025, 10, 8), False, ("国庆节", "中秋")),
        (date(2025, 10, 11), date(2025, 10, 11), True, ("国庆节",)),
    ]
    lines = [
        text_of(item)
        for item in tree_of(site.catalog, "months/2025/10/").findall(".//ul[@class='nb-holidays']/li")
    ]
    assert lines == ["休 10月1日至8日 国庆节、中秋放假", "班 10月11日（周六） 国庆节调休，上班"]


def test_of_a_year_without_data_nothing_is_claimed(board):
    site = board({"plans/a.md": plan("- 10月1日 慰问", period="2040年")})
    found = grid_of(site.catalog.schedule(Month(2040, 10)))
    assert (found.holidays_known, found.spans) == (False, ())
    text = text_of(tree_of(site.catalog, "months/2040/10/"))
    assert "没有 2040 年放假和调休的数据，这里没有标。" in text
    assert "休" not in text.replace("调休", "")


def test_a_state_is_said_in_words(board):
    body = "- [x] 3月8日 甲\n- 3月9日 乙（取消）\n- 3月10日 丙（延期至：5月）\n- 12月11日 戊"
    site = board({"plans/a.md": plan(body)})
    cells = {
        cell.find(".//time").text: text_of(cell.find("ul"))
        for month in ("03", "12")
        for cell in tree_of(site.catalog, f"months/2026/{month}/").iter("td")
        if cell.find("ul") is not None
    }
    assert cells == {"8": "✓ 已完成 甲", "9": "已取消 乙", "10": "逾期没有结果 丙", "11": "戊"}


def test_officers_text_is_escaped(board):
    site = board({"plans/a.md": plan("- 3月8日 &lt;b&gt;座谈&lt;/b&gt; & “会”")})
    html = html_of(site.catalog, "months/2026/03/")
    assert "<b>" not in html
    tree_of(site.catalog, "months/2026/03/")


def test_a_month_in_which_nothing_is_to_be_has_no_grid(board):
    site = board({"plans/a.md": plan("### 三月\n\n- 植树")})
    assert tree_of(site.catalog, "months/2026/03/").find(".//table") is None
