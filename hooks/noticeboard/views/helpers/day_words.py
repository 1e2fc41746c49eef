"""Days as readers read them, in Chinese."""

from __future__ import annotations

from datetime import date, datetime

from noticeboard.times import day_of

_WEEKDAYS = "一二三四五六日"


def chinese_date(day: date | datetime) -> str:
    """2026年3月8日, with the time of day where there is one."""
    text = f"{day.year}年{day.month}月{day.day}日"
    return f"{text} {day:%H:%M}" if isinstance(day, datetime) else text


def short_date(day: date) -> str:
    """3月8日"""
    return f"{day.month}月{day.day}日"


def weekday(day: date) -> str:
    """周日"""
    return f"周{_WEEKDAYS[day.weekday()]}"


def time_left(until: date | datetime, today: date) -> str:
    """What is left to a deadline, in days: 还有3天, 明天截止, 今天17:00截止, 已截止."""
    days = (day_of(until) - today).days
    if days < 0:
        return "已截止"
    if days > 1:
        return f"还有{days}天"
    clock = f"{until:%H:%M}" if isinstance(until, datetime) else ""
    return f"{'明天' if days else '今天'}{clock}截止"
