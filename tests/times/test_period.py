from __future__ import annotations

from datetime import date

import pytest

from noticeboard.problems import Fault
from noticeboard.times import Month, Period, read_period
from times.tables import Case, rows

CASES = list(rows("periods.md"))
PERIODS = [case for case in CASES if case.place != "Faults"]
FAULTS = [case for case in CASES if case.place == "Faults"]


@pytest.mark.parametrize("case", PERIODS, ids=str)
def test_period(case: Case) -> None:
    period = read_period(f" {case.written} ")
    assert isinstance(period, Period)
    assert (str(period.start), str(period.end), str(period.kind), period.title) == case.cells
    assert period.text == case.written


@pytest.mark.parametrize("case", PERIODS, ids=str)
def test_title_is_read_as_the_same_period(case: Case) -> None:
    period = read_period(case.written)
    assert isinstance(period, Period)
    again = read_period(period.title)
    assert isinstance(again, Period)
    assert (again.start, again.end, again.kind) == (period.start, period.end, period.kind)


@pytest.mark.parametrize("case", FAULTS, ids=str)
def test_fault(case: Case) -> None:
    fault = read_period(case.written)
    assert isinstance(fault, Fault)
    assert (fault.code,) == case.cells
    assert fault.message.endswith("。") and fault.hint.endswith("。")


def test_empty_is_no_period() -> None:
    assert isinstance(read_period(" "), Fault)


def test_months_and_membership() -> None:
    period = read_period("2025—2026学年第一学期")
    assert isinstance(period, Period)
    assert [str(month) for month in period.months] == ["2025-09", "2025-10", "2025-11", "2025-12", "2026-01"]
    assert Month(2026, 1) in period and Month(2026, 2) not in period
    assert date(2025, 9, 1) in period and date(2025, 8, 31) not in period


@pytest.mark.parametrize(
    ("written", "school_year"),
    [
        ("2025—2026学年", 2025),
        ("2025—2026学年第一学期", 2025),
        ("2025—2026学年第二学期", 2025),
        ("2026年", None),
        ("2025年9月—2026年8月", None),
    ],
)
def test_school_year(written: str, school_year: int | None) -> None:
    period = read_period(written)
    assert isinstance(period, Period)
    assert period.school_year == school_year
