from datetime import date

import chinese_calendar
import pytest

from boards import load_board
from noticeboard.content.settings.settings_reader import read_settings
from noticeboard.times import Month, months_between
from noticeboard.times.workdays import Workdays, count_workdays, days_off_around, special_days


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        (date(2026, 3, 2), 5, date(2026, 3, 6)),
        (date(2026, 3, 6), 2, date(2026, 3, 9)),
        (date(2026, 3, 7), 1, date(2026, 3, 9)),
        (date(2026, 9, 30), 2, date(2026, 10, 8)),
        (date(2026, 10, 9), 2, date(2026, 10, 10)),
    ],
)
def test_weekends_holidays_and_make_up_days_are_counted(start, count, end):
    run = count_workdays(start, count)
    assert (run.end, run.known) == (end, True)


def test_a_year_without_data_is_told():
    assert count_workdays(date(2050, 3, 1), 5).known is False


def test_the_special_days_of_a_month_are_holidays_and_make_up_days():
    found = special_days(Month(2026, 10))
    assert [(day.day.day, day.works, day.name) for day in found] == [
        *((number, False, "国庆节") for number in range(1, 8)),
        (10, True, "国庆节"),
    ]


def test_the_days_say_what_the_library_says_of_each():
    for month in months_between(Month(2004, 1), Month(2026, 12)):
        named = {day.day: day for day in special_days(month)}
        for number in range(1, month.length + 1):
            day = date(month.year, month.number, number)
            off, name = chinese_calendar.get_holiday_detail(day)
            assert (day in named) == (name is not None)
            if name:
                assert named[day].works is not off


def test_of_a_year_without_data_nothing_is_said():
    assert special_days(Month(2050, 10)) is None
    assert special_days(Month(1999, 10)) is None


HOLIDAYS = [
    {"name": "国庆节", "days": "2050-10-01 至 2050-10-07", "working": ["2050-10-08"]},
    {"name": "元旦", "days": "2050-01-01"},
]


def test_the_settings_say_what_the_library_does_not_know():
    settings, problems = read_settings({"holidays": HOLIDAYS})
    assert problems == ()
    assert count_workdays(date(2050, 9, 30), 2, settings.days_off) == Workdays(date(2050, 10, 8), known=True)
    found = special_days(Month(2050, 10), settings.days_off)
    assert [day.day.day for day in found] == [1, 2, 3, 4, 5, 6, 7, 8]
    assert [day.works for day in found] == [False] * 7 + [True]
    assert days_off_around(date(2050, 10, 3), settings.days_off)[0] == date(2050, 10, 1)
    assert special_days(Month(2051, 1), settings.days_off) is None


def test_a_year_of_the_settings_stands_above_the_library():
    settings, _ = read_settings({"holidays": [{"name": "校庆", "days": "2026-05-20"}]})
    assert [day.name for day in special_days(Month(2026, 5), settings.days_off)] == ["校庆"]
    assert special_days(Month(2026, 10), settings.days_off) == ()


@pytest.mark.parametrize("days", ["国庆", "2027-10-07 至 2027-10-01", "2027-01-01 至 2027-12-31"])
def test_days_that_are_none_are_told(days):
    _, problems = read_settings({"holidays": [{"name": "国庆节", "days": days}]})
    assert problems


def test_a_notice_period_counts_by_them(tmp_path):
    text = "---\n类型: 公开\n标题: 公示\n日期: 2050-09-30\n类别: 财务\n责任部门: 工会\n公示期: 2个工作日\n---\n正文\n"
    site = load_board(tmp_path, {"plans/a.md": text}, today=date(2050, 10, 1), holidays=HOLIDAYS)
    assert site.catalog.shown[0].notice_period.end == date(2050, 10, 8)
    assert "holidays-unknown" not in {problem.code for problem in site.problems}
