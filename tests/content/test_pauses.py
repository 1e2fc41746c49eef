"""Days on which something that recurs does not take place."""

from __future__ import annotations

import pytest

from boards import load_board, plan
from noticeboard.times import Month
from noticeboard.views.helpers.wording import on_holidays


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
        ("每周四 合唱（设备停）", (1, 8, 15, 22, 29), None, "合唱（设备停）"),
    ],
)
def test_pauses(tmp_path, item, days, clock, text):
    site = load_board(tmp_path, {"plans/p.md": plan(f"### 十月\n\n- {item}\n", period="2026年下半年")})
    (activity,) = site.catalog.shown[0].activities
    assert tuple(day.day for day in activity.time.days) == days
    assert (activity.time.clock, activity.text) == (clock, text)


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
