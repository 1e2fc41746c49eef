"""Whatever is written, nothing raises, and what comes back keeps its promises."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from noticeboard.problems import Fault
from noticeboard.times import (
    Calendar,
    Context,
    Month,
    ParsedTime,
    Period,
    Precision,
    Time,
    months_between,
    read_date,
    read_datetime,
    read_day_range,
    read_heading,
    read_leading,
    read_new_time,
    read_period,
)
from noticeboard.times.numerals import fold

WORDS = [
    "0",
    "1",
    "2",
    "3",
    "8",
    "9",
    "10",
    "12",
    "13",
    "25",
    "30",
    "31",
    "32",
    "60",
    "2026",
    "2027",
    "1017",
    "20XX",
    "一",
    "二",
    "三",
    "八",
    "十",
    "十二",
    "廿",
    "三十一",
    "二〇二六",
    "０",
    "３",
    "１２",
    "年",
    "月",
    "份",
    "日",
    "号",
    "旬",
    "上旬",
    "中旬",
    "下旬",
    "初",
    "底",
    "末",
    "上",
    "中",
    "下",
    "月末",
    "本月",
    "今年",
    "次年",
    "明年",
    "年底",
    "年初",
    "年内",
    "全年",
    "至",
    "到",
    "和",
    "、",
    "，",
    ",",
    "-",
    "—",
    "－",
    "",
    "～",
    ".",
    "/",
    "：",
    ":",
    "（",
    "）",
    "(",
    ")",
    "“",
    "”",
    "。",
    "周",
    "星期",
    "周三",
    "周日",
    "双周五",
    "单周",
    "隔周",
    "每",
    "每周",
    "每月",
    "每季度",
    "每学期",
    "三八",
    "五一",
    "十一",
    "一二·九",
    "春节",
    "中秋",
    "清明",
    "教师节",
    "国庆",
    "节",
    "前",
    "后",
    "前夕",
    "期间",
    "上半年",
    "第一季度",
    "季度",
    "第一学期",
    "寒假",
    "暑假",
    "下午",
    "上午",
    "晚",
    "中午",
    "点",
    "时",
    "半",
    "分",
    "14:30",
    "16：20",
    "4:20-5:00",
    "待定",
    "适时",
    "一次",
    "组织",
    "召开",
    "楼",
    "文件",
    "捐",
    "小学",
    "工作",
    "安排",
    "**",
    "座谈会",
]
TEXTS = st.one_of(
    st.lists(st.sampled_from([*WORDS, " ", "　", "\n"]), max_size=10).map("".join),
    st.text(max_size=30),
)
WRITTEN_PERIODS = [
    "2026年",
    "2026年上半年",
    "2026年第二季度",
    "2026年3月",
    "2025—2026学年",
    "2025—2026学年第一学期",
    "2026年2月—2027年1月",
    "1949年",
    "2100年",
]
PERIODS = st.sampled_from([None, *map(read_period, WRITTEN_PERIODS)])
HEADINGS = [
    "三月",
    "3—4月",
    "第一季度",
    "上半年",
    "2026年",
    "四月上旬",
    "3月8日",
    "三八",
    "国庆期间",
    "每周三",
    "每月",
    "待定",
    "寒假",
    "3月和9月",
    "12月",
    "2027年1月",
]


@st.composite
def contexts(draw: st.DrawFn) -> Context:
    period = draw(PERIODS)
    calendar = draw(st.sampled_from([Calendar(), Calendar(winter=(12, 1), summer=(7,)), Calendar((), ())]))
    context = Context(period, None, calendar)
    heading = draw(st.sampled_from([None, *HEADINGS]))
    reading = read_heading(heading, context) if heading else None
    return Context(period, reading.time if reading else None, calendar)


def check(reading: ParsedTime | None, text: str) -> None:
    if reading is None:
        return
    assert 0 <= reading.length <= len(text)
    # A word that may be a time, 期初, stays in the text and is told.
    is_kept = reading.length == 0 and bool(reading.faults)
    assert reading.time is not None or is_kept or any(fault.level == "error" for fault in reading.faults)
    for fault in reading.faults:
        assert 0 <= fault.offset <= len(text)
        assert fault.code and fault.message.endswith("。") and fault.hint.endswith("。")
    if reading.time is not None:
        check_time(reading.time)


def check_time(time: Time) -> None:
    assert list(time.months) == sorted(set(time.months))
    assert list(time.days) == sorted(set(time.days))
    assert (time.start is None) == (time.end is None)
    if time.start is not None and time.end is not None:
        assert time.start <= time.end
        assert Month.of(time.start) in time.months and Month.of(time.end) in time.months
        assert all(time.start <= day <= time.end for day in time.days)
    assert all(Month.of(day) in time.months for day in time.days)
    assert time.once_a_year_page <= (time.precision is Precision.RECURRING)
    if time.clock is not None:
        moments = time.clock.split("–")
        assert moments == sorted(set(moments)) and len(moments) <= 2
        assert all(len(moment) == 5 and "00:00" <= moment <= "23:59" for moment in moments)


@settings(max_examples=400)
@given(TEXTS, contexts())
def test_leading(text: str, context: Context) -> None:
    check(read_leading(text, context), text)


@settings(max_examples=400)
@given(TEXTS, contexts())
def test_heading(text: str, context: Context) -> None:
    reading = read_heading(text, context)
    check(reading, text)
    if reading is not None:
        assert reading.theme in text


@given(TEXTS, contexts())
def test_months(text: str, context: Context) -> None:
    new = read_new_time(text, context).time
    assert new is None or list(new.months) == sorted(set(new.months))


@given(TEXTS, st.dates(date(1949, 1, 1), date(2100, 12, 31)))
def test_front_matter(text: str, issued: date) -> None:
    read_date(text)
    read_datetime(text)
    span = read_day_range(text, issued)
    assert isinstance(span, Fault) or span[0] <= span[1]
    period = read_period(text)
    assert isinstance(period, Fault) or 1 <= len(period.months) <= 12


@given(st.text())
def test_folding_keeps_every_sign_in_its_place(text: str) -> None:
    assert len(fold(text)) == len(text)


DAYS = st.dates(date(1949, 1, 1), date(2100, 12, 31))
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


@given(DAYS, st.booleans(), st.sampled_from(["日", "号"]))
def test_every_day_of_a_year_is_read_back(day: date, is_full_width: bool, unit: str) -> None:
    period = read_period(f"{day.year}年")
    written = f"{day.month}月{day.day}{unit}"
    reading = read_leading(written.translate(FULL_WIDTH) if is_full_width else written, Context(period))
    assert reading is not None and reading.time is not None
    assert (reading.time.start, reading.time.end, reading.time.days) == (day, day, (day,))
    assert read_date(day.isoformat()) == day


@given(DAYS, st.integers(0, 60))
def test_every_range_of_days_is_read_back(first: date, days: int) -> None:
    last = first + timedelta(days)
    written = f"{first:%Y}年{first.month}月{first.day}日—{last:%Y}年{last.month}月{last.day}日"
    if last.year > 2100:
        return
    reading = read_leading(written, Context())
    assert reading is not None and reading.time is not None
    assert (reading.time.start, reading.time.end) == (first, last)
    assert reading.time.months == months_between(Month.of(first), Month.of(last))


@given(st.integers(1949, 2099), st.integers(1, 12), st.integers(1, 12))
def test_each_month_has_one_year_in_a_period(year: int, start: int, number: int) -> None:
    first = Month(year, start)
    last = first.plus(11)
    period = read_period(f"{first.title}—{last.title}")
    assert isinstance(period, Period)
    reading = read_leading(f"{number}月", Context(period))
    assert reading is not None and reading.time is not None and not reading.faults
    (month,) = reading.time.months
    assert month.number == number and month in period
