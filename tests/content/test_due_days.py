"""The last day of a task, as it is written and seen from the day on which it was given."""

from __future__ import annotations

from datetime import date

import pytest

from noticeboard.content.quantities.due_days import read_due

SINCE = date(2026, 3, 20)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-04-30", date(2026, 4, 30)),
        ("4月30日前", date(2026, 4, 30)),
        ("于4月30日前完成", date(2026, 4, 30)),
        ("3月20日", SINCE),
        ("3月19日", date(2027, 3, 19)),
        ("今年3月19日", date(2026, 3, 19)),
        ("明年3月21日", date(2027, 3, 21)),
        ("2028年3月1日", date(2028, 3, 1)),
        ("4月初", date(2026, 4, 5)),
        ("4月上旬", date(2026, 4, 10)),
        ("4月中", date(2026, 4, 20)),
        ("4月中旬", date(2026, 4, 20)),
        ("4月下旬", date(2026, 4, 30)),
        ("4月底前", date(2026, 4, 30)),
        ("明年2月底", date(2027, 2, 28)),
        ("3月", date(2026, 3, 31)),
        ("2月", date(2027, 2, 28)),
        ("第一季度", date(2026, 3, 31)),
        ("三季度末", date(2026, 9, 30)),
        ("上半年", date(2026, 6, 30)),
        ("下半年内", date(2026, 12, 31)),
        ("年底前", date(2026, 12, 31)),
        ("明年底", date(2027, 12, 31)),
        ("4月31日", None),
        ("2月29日", None),
        ("13月", None),
        ("尽快", None),
        ("", None),
    ],
)
def test_the_last_day(written: str, day: date | None) -> None:
    assert read_due(written, SINCE) == day
