"""Days on which something that recurs does not take place."""

from __future__ import annotations

import pytest

from boards import load_board, plan
from noticeboard.problems import Level
from noticeboard.times import Month
from noticeboard.views.helpers.activity_times import on_holidays


@pytest.mark.parametrize(
    ("item", "days", "clock", "text"),
    [
        ("每周四 17:00 合唱（10月1日停）", (8, 15, 22, 29), "17:00", "合唱（10月1日停）"),
        ("每周四（10月1日停）17:00–18:00 合唱", (8, 15, 22, 29), "17:00–18:00", "合唱（10月1日停）"),
        ("每周四（10月1日停）合唱", (8, 15, 22, 29), None, "合唱（10月1日停）"),
        ("每周四 合唱（10月1日、8日暂停）", (15, 22, 29), None, "合唱（10月1日、8日暂停）"),
        ("每周四 合唱（10月1日至15日停）", (22, 29), None, "合唱（10月1日至15日停）"),
        ("每周四 合唱（国庆节停）", (8, 15, 22, 29), None, "合唱（国庆节停）"),
        ("每周四（1日停）合唱", (8, 15, 22, 29), None, "合唱（1日停）"),
        ("每周四【10.1停】合唱", (8, 15, 22, 29), None, "合唱【10.1停】"),
        ("每周四（10月1日取消）合唱", (8, 15, 22, 29), None, "合唱（10月1日取消）"),
        ("每周四 合唱，10月8日不活动", (1, 15, 22, 29), None, "合唱，10月8日不活动"),
        ("每周四（不含10月8日）合唱", (1, 15, 22, 29), None, "合唱（不含10月8日）"),
        ("每周四（法定节假日停）合唱", (8, 15, 22, 29), None, "合唱（法定节假日停）"),
        ("每周四 合唱（10月8日因考试停）", (1, 15, 22, 29), None, "合唱（10月8日因考试停）"),
        ("每周四 合唱（停：10月8日）", (1, 15, 22, 29), None, "合唱（停：10月8日）"),
        ("每周四（至10月20日）合唱", (1, 8, 15), None, "合唱（至10月20日）"),
        ("每周四 合唱（10月20日止）", (1, 8, 15), None, "合唱（10月20日止）"),
        ("每周四 合唱，到5号楼集合", (1, 8, 15, 22, 29), None, "合唱，到5号楼集合"),
        ("每周四 合唱（遇节假日顺延）", (8, 15, 22, 29), None, "合唱（遇节假日顺延）"),
        ("每周三 合唱（逢法定节假日顺延）", (8, 14, 21, 28), None, "合唱（逢法定节假日顺延）"),
        ("每周三 合唱（遇节假日提前一天）", (30, 14, 21, 28), None, "合唱（遇节假日提前一天）"),
        ("每周四 合唱（节假日改到下周）", (8, 15, 22, 29), None, "合唱（节假日改到下周）"),
        ("每月3日 合唱（遇节假日顺延）", (8,), None, "合唱（遇节假日顺延）"),
        ("每月17日 合唱（遇节假日顺延）", (19,), None, "合唱（遇节假日顺延）"),
        ("每月17日 合唱（逢双休日、节假日顺延）", (19,), None, "合唱（逢双休日、节假日顺延）"),
        ("每周六 合唱（遇节假日顺延）", (8, 10, 17, 24, 31), None, "合唱（遇节假日顺延）"),
        ("每月17日 合唱（遇周末顺延）", (19,), None, "合唱（遇周末顺延）"),
        ("每月18日 合唱（如遇双休日则提前）", (16,), None, "合唱（如遇双休日则提前）"),
        ("每月17日 合唱（遇周六、周日顺延至周一）", (19,), None, "合唱（遇周六、周日顺延至周一）"),
        ("每月1日 合唱（周末顺延）", (1,), None, "合唱（周末顺延）"),
        ("每周四 合唱（遇国庆顺延）", (8, 15, 22, 29), None, "合唱（遇国庆顺延）"),
        ("每周五 合唱（遇国庆顺延）", (8, 9, 16, 23, 30), None, "合唱（遇国庆顺延）"),
        ("每周五 合唱（遇放假顺延）", (8, 9, 16, 23, 30), None, "合唱（遇放假顺延）"),
        ("每周四 合唱（逢节停）", (8, 15, 22, 29), None, "合唱（逢节停）"),
        ("每周四 合唱（国庆假期停）", (8, 15, 22, 29), None, "合唱（国庆假期停）"),
        ("每周四 合唱（国庆长假暂停）", (8, 15, 22, 29), None, "合唱（国庆长假暂停）"),
        ("每周四 合唱（国庆黄金周停）", (8, 15, 22, 29), None, "合唱（国庆黄金周停）"),
        ("每周四 合唱（逢假日改至下周）", (8, 15, 22, 29), None, "合唱（逢假日改至下周）"),
        ("每周四 合唱（10月20日起停）", (1, 8, 15), None, "合唱（10月20日起停）"),
        ("每周四 合唱（10月15日后停）", (1, 8, 15), None, "合唱（10月15日后停）"),
        ("每周四 合唱（至10月20日）", (1, 8, 15), None, "合唱（至10月20日）"),
        ("每周四至10月20日 合唱", (1, 8, 15), None, "合唱"),
        ("每周四至10月20日 17:00 合唱", (1, 8, 15), "17:00", "合唱"),
        ("每周四合唱至10月20日", (1, 8, 15), None, "每周四合唱至10月20日"),
        ("每周四 合唱 至10月20日", (1, 8, 15), None, "合唱 至10月20日"),
        ("每周四 合唱（10月3日至20日）", (8, 15), None, "合唱（10月3日至20日）"),
        ("每周四（10月3日至20日）17:00 合唱", (8, 15), "17:00", "合唱（10月3日至20日）"),
        ("每周四 10月3日至20日 合唱", (8, 15), None, "合唱"),
        ("10月3日至20日每周四 合唱", (8, 15), None, "合唱"),
        ("每周四 合唱（从10月3日到20日）", (8, 15), None, "合唱（从10月3日到20日）"),
        ("每周四 合唱（10月1日改为10月2日）", (2, 8, 15, 22, 29), None, "合唱（10月1日改为10月2日）"),
        ("每周四 合唱（10月1日延期到10月2日）", (2, 8, 15, 22, 29), None, "合唱（10月1日延期到10月2日）"),
        ("每周四 合唱（10月1日因放假取消）", (8, 15, 22, 29), None, "合唱（10月1日因放假取消）"),
        ("工作日 8:00 合唱（10月12日至31日停）", (8, 9, 10), "08:00", "合唱（10月12日至31日停）"),
        ("每天 8:00 合唱（10月4日起停）", (1, 2, 3), "08:00", "合唱（10月4日起停）"),
        ("每周四 合唱（10月）", (1, 8, 15, 22, 29), None, "合唱（10月）"),
        ("每周四 合唱（下雨停）", (1, 8, 15, 22, 29), None, "合唱（下雨停）"),
        ("每周四 合唱（设备停）", (1, 8, 15, 22, 29), None, "合唱（设备停）"),
    ],
)
def test_pauses(tmp_path, item, days, clock, text):
    site = load_board(tmp_path, {"plans/p.md": plan(f"### 十月\n\n- {item}\n", period="2026年下半年")})
    (activity,) = site.catalog.shown[0].activities
    assert tuple(day.day for day in activity.time.days) == days
    assert (activity.time.clock, activity.text) == (clock, text)
    assert not {"state-not-read", "pause-not-read"} & {problem.code for problem in site.problems}


@pytest.mark.parametrize(
    ("heading", "item", "first", "last", "number"),
    [
        ("十月", "每周四 合唱（至12月20日）", "10-01", "12-17", 12),
        ("十月", "每周四（12月20日止）17:00 合唱", "10-01", "12-17", 12),
        ("九月", "每周四 合唱（9月10日起）", "09-10", "12-31", 17),
        ("九月", "每周四 合唱（9月10日开班）", "09-10", "12-31", 17),
        ("九月", "每周四 合唱（9月至11月）", "09-03", "11-26", 13),
        ("", "每周四 合唱（暑假停）", "09-03", "12-31", 18),
        ("", "每周四 合唱（寒假、暑假停）", "09-03", "12-31", 18),
        ("", "每周四 合唱（暑假和10月停）", "09-03", "12-31", 13),
        ("", "每周四 合唱（10月停）", "07-02", "12-31", 22),
        ("", "每周四 合唱（期末停）", "07-02", "12-31", 27),
        ("", "每周四 合唱（第四季度）", "10-01", "12-31", 14),
        ("", "每周四至10月底 合唱", "07-02", "10-29", 18),
        ("", "9月起每周四至10月20日 合唱", "09-03", "10-15", 7),
    ],
)
def test_spans_of_what_recurs(tmp_path, heading, item, first, last, number):
    body = f"### {heading}\n\n- {item}\n" if heading else f"- {item}\n"
    site = load_board(tmp_path, {"plans/p.md": plan(body, period="2026年下半年")})
    (activity,) = site.catalog.shown[0].activities
    days = activity.time.days
    assert (str(days[0]), str(days[-1]), len(days)) == (f"2026-{first}", f"2026-{last}", number)
    assert set(activity.time.months) == {Month.of(day) for day in days}
    assert not site.problems


@pytest.mark.parametrize(
    ("item", "months"),
    [
        ("每天 8:00 广播操（寒暑假除外）", [9, 10, 11, 12]),
        ("工作日 广播操（7月、10月停）", [8, 9, 11, 12]),
        ("每两周一次 读书会（9月起）", [9, 10, 11, 12]),
        ("每月 学习（9月至11月）", [9, 10, 11]),
        ("每天 广播操（节假日停）", [7, 8, 9, 10, 11, 12]),
    ],
)
def test_what_has_no_days_is_bound_by_months(tmp_path, item, months):
    site = load_board(tmp_path, {"plans/p.md": plan(f"- {item}\n", period="2026年下半年")})
    assert [month.number for month in site.catalog.shown[0].activities[0].time.months] == months


def test_vacations_of_the_settings_pause(tmp_path):
    body = "- 每周四 合唱（暑假停）\n"
    site = load_board(tmp_path, {"plans/p.md": plan(body, period="2026年下半年")}, vacations={"summer": [8]})
    assert [month.number for month in site.catalog.shown[0].activities[0].time.months] == [7, 9, 10, 11, 12]


def test_both_parts_of_a_vacation_pause(tmp_path):
    body = "- 每周四 合唱（寒假停）\n"
    site = load_board(tmp_path, {"plans/p.md": plan(body, period="2026年2月—2027年1月")})
    assert [month.number for month in site.catalog.shown[0].activities[0].time.months] == [*range(3, 13)]


HOLIDAYS = [{"name": "国庆节", "days": "2027-10-01 至 2027-10-07", "working": ["2027-10-09"]}]


@pytest.mark.parametrize(
    ("item", "days"),
    [
        ("每周四 合唱（节假日停）", (14, 21, 28)),
        ("每周四 合唱（国庆停）", (14, 21, 28)),
        ("每周四 合唱（遇节假日顺延）", (8, 14, 21, 28)),
    ],
)
def test_holidays_of_the_settings_pause(tmp_path, item, days):
    body = f"### 十月\n\n- {item}\n"
    files = {"plans/p.md": plan(body, period="2027年下半年")}
    site = load_board(tmp_path, files, holidays=HOLIDAYS)
    assert tuple(day.day for day in site.catalog.shown[0].activities[0].time.days) == days
    assert not site.problems
    site = load_board(tmp_path, files)
    assert [(problem.code, problem.level) for problem in site.problems] == [
        ("holidays-unknown", Level.NOTICE)
    ]


@pytest.mark.parametrize(
    ("item", "words"),
    [
        ("每周四 合唱", "10月1日（国庆节）"),
        ("每周四 合唱（10月1日停）", ""),
        ("每周四 合唱（取消）", ""),
        ("8日 合唱", ""),
        ("每周五 合唱", "10月2日（国庆节）"),
    ],
)
def test_what_recurs_on_a_holiday_is_marked(tmp_path, item, words):
    body = f"### 十月\n\n- {item}\n"
    site = load_board(tmp_path, {"plans/p.md": plan(body, period="2026年下半年")})
    (entry,) = site.catalog.entries_in(site.catalog.shown[0])
    assert on_holidays(entry, Month(2026, 10)) == words
    assert on_holidays(entry, Month(2026, 9)) == ""


@pytest.mark.parametrize(
    ("item", "is_told"),
    [
        ("每周四（10月2日停）合唱", True),
        ("每周四 合唱（2月30日停）", True),
        ("每周四 合唱（第一周停）", True),
        ("每周四（国庆当周停）合唱", True),
        ("每周四 合唱（期中考试周停）", True),
        ("每周四 合唱（放假停）", True),
        ("每周四 合唱（假期停）", True),
        ("每周四 合唱（开学后）", True),
        ("每周四 合唱（遇校庆顺延）", False),
        ("每周四 合唱（遇周末顺延至下周三）", True),
        ("每周四 合唱（10月9日）", True),
        ("每周四 合唱（17:00）", False),
        ("每周四 合唱（王老师请假停）", False),
        ("每周四 合唱（周老师不上）", False),
        ("每周四 合唱（寒假停）", False),
        ("每周四 合唱（寒假、暑假停）", False),
        ("每周四 合唱（节假日和寒假停）", False),
        ("每周四 合唱（寒假、考试周停）", True),
        ("每周五 合唱（端午停）", False),
        ("每周四 合唱（周末休息）", False),
        ("每周四（10月1日停）合唱", False),
        ("每周四 合唱（法定节假日停）", False),
        ("每周四 合唱（至12月底）", False),
        ("每周四 合唱（5号楼不开放）", False),
        ("每周四 合唱（到17:00结束）", False),
        ("每月 合唱（10月1日停）", False),
    ],
)
def test_an_exception_that_changes_no_day_is_told(tmp_path, item, is_told):
    site = load_board(tmp_path, {"plans/p.md": plan(f"### 十月\n\n- {item}\n", period="2026年下半年")})
    assert ("pause-not-read" in [problem.code for problem in site.problems]) is is_told
