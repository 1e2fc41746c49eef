"""What the tables of notations cannot show: places of faults, their words, postponed months, settings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from noticeboard.problems import Level
from noticeboard.times import (
    Calendar,
    Context,
    Month,
    Precision,
    read_heading,
    read_leading,
    read_new_time,
)
from times.tables import context_of

WARNINGS = {"wrong-weekday", "outside-section", "festival-elsewhere"}


@pytest.mark.parametrize(
    ("place", "text", "code", "marked"),
    [
        ("2026年", "3月8日（周六）会", "wrong-weekday", "周六"),
        ("2026年", "3月8日 星期六 会", "wrong-weekday", "星期六"),
        ("2026年", "3月8日至9日（周日）会", "wrong-weekday", "周日"),
        ("2026年", "3月8日、2月30日 会", "impossible-day", "2月30日"),
        ("2026年", "  2月30日 会", "impossible-day", "2月30日"),
        ("2026年", "3月8日25：00会", "impossible-clock", "25：00"),
        ("2026年", "12月至次年1月 会", "outside-period", "12月"),
        ("2026年", "8日 会", "day-without-month", "8日"),
        ("2026年", "20XX年3月 会", "incomplete-year", "20XX年"),
        ("2026年", "3月 五一表彰", "festival-elsewhere", "五一"),
        ("2026年 · 三月", "4月8日 会", "outside-section", "4月8日"),
        ("2026年 · 三月", "五一表彰", "festival-elsewhere", "五一"),
    ],
)
def test_fault_stands_at_its_word(place: str, text: str, code: str, marked: str) -> None:
    reading = read_leading(text, context_of(place))
    assert reading is not None
    (fault,) = reading.faults
    assert fault.code == code
    assert text.startswith(marked, fault.offset)
    assert fault.level is (Level.WARNING if code in WARNINGS else Level.ERROR)


def test_every_error_is_reported() -> None:
    for text, codes in (
        ("3月32日、4月31日 会", ["impossible-day", "impossible-day"]),
        ("2月30日 25:00 会", ["impossible-day", "impossible-clock"]),
        ("3月8日（周六）25:00 会", ["wrong-weekday", "impossible-clock"]),
        ("次年3月8日 25:00 会", ["outside-period", "impossible-clock"]),
    ):
        reading = read_leading(text, context_of("2026年"))
        assert reading is not None and reading.time is None
        assert [fault.code for fault in reading.faults] == codes


def test_message_names_the_months_outside() -> None:
    reading = read_leading("11月至次年2月", context_of("2026年"))
    assert reading is not None
    (fault,) = reading.faults
    assert "2027年1月、2027年2月" in fault.message and "2026年12月" not in fault.message


def test_message_quotes_what_was_written() -> None:
    for text, written in (
        ("３月８日２５：００会", "２５：００"),
        ("２０ＸＸ年３月 会", "２０ＸＸ年"),
        ("１３月 会", "１３月"),
    ):
        reading = read_leading(text, context_of("2026年"))
        assert reading is not None
        assert f"“{written}”" in reading.faults[0].message


def test_what_lies_in_a_section_outside_the_period_is_reported_at_the_heading_only() -> None:
    period = context_of("2026年上半年")
    heading = read_heading("九月", period)
    assert heading is not None and [fault.code for fault in heading.faults] == ["outside-period"]
    below = Context(period.period, heading.time)
    for text in ("10日 会", "9月10日 会", "教师节表彰", "每周三 例会"):
        reading = read_leading(text, below)
        assert reading is not None and reading.faults == (), text


def test_time_is_the_words_as_written() -> None:
    reading = read_leading("３月８日（周日）14：30–16：00　座谈会", context_of("2026年"))
    assert reading is not None and reading.time is not None
    assert reading.time.text == "３月８日（周日）14：30–16：00"


def test_a_beaten_festival_stays_in_the_text() -> None:
    reading = read_leading("五一表彰", context_of("2026年 · 四月"))
    assert reading is not None and reading.time is not None
    assert (reading.length, reading.time.precision, reading.time.months) == (
        0,
        Precision.MONTH,
        (Month(2026, 4),),
    )


@pytest.mark.parametrize(
    ("place", "calendar", "text", "months"),
    [
        ("2026年", Calendar(winter=(2,)), "寒假 家访", "2026-02"),
        ("2025—2026学年", Calendar(winter=(12, 1)), "寒假 家访", "2025-12 2026-01"),
        ("2026年", Calendar(summer=(6, 7, 8)), "暑期 家访", "2026-06 2026-07 2026-08"),
        ("2026年", Calendar(), "春季 家访", "2026-03 2026-04 2026-05"),
        ("2026年", Calendar(), "夏季 家访", "2026-06 2026-07 2026-08"),
        ("2026年", Calendar(), "秋季 家访", "2026-09 2026-10 2026-11"),
    ],
)
def test_vacations_and_seasons_are_a_setting(place: str, calendar: Calendar, text: str, months: str) -> None:
    reading = read_leading(text, Context(context_of(place).period, calendar=calendar))
    assert reading is not None and reading.time is not None and not reading.faults
    assert " ".join(map(str, reading.time.months)) == months


@pytest.mark.parametrize(
    ("place", "text", "months"),
    [
        ("2026年", "5月", "2026-05"),
        ("2026年 · 三月", "5月", "2026-05"),
        ("2026年 · 十一月", "5月", "2027-05"),
        ("2026年 · 十一月", "次年3月", "2027-03"),
        ("2026年 · 十一月", "2026年12月", "2026-12"),
        ("2026年 · 十一月", "12月至1月", "2026-12 2027-01"),
        ("2026年 · 三月", "4月10日", "2026-04"),
        ("2026年 · 三月", "20日", "2026-03"),
        ("2026年 · 三月", "５月下旬", "2026-05"),
        ("2026年 · 三月", "国庆后", "2026-10"),
        ("2026年 · 三月", "暑假", "2026-07 2026-08"),
        ("2026年 · 十月", "春节后", "2027-02"),
        ("2025—2026学年第一学期", "第二学期", "2026-02 2026-03 2026-04 2026-05 2026-06 2026-07 2026-08"),
        ("2025—2026学年第一学期 · 十二月", "3月", "2026-03"),
        ("no period", "2026年5月", "2026-05"),
        ("2026年", "待定", ""),
    ],
)
def test_postponed_to(place: str, text: str, months: str) -> None:
    found = read_new_time(f" {text} ", context_of(place))
    assert found.time is not None and not found.faults
    assert " ".join(map(str, found.time.months)) == months
    assert found.time.text == text


@pytest.mark.parametrize(
    ("place", "text", "code"),
    [
        ("2026年", "另行通知", "unreadable-months"),
        ("2026年", "5月左右再说", "unreadable-months"),
        ("2026年", "14:30", "unreadable-months"),
        ("2026年", "每月", "unreadable-months"),
        ("2026年", "", "unreadable-months"),
        ("2026年", "13月", "impossible-month"),
        ("2026年", "2月30日", "impossible-day"),
        ("no period", "5月", "missing-year"),
    ],
)
def test_not_postponed_to(place: str, text: str, code: str) -> None:
    found = read_new_time(text, context_of(place))
    assert found.time is None
    assert [fault.code for fault in found.faults] == [code]


@pytest.mark.parametrize(
    ("text", "start", "clock"),
    [
        ("5月20日", "2026-05-20", None),
        ("20日", "2026-03-20", None),
        ("5月20日下午2:30", "2026-05-20", "14:30"),
        ("４月中旬", "2026-04-11", None),
        ("下个月8日", "2026-04-08", None),
        ("下月", None, None),
        ("下午4点", "2026-03-08", "16:00"),
        ("5.20", "2026-05-20", None),
    ],
)
def test_the_day_and_hour_that_something_is_put_off_to(
    text: str, start: str | None, clock: str | None
) -> None:
    own = read_leading("3月8日 座谈", context_of("2026年"))
    assert own is not None
    found = read_new_time(text, replace(context_of("2026年"), section=own.time)).time
    assert found is not None and found.text == text
    assert (str(found.start) if found.start else None, found.clock) == (start, clock)


@pytest.mark.parametrize("hours", ["9点、", "9:00、14:00、", "9:00-10:00、", "9:00-10:00，11:00-12:00、"])
def test_thousands_of_hours_are_no_crash(hours: str) -> None:
    reading = read_leading(f"3月8日 {hours * 3000}", context_of("2026年"))
    assert reading is not None
    assert reading.time is not None
