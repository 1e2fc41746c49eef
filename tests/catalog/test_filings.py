"""Which period a summary that is asked for regularly covers."""

from datetime import date

import pytest

from noticeboard.catalog.filings import periods_around
from noticeboard.times import PeriodKind


@pytest.mark.parametrize(
    ("frequency", "day", "before", "now"),
    [
        ("每年", "2026-03-15", "2025-01 2025-12", "2026-01 2026-12"),
        ("每学年", "2026-08-31", "2024-09 2025-08", "2025-09 2026-08"),
        ("每学年", "2026-09-01", "2025-09 2026-08", "2026-09 2027-08"),
        ("每半年", "2026-01-01", "2025-07 2025-12", "2026-01 2026-06"),
        ("每半年", "2026-07-01", "2026-01 2026-06", "2026-07 2026-12"),
        ("每季度", "2026-03-31", "2025-10 2025-12", "2026-01 2026-03"),
        ("每季度", "2026-12-31", "2026-07 2026-09", "2026-10 2026-12"),
        ("每月", "2026-01-31", "2025-12 2025-12", "2026-01 2026-01"),
        ("每月", "2026-03-01", "2026-02 2026-02", "2026-03 2026-03"),
    ],
)
def test_the_period_that_is_over_and_the_one_that_runs(frequency, day, before, now):
    found = periods_around(frequency, date.fromisoformat(day))
    assert [f"{period.start} {period.end}" for period in found] == [before, now]


def test_a_term_ends_where_the_next_begins():
    over, runs = periods_around("每学期", date(2026, 3, 1))
    assert over.end.plus(1) == runs.start
    assert {over.kind, runs.kind} == {PeriodKind.TERM}
