"""Hours of 工作日, 双休日 and the like: what they take from no day, and what they never say of one."""

from __future__ import annotations

import pytest

from noticeboard import times
from noticeboard.content.activities.activity import Activity
from noticeboard.content.activities.activity_reader import read_activities

CONTEXT = times.Context(period=times.read_period("2026年"))


def read(body: str) -> tuple[Activity, list[str]]:
    (activity,), problems = read_activities(body, path="plans/a.md", kind="plan", context=CONTEXT)
    return activity, [problem.code for problem in problems]


@pytest.mark.parametrize(
    ("item", "day", "text"),
    [
        ("8日前 报名表上交（工作日 9:00—17:00）", 8, "报名表上交（工作日 9:00—17:00）"),
        ("8日 讲座（工作日 9:00）", 8, "讲座（工作日 9:00）"),
        ("9日 亲子阅读（双休日 9:00）", 9, "亲子阅读（双休日 9:00）"),
        ("8日 职工之家启用（工作日）", 8, "职工之家启用（工作日）"),
        (
            "7日 健康咨询（周一至周五 9:00—17:00 均可报名）",
            7,
            "健康咨询（周一至周五 9:00—17:00 均可报名）",
        ),
        ("8日 讲座（工作日 9:00，双休日 10:00）", 8, "讲座（工作日 9:00，双休日 10:00）"),
        ("5日 讲座（每周四 17:00）", 5, "讲座（每周四 17:00）"),
        ("[x] 8日 讲座（工作日 9:00）", 8, "讲座（工作日 9:00）"),
    ],
)
def test_a_written_day_stands(item: str, day: int, text: str) -> None:
    activity, codes = read(f"## 3月\n\n- {item}")
    assert activity.time.start is not None
    assert (activity.time.start.day, activity.time.precision, activity.time.clock) == (day, "day", None)
    assert (activity.text, codes) == (text, [])


@pytest.mark.parametrize(
    ("item", "days", "span"),
    [
        ("6日—10日 展览（工作日 9:00—17:00）", (6, 9, 10), None),
        ("7日—8日 展览（工作日 9:00—17:00）", (), (7, 8)),
        ("8日—20日 展览（工作日 9:00，双休日 10:00）", (), (8, 20)),
        ("3月底前 报名（工作日 9:00—17:00）", (), (27, 31)),
    ],
)
def test_days_are_narrowed_but_never_to_none(
    item: str, days: tuple[int, ...], span: tuple[int, int] | None
) -> None:
    time = read(f"## 3月\n\n- {item}")[0].time
    assert tuple(day.day for day in time.days) == days
    assert ((time.start.day, time.end.day) if time.start and time.end else None) == span


@pytest.mark.parametrize(
    "item",
    [
        "图书室：周一至周五 12:00—13:00，周六日 9:00—11:00",
        "工作日 8:00—17:00，双休日 9:00—16:00 图书室开放",
        "周一至周五 8:00—17:00、周六 9:00—12:00 开放",
        "每早8:00、每晚6:00测温",
        "工作日 8:00—17:00 开放（双休日 9:00—16:00）",
        "图书室开放（工作日 9:00，双休日 10:00）",
    ],
)
def test_two_schedules_are_told_and_stay_whole(item: str) -> None:
    activity, codes = read(f"## 3月\n\n- {item}")
    assert (activity.text, activity.time.days, activity.time.clock) == (item, (), None)
    assert codes == ["unclear-time"]


def test_two_schedules_without_a_heading_have_no_days() -> None:
    activity, codes = read("- 工作日 8:00—17:00，双休日 9:00—16:00 开放")
    assert (activity.time.days, activity.time.clock, codes) == ((), None, ["unclear-time"])


@pytest.mark.parametrize(
    "item",
    [
        "办公时间（工作日）",
        "报名电话 8888（工作日 9:00—17:00）",
        "办理时限（工作日 3天）",
        "办公时间：工作日 9:00—17:00",
        "值班（每天）",
    ],
)
def test_office_hours_are_text(item: str) -> None:
    activity, codes = read(f"## 3月\n\n- {item}")
    assert (activity.text, activity.time.precision, activity.time.clock, codes) == (item, "month", None, [])


def test_a_bracket_with_an_hour_says_when() -> None:
    activity, _ = read("## 3月\n\n- 图书室开放（工作日 9:00）")
    assert (len(activity.time.days), activity.time.clock) == (22, "09:00")


@pytest.mark.parametrize(
    ("body", "day", "clock", "text"),
    [
        ("### 第三周（3月16日—3月20日）\n\n- 周四下午 教师例会", 19, None, "教师例会"),
        ("### 3月12日\n\n- 周四 16:30 例会", 12, "16:30", "例会"),
        ("## 3月\n\n- 9日 体检（周一 8:00）", 9, "08:00", "体检"),
        (
            "| 周次 | 时间 | 内容 |\n|---|---|---|\n| 第三周 | 3月16日—20日 | 周三下午 政治学习 |",
            18,
            None,
            "政治学习",
        ),
    ],
)
def test_a_weekday_is_the_one_that_its_heading_or_row_has(
    body: str, day: int, clock: str | None, text: str
) -> None:
    activity, codes = read(body)
    assert [one.day for one in activity.time.days] == [day]
    assert (activity.time.clock, activity.text, codes) == (clock, text, [])


def test_two_weekdays_of_a_week_stay_whole() -> None:
    activity, codes = read("### 第三周（3月16日—3月20日）\n\n- 周三 9:00 开幕，周五 16:00 闭幕")
    assert (activity.text, activity.time.days, codes) == ("周三 9:00 开幕，周五 16:00 闭幕", (), [])


def test_another_weekday_than_the_day_is_told() -> None:
    activity, codes = read("## 3月\n\n- 9日 体检（周二 8:00）")
    assert (activity.text, activity.time.clock, codes) == ("体检（周二 8:00）", None, ["wrong-weekday"])


@pytest.mark.parametrize(
    "body",
    [
        "## 3月\n\n### 每周安排\n\n- 周五下午 例会",
        "## 3月\n\n### 每周\n\n- 周五下午 例会",
        "# 每周安排\n\n## 3月\n\n- 周五下午 例会",
    ],
)
def test_below_what_is_so_each_week_a_weekday_is_text(body: str) -> None:
    activity, codes = read(body)
    assert (activity.text, codes) == ("周五下午 例会", [])


def test_below_one_weekday_another_gives_no_hour() -> None:
    activity, codes = read("### 3月每周三\n\n- 周五 16:30 例会")
    assert (activity.text, activity.time.clock, codes) == ("周五 16:30 例会", None, [])


def test_what_follows_such_a_heading_is_told_again() -> None:
    _, codes = read("## 每周安排\n\n文字。\n\n## 3月\n\n- 周五下午 例会")
    assert codes == ["unclear-time"]


def test_a_week_without_days_is_not_widened() -> None:
    activity, codes = read("## 3月\n\n- 第二周 展览（工作日 9:00）")
    assert (activity.text, activity.time.days, codes) == ("展览（工作日 9:00）", (), [])
