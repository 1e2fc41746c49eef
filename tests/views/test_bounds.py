"""Deadlines, beginnings, kept words and nights in calendars and in what is overdue (SPECIFICATION section 3)."""

from __future__ import annotations

from datetime import date

import pytest
import vobject

from boards import plan
from noticeboard.views.calendar_feed import assets
from noticeboard.views.helpers.activity_times import when


def told(site) -> list[tuple[str, str, str]]:
    content = {asset.address: asset for asset in assets(site.catalog)}["calendar.ics"].content()
    events = vobject.readOne(content.decode()).contents.get("vevent", [])
    return [(event.summary.value, str(event.dtstart.value), str(event.dtend.value)) for event in events]


@pytest.mark.parametrize(
    ("item", "title", "start", "end"),
    [
        ("6月8日前 报送", "（6月8日前）报送", "2026-06-08", "2026-06-09"),
        ("6月8日前报送", "6月8日前报送", "2026-06-08", "2026-06-09"),
        ("6月10日起 开放", "（6月10日起）开放", "2026-06-10", "2026-06-11"),
        ("6月15日左右 春游", "（6月15日左右）春游", "2026-06-15", "2026-06-16"),
        ("6月8日17:00前 报送", "（6月8日17:00前）报送", "2026-06-08", "2026-06-09"),
        ("暑假前 体检", "（暑假前）体检", "2026-06-01", "2026-07-01"),
        ("国庆前 检查", "（国庆前）检查", "2026-10-01", "2026-10-02"),
        ("预计6月 春游", "（预计6月）春游", "2026-06-01", "2026-07-01"),
        ("五一劳动节表彰", "（5月）五一劳动节表彰", "2026-05-01", "2026-06-01"),
        ("6月第一周 教研", "（6月第一周）教研", "2026-06-01", "2026-07-01"),
    ],
)
def test_the_word_stays_in_calendars(board, item: str, title: str, start: str, end: str) -> None:
    site = board({"plans/a.md": plan(f"- {item}\n")}, today=date(2026, 4, 1))
    assert told(site) == [(title, start, end)]


def test_a_night_ends_on_the_next_day(board) -> None:
    site = board({"plans/a.md": plan("- 6月15日 20:30—次日8:00 值班\n")}, today=date(2026, 4, 1))
    assert told(site) == [("值班", "2026-06-15 12:30:00+00:00", "2026-06-16 00:00:00+00:00")]


def test_two_ranges_are_two_events(board) -> None:
    site = board({"plans/a.md": plan("- 6月15日 10点到12点，下午2点到4点 培训\n")}, today=date(2026, 4, 1))
    assert [start[11:16] for _, start, _ in told(site)] == ["02:00", "06:00"]


@pytest.mark.parametrize(
    ("item", "last"),
    [
        ("6月8日前 报送", "2026-06-08"),
        ("6月10日起 开放", "2026-06-30"),
        ("6月15日左右 春游", "2026-06-30"),
        ("暑假前 体检", "2026-06-30"),
        ("春节前 走访", "2026-02-17"),
        ("五一劳动节表彰", "2026-05-31"),
    ],
)
def test_overdue_after_the_last_day(board, item: str, last: str) -> None:
    for day, late in ((date.fromisoformat(last), False), (date(2026, 12, 31), True)):
        site = board({"plans/a.md": plan(f"- {item}\n")}, today=day)
        (entry,) = site.catalog.entries
        assert (str(entry.last_day), entry.overdue) == (last, late)


@pytest.mark.parametrize(
    ("item", "said"),
    [
        ("8日前 报送", "6月8日前"),
        ("15日左右 春游", "6月15日左右"),
        ("第一周 教研", "6月第一周"),
        ("8日下午 座谈", "6月8日（周一）下午"),
        ("8日 20:00—次日6:00 值班", "6月8日（周一）20:00–次日06:00"),
    ],
)
def test_pages_say_the_word(board, item: str, said: str) -> None:
    site = board({"plans/a.md": plan(f"### 六月\n\n- {item}\n")}, today=date(2026, 4, 1))
    (entry,) = site.catalog.entries
    assert when(entry) == said
