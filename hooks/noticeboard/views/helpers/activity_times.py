"""When an activity is, as short as can be, in Chinese."""

from __future__ import annotations

from noticeboard.catalog.entries import Entry
from noticeboard.content.activities.activity import Status
from noticeboard.times import Month, Precision, Time
from noticeboard.times.workdays import LIBRARY, GivenDays, special_days
from noticeboard.views.helpers.day_words import short_date, weekday


def when(entry: Entry) -> str:
    """When it is, as short as can be: 3月8日（周日）14:30–16:00, 3月2日至6日, or as the officer wrote it.

    A part of a month is written below its month's heading; away from there it needs the month: 3月下旬.
    """
    return _when_it_is(entry.time, entry)


def _when_it_is(time: Time, entry: Entry) -> str:
    if time.bound is not None:
        return _with_month(time, time.text)
    if _is_in_section(time, entry):
        return f"{time.months[0].number}月"
    if time.start is None or time.end is None or time.precision not in (Precision.DAY, Precision.FESTIVAL):
        text = time.text.replace(time.clock_text, "").strip() if time.clock else time.text
        if time.precision is Precision.PART or text.startswith("第"):
            text = _with_month(time, text)
        text = text or f"{time.months[0].number}月"
        return f"{text} {time.clock}" if time.clock else text
    if len(time.days) > 1:
        days = "、".join(
            short_date(day) if index == 0 or day.month != time.days[index - 1].month else f"{day.day}日"
            for index, day in enumerate(time.days)
        )
        return f"{days} {time.clock}" if time.clock else days
    if time.end == time.start:
        text = f"{short_date(time.start)}（{weekday(time.start)}）"
    elif time.end.month == time.start.month:
        text = f"{short_date(time.start)}至{time.end.day}日"
    else:
        text = f"{short_date(time.start)}至{short_date(time.end)}"
    return text + (time.clock or time.clock_text)


def on_holidays(entry: Entry, month: Month, given: GivenDays = LIBRARY) -> str:
    """The days of a recurrence in `month` that are public holidays, 10月1日（国庆节）: whether it takes place then, nobody said."""
    time = entry.activity.time
    if time.precision is not Precision.RECURRING or entry.status is not Status.PLANNED:
        return ""
    holidays = {
        special.day: special.name for special in special_days(month, given) or () if not special.works
    }
    return "、".join(f"{short_date(day)}（{holidays[day]}）" for day in time.days if day in holidays)


def _with_month(time: Time, text: str) -> str:
    """What stands below its month's heading with the month: 8日前 is 3月8日前, 下旬 3月下旬."""
    if time.precision in (Precision.DAY, Precision.PART, Precision.MONTH) and text.partition("月")[0] in (
        "",
        text,
    ):
        is_apart = time.precision is Precision.MONTH and not text.startswith("第")
        return text if is_apart else f"{time.months[0].number}月{text.removeprefix('月')}"
    return text


def _is_in_section(time: Time, entry: Entry) -> bool:
    """Whether the text begins with its time, 五一劳动节表彰, so that the month alone is enough beside it."""
    is_loose = time.precision is Precision.FESTIVAL and time.start is None and len(time.months) == 1
    return is_loose and entry.activity.text.startswith(time.text)


def original_time(entry: Entry) -> str:
    """When it was to be before it was postponed, with its year: 2025年12月下旬."""
    time = entry.activity.time
    text = _when_it_is(time, entry)
    if time.precision is Precision.MONTH:
        return time.months[0].title
    return text if "年" in text or not time.months else f"{time.months[0].year}年{text}"
