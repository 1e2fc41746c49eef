"""The days of the festivals, against the public holidays of eighteen years and against well-known days."""

from __future__ import annotations

from datetime import date

import chinese_calendar
import pytest

from noticeboard.times.festivals import FESTIVALS
from noticeboard.times.months import YEARS

BY_NAME = {festival.name: festival for festival in FESTIVALS}
HOLIDAYS = ("元旦", "春节", "清明", "五一", "端午", "中秋", "国庆")


@pytest.mark.parametrize("name", HOLIDAYS)
@pytest.mark.parametrize("year", range(2008, 2026))
def test_falls_on_a_day_off(name: str, year: int) -> None:
    assert chinese_calendar.is_holiday(BY_NAME[name].on(year))


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("春节", date(1949, 1, 29)),
        ("春节", date(1985, 2, 20)),
        ("春节", date(2026, 2, 17)),
        ("春节", date(2033, 1, 31)),
        ("春节", date(2100, 2, 9)),
        ("元宵", date(2026, 3, 3)),
        ("清明", date(2024, 4, 4)),
        ("清明", date(2026, 4, 5)),
        ("端午", date(2026, 6, 19)),
        ("中秋", date(2020, 10, 1)),
        ("中秋", date(2025, 10, 6)),
        ("中秋", date(2026, 9, 25)),
        ("重阳", date(2026, 10, 18)),
        ("重阳", date(2023, 10, 23)),
        ("一二九", date(2026, 12, 9)),
        ("十一", date(2026, 10, 1)),
    ],
)
def test_known_day(name: str, day: date) -> None:
    assert BY_NAME[name].on(day.year) == day


@pytest.mark.slow
def test_every_festival_has_a_day_in_every_year() -> None:
    for festival in FESTIVALS:
        for year in YEARS:
            assert festival.on(year).year == year
