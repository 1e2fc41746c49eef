from datetime import date

import pytest

from noticeboard.content.workdays import count_workdays


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        (date(2026, 3, 2), 5, date(2026, 3, 6)),
        (date(2026, 3, 6), 2, date(2026, 3, 9)),
        (date(2026, 3, 7), 1, date(2026, 3, 9)),
        (date(2026, 9, 30), 2, date(2026, 10, 8)),
        (date(2026, 10, 9), 2, date(2026, 10, 10)),
    ],
)
def test_weekends_holidays_and_make_up_days_are_counted(start, count, end):
    run = count_workdays(start, count)
    assert (run.end, run.known) == (end, True)


def test_a_year_without_data_is_told():
    assert count_workdays(date(2050, 3, 1), 5).known is False
