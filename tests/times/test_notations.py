"""Every notation of the tables is read as its row says."""

from __future__ import annotations

import pytest

from noticeboard.times import read_heading, read_leading
from times.tables import Case, context_of, rows, shown

ITEMS = list(rows("items.md"))
HEADINGS = list(rows("headings.md"))
NEGATIVES = list(rows("negatives.md"))


@pytest.mark.parametrize("case", ITEMS, ids=str)
def test_item(case: Case) -> None:
    reading = read_leading(case.written, context_of(case.place))
    assert reading is not None
    codes = " ".join(fault.code for fault in reading.faults)
    assert (*shown(reading.time), case.written[reading.length :], codes) == case.cells


@pytest.mark.parametrize("case", HEADINGS, ids=str)
def test_heading(case: Case) -> None:
    reading = read_heading(case.written, context_of(case.place))
    assert reading is not None
    codes = " ".join(fault.code for fault in reading.faults)
    assert (*shown(reading.time), reading.theme, codes) == case.cells


@pytest.mark.parametrize("case", NEGATIVES, ids=str)
def test_text(case: Case) -> None:
    if case.place.startswith("Headings: "):
        assert read_heading(case.written, context_of(case.place.removeprefix("Headings: "))) is None
    else:
        assert read_leading(case.written, context_of(case.place)) is None


def test_tables_are_whole() -> None:
    assert (len(ITEMS) >= 400, len(HEADINGS) >= 70, len(NEGATIVES) >= 100) == (True, True, True)
    for cases in (ITEMS, HEADINGS, NEGATIVES):
        assert len({str(case) for case in cases}) == len(cases), "a row stands twice"
