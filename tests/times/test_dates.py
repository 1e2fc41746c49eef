from __future__ import annotations

from datetime import date

import pytest

from noticeboard.problems import Fault
from noticeboard.times import read_date, read_datetime, read_day_range
from times.tables import Case, rows

CASES = list(rows("dates.md"))
ISSUED = date(2026, 3, 1)


def read(case: Case) -> str:
    found = {
        "Date": read_date,
        "Moment": read_datetime,
        "Range": lambda text: read_day_range(text, ISSUED),
    }[case.place](f" {case.written} ")
    if isinstance(found, Fault):
        assert found.message.endswith("。") and found.hint.endswith("。")
        return found.code
    return " ".join(map(str, found)) if isinstance(found, tuple) else str(found)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_date(case: Case) -> None:
    assert (read(case),) == case.cells


def test_a_range_without_a_year_needs_the_date_of_issue() -> None:
    fault = read_day_range("3月2日至6日")
    assert isinstance(fault, Fault)
    assert fault.code == "missing-year"
