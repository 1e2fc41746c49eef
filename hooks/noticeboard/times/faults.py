"""What can be wrong with a time, said to the officer who wrote it. The codes are the product's interface."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from noticeboard.problems import Diagnostic, Edit, Fault, Level
from noticeboard.times.months import YEARS, Month

DATE_WITHOUT_SIGNS = Diagnostic("date-without-signs", Level.WARNING)
UNCLEAR_TIME = Diagnostic("unclear-time", Level.WARNING)
TIME_CONTRADICTION = Diagnostic("time-contradiction", Level.WARNING)

UNREADABLE_DATE = Diagnostic("unreadable-date", Level.ERROR)
UNREADABLE_DAY_RANGE = Diagnostic("unreadable-day-range", Level.ERROR)
UNREADABLE_PERIOD = Diagnostic("unreadable-period", Level.ERROR)
UNREADABLE_MONTHS = Diagnostic("unreadable-months", Level.ERROR)
SCHOOL_YEAR_LENGTH = Diagnostic("school-year-length", Level.ERROR)
PERIOD_TOO_LONG = Diagnostic("period-too-long", Level.ERROR)
YEAR_OUT_OF_RANGE = Diagnostic("year-out-of-range", Level.ERROR)
INCOMPLETE_YEAR = Diagnostic("incomplete-year", Level.ERROR)
MISSING_YEAR = Diagnostic("missing-year", Level.ERROR)
IMPOSSIBLE_MONTH = Diagnostic("impossible-month", Level.ERROR)
IMPOSSIBLE_DAY = Diagnostic("impossible-day", Level.ERROR)
IMPOSSIBLE_CLOCK = Diagnostic("impossible-clock", Level.ERROR)
REVERSED_RANGE = Diagnostic("reversed-range", Level.ERROR)
DAY_WITHOUT_MONTH = Diagnostic("day-without-month", Level.ERROR)
OUTSIDE_PERIOD = Diagnostic("outside-period", Level.ERROR)
OUTSIDE_SECTION = Diagnostic("outside-section", Level.WARNING)
FESTIVAL_ELSEWHERE = Diagnostic("festival-elsewhere", Level.WARNING)
WRONG_WEEKDAY = Diagnostic("wrong-weekday", Level.WARNING)

WEEKDAYS = "一二三四五六日"


def unreadable_date(text: str) -> Fault:
    hint = _without_note(text) or "请写成“2026-03-08”或“2026年3月8日”。"
    return Fault(UNREADABLE_DATE, f"“{text}”不是日期。", hint)


def unreadable_datetime(text: str) -> Fault:
    hint = _without_note(text) or "请写成“2026-03-08”或“2026-03-08 16:20”。"
    return Fault(UNREADABLE_DATE, f"“{text}”不是日期或时刻。", hint)


def _without_note(text: str) -> str | None:
    """What to do when a date has a comment behind it: `2026-03-01 # 周日`."""
    date, sign, note = text.partition("#")
    return f"请删去“#{note}”，只写“{date.strip()}”。" if sign and date.strip() else None


def unreadable_day_range(text: str) -> Fault:
    return Fault(UNREADABLE_DAY_RANGE, f"“{text}”不是起止日期。", "请写成“2026-03-02 至 2026-03-06”。")


def unreadable_period(text: str) -> Fault:
    return Fault(
        UNREADABLE_PERIOD,
        f"“{text}”不是期间。",
        "请写成“2026年”“2026年上半年”“2026年3月”“2025—2026学年第一学期”或“2026年2月—2027年1月”。",
    )


def unreadable_months(text: str) -> Fault:
    return Fault(UNREADABLE_MONTHS, f"“{text}”看不出是什么时候。", "请写成“5月20日”“5月”或“2026年5月”。")


def school_year_length(text: str, year: int) -> Fault:
    return Fault(
        SCHOOL_YEAR_LENGTH,
        f"“{text}”不是一个学年。",
        f"学年是前后相接的两年，请写成“{year}—{year + 1}学年”。",
    )


def period_too_long(text: str) -> Fault:
    return Fault(
        PERIOD_TOO_LONG,
        f"期间“{text}”超过十二个月，月份会分不清年份。",
        "请按年度或学年分成几个文件，每个文件的期间不超过十二个月。",
    )


def year_out_of_range(year: int, offset: int = 0) -> Fault:
    return Fault(
        YEAR_OUT_OF_RANGE,
        f"{year}年不在{YEARS[0]}年到{YEARS[-1]}年之间。",
        "请核对年份。",
        offset=offset,
    )


def incomplete_year(text: str, offset: int = 0) -> Fault:
    return Fault(
        INCOMPLETE_YEAR, f"“{text}”没有写出是哪一年。", "请写成四位数的年份，例如“2026年”。", offset=offset
    )


def missing_year(text: str, offset: int = 0) -> Fault:
    return Fault(
        MISSING_YEAR,
        f"“{text}”没有写年份，文件也没有期间，不知道是哪一年。",
        "请在文件开头写“期间”，或者写出年份，例如“2026年3月”。",
        offset=offset,
    )


def missing_year_of_date(text: str) -> Fault:
    return Fault(MISSING_YEAR, f"“{text}”没有写年份。", "请写出年份，例如“2026-03-02 至 2026-03-06”。")


def impossible_month(text: str, offset: int = 0) -> Fault:
    return Fault(IMPOSSIBLE_MONTH, f"没有“{text}”这个月。", "月份是1月到12月，请核对。", offset=offset)


def impossible_day(month: Month, day: int, offset: int = 0) -> Fault:
    return Fault(
        IMPOSSIBLE_DAY,
        f"{month.title}没有{day}日。",
        f"这个月有{month.length}天，请核对日期。",
        offset=offset,
    )


def impossible_day_of_month(day: int, offset: int = 0) -> Fault:
    return Fault(IMPOSSIBLE_DAY, f"没有一个月有{day}日。", "日期是1日到31日，请核对。", offset=offset)


def impossible_clock(text: str, offset: int = 0) -> Fault:
    return Fault(
        IMPOSSIBLE_CLOCK,
        f"“{text}”不是一天里的时刻。",
        "请按二十四小时写，从00:00到23:59，例如“14:30”。",
        offset=offset,
    )


def reversed_range(text: str, offset: int = 0) -> Fault:
    return Fault(
        REVERSED_RANGE, f"“{text}”的结束早于开始。", "请把早的写在前面，跨年的写出年份。", offset=offset
    )


def reversed_clock(text: str, offset: int = 0) -> Fault:
    return Fault(
        REVERSED_RANGE,
        f"“{text}”的结束不晚于开始。",
        "请按二十四小时写，例如“14:30–16:00”。",
        offset=offset,
    )


def day_without_month(text: str, offset: int = 0) -> Fault:
    return Fault(
        DAY_WITHOUT_MONTH,
        f"“{text}”没有写是几月。",
        "请写出月份，例如“3月8日”，或者放到一个月份的标题下面。",
        offset=offset,
    )


def outside_period(text: str, months: Iterable[Month], period: str, offset: int = 0) -> Fault:
    names = "、".join(month.title for month in months)
    return Fault(
        OUTSIDE_PERIOD,
        f"“{text}”里的{names}不在期间“{period}”之内。",
        "请核对月份，或者改写文件开头的“期间”。",
        offset=offset,
    )


def year_outside_period(text: str, period: str, offset: int = 0) -> Fault:
    return Fault(
        OUTSIDE_PERIOD,
        f"“{text}”不在期间“{period}”之内。",
        "请核对年份，或者改写文件开头的“期间”。",
        offset=offset,
    )


def outside_section(text: str, section: str, offset: int = 0) -> Fault:
    return Fault(
        OUTSIDE_SECTION,
        f"“{text}”不在标题“{section}”之内，按“{text}”算。",
        "请把这一条移到它自己的月份下面，或者核对月份。",
        offset,
    )


def festival_elsewhere(festival: str, month: Month, written: str, offset: int = 0) -> Fault:
    return Fault(
        FESTIVAL_ELSEWHERE,
        f"“{festival}”在{month.title}，不在“{written}”，按“{written}”算。",
        "请核对月份，或者写出日期。",
        offset,
    )


def wrong_weekday(day: date, written: str, offset: int = 0) -> Fault:
    return Fault(
        WRONG_WEEKDAY,
        f"{day.year}年{day.month}月{day.day}日是星期{WEEKDAYS[day.weekday()]}，不是“{written}”，按日期算。",
        "请核对日期和星期。",
        offset,
    )


def poor_date(written: str, good: str, offset: int = 0) -> Fault:
    return Fault(
        DATE_WITHOUT_SIGNS,
        f"“{written}”已按{good}读取，可是写得不清楚。",
        f"请写成“{good}”；不是日期的，请把它放到后面去。",
        offset,
        Edit(offset, offset + len(written), good),
    )


def maybe_date(written: str, good: str, offset: int = 0) -> Fault:
    return Fault(
        UNCLEAR_TIME,
        f"“{written}”像日期，也像编号，没有按日期读取。",
        f"是日期的，请写成“{good}”；是编号的，请在后面写顿号。",
        offset,
    )


def unclear_lunar_day(written: str, day: date, offset: int = 0) -> Fault:
    return Fault(
        UNCLEAR_TIME,
        f"“{written}”看不出是农历还是公历，按农历{day.year}年{day.month}月{day.day}日算。",
        "是中秋的，请写成“中秋”；是公历的，请写出“日”，例如“8月15日”。",
        offset,
    )


def unclear_deadline(written: str, day: date, offset: int = 0) -> Fault:
    return Fault(
        UNCLEAR_TIME,
        f"“{written}”看不出算不算它自己，按不晚于{day.year}年{day.month}月{day.day}日算。",
        "请写出最后一天，例如“3月31日前”，或者写成“3月底前”。",
        offset,
    )


def unclear_stretch(written: str, offset: int = 0) -> Fault:
    return Fault(
        UNCLEAR_TIME,
        f"“{written}”看不出是哪个月，没有按时间读取。",
        "请写出月份或日期，例如“3月上旬”，或者放到月份标题下面。",
        offset,
    )


def unclear_days(written: str, offset: int = 0) -> Fault:
    return Fault(
        UNCLEAR_TIME,
        f"“{written}”看不出是哪几天，没有按时间读取。",
        "每周都有的请写“每周四”“工作日”或“每周六日”，只有一次的请写日期，例如“10月8日”。",
        offset,
    )


def two_schedules(written: str, offset: int = 0) -> Fault:
    return Fault(
        UNCLEAR_TIME,
        f"“{written}”有两个时间，哪天是几点，程序分不开，没有登到日子上。",
        "请分成两项，每项写一个时间，例如“工作日 8:00—17:00 开放”“双休日 9:00—16:00 开放”。",
        offset,
    )


def unclear_night(written: str, good: str, offset: int = 0) -> Fault:
    return Fault(
        UNCLEAR_TIME,
        f"“{written}”的结束早于开始，按到第二天算。",
        f"请写成“{good}”。",
        offset,
    )


def other_stretch(written: str, month: int, offset: int = 0) -> Fault:
    return Fault(
        TIME_CONTRADICTION,
        f"“{written}”里的{month}月不在前面写的那一段里，按{month}月算。",
        "请核对月份。",
        offset,
    )


def two_times(first: str, second: str, offset: int = 0) -> Fault:
    return Fault(
        TIME_CONTRADICTION,
        f"这一条前面写“{first}”，后面写“{second}”，按前面的算。",
        "请核对时间，只留一个。",
        offset,
    )
