"""Every notation in the guide's tables of times is read as the table says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from guide.pages import GUIDE, build_board, tables_of
from noticeboard.catalog.entries import Entry
from noticeboard.times import Month, Period, read_date, read_period

TABLES = list(tables_of((GUIDE / "times.md").read_text(encoding="utf-8")))
_PLACE = re.compile(r"文件的期间是 `(?P<period>[^`]+)`(?:，写在 `(?P<heading>[^`]+)` 下面)?：")
ACTIVITIES = [(paragraph, rows) for paragraph, rows in TABLES if "登在" in rows[0]]


def written(row: dict[str, str]) -> str:
    return row["这样写"].strip("`")


def said_date(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def said_months(months: Sequence[Month], year: int) -> str:
    """3月、9月; from three in a row on 1月—6月; the year only where it is not `year`."""
    return "、".join(said_run(run, year) for run in runs_of(months))


def said_run(run: Sequence[Month], year: int) -> str:
    shown = [run[0], run[-1]] if len(run) > 2 else run
    names: list[str] = []
    for month in shown:
        names.append(f"{month.number}月" if month.year == year else month.title)
        year = month.year
    return ("—" if len(run) > 2 else "、").join(names)


def runs_of(months: Sequence[Month]) -> list[list[Month]]:
    """The months in runs without a gap."""
    runs: list[list[Month]] = []
    for month in months:
        if runs and month.minus(runs[-1][-1]) == 1:
            runs[-1].append(month)
        else:
            runs.append([month])
    return runs


def said_days(entry: Entry) -> str:
    """3月8日; 6月10日至12日; 6月10日、18日; nothing where no day is known."""
    time = entry.activity.time
    if len(time.days) > 1:
        return "、".join(said_day(day, time.days[place - 1]) for place, day in enumerate(time.days))
    if time.start is None or time.end is None:
        return ""
    first = f"{time.start.month}月{time.start.day}日"
    return first if time.start == time.end else f"{first}至{said_day(time.end, time.start)}"


def said_day(day: date, before: date) -> str:
    """The day without its month when that is the month of an earlier day."""
    return f"{day.day}日" if before < day and before.month == day.month else f"{day.month}月{day.day}日"


@pytest.mark.parametrize(("paragraph", "rows"), ACTIVITIES, ids=[paragraph for paragraph, _ in ACTIVITIES])
def test_activities_stand_where_the_table_says(
    paragraph: str, rows: list[dict[str, str]], tmp_path: Path
) -> None:
    place = _PLACE.search(paragraph)
    assert place, "a table of activities stands below a paragraph that names its period"
    period = f"期间: {place['period']}"
    heading = [place["heading"], ""] if place["heading"] else []
    lines = ["---", "类型: 计划", "标题: 时间", "日期: 2026-01-05", period, "---", *heading]
    first = len(lines) + 1
    lines += [f"- {written(row)}" + ("" if "活动名称" in row else " 参观学习") for row in rows]
    site = build_board(tmp_path, {"plans/2026/时间.md": "\n".join(lines)})
    assert site.problems == ()
    (document,) = site.catalog.shown
    entries = {entry.activity.line: entry for entry in site.catalog.entries_in(document)}
    assert sorted(entries) == list(range(first, first + len(rows)))
    year = document.period.start.year
    for line, row in enumerate(rows, first):
        entry = entries[line]
        read = {
            "这样写": row["这样写"],
            "登在": "年页" if entry.loose else said_months(entry.months, year),
            "日子": said_days(entry),
            "钟点": entry.activity.time.clock or "",
            "活动名称": entry.activity.text,
        }
        assert row == {column: read[column] for column in row}


def test_periods() -> None:
    rows = next(rows for _, rows in TABLES if "从" in rows[0])
    for row in rows:
        period = read_period(written(row))
        assert isinstance(period, Period), row
        assert (period.start.title, period.end.title) == (row["从"], row["到"]), row


def test_dates() -> None:
    rows = next(rows for _, rows in TABLES if "读作" in rows[0])
    for row in rows:
        day = read_date(written(row))
        assert isinstance(day, date), row
        assert said_date(day) == row["读作"]


def test_every_table_is_tested() -> None:
    assert len(TABLES) == len(ACTIVITIES) + 2
    assert sum(len(rows) for _, rows in TABLES) >= 90
