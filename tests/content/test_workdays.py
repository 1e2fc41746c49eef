from datetime import date

import chinese_calendar
import pytest

from noticeboard.content.workdays import count_workdays, special_days
from noticeboard.times import Month, months_between


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
