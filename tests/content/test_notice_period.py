from datetime import date

import pytest

from noticeboard.content.notice_period import NoticePeriod, NoticeState, read_notice_period

ISSUED = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2026-03-02 至 2026-03-06", date(2026, 3, 2), date(2026, 3, 6)),
        ("2026年3月2日至6日", date(2026, 3, 2), date(2026, 3, 6)),
        ("5个工作日", date(2026, 3, 2), date(2026, 3, 6)),
        ("五个工作日", date(2026, 3, 2), date(2026, 3, 6)),
        ("５工作日", date(2026, 3, 2), date(2026, 3, 6)),
        ("7个自然日", date(2026, 3, 2), date(2026, 3, 8)),
        ("1个工作日", date(2026, 3, 2), date(2026, 3, 2)),
    ],
)
def test_periods(text, start, end):
    period, faults = read_notice_period(text, ISSUED)
    assert faults == ()
    assert (period.start, period.end, period.text) == (start, end, text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("五天", "notice-period-unclear"),
        ("5日", "notice-period-unclear"),
        ("0个工作日", "notice-period-length"),
        ("-3个工作日", "notice-period-length"),
        ("999个工作日", "notice-period-length"),
        ("2026-03-06 至 2026-03-02", "reversed-range"),
    ],
)
def test_faults(text, code):
    period, faults = read_notice_period(text, ISSUED)
    assert period is None
    assert [fault.code for fault in faults] == [code]


@pytest.mark.parametrize("text", ["很久", "2026-02-30 至 2026-03-06", "至", "", "2026-03-02"])
def test_what_is_no_period_is_a_fault_and_no_guess(text):
    period, faults = read_notice_period(text, ISSUED)
    assert period is None
    assert len(faults) == 1


def test_a_year_without_holiday_data_warns():
    period, faults = read_notice_period("5个工作日", date(2050, 3, 1))
    assert period.end == date(2050, 3, 7)
    assert [(fault.code, fault.level.value) for fault in faults] == [("holidays-unknown", "warning")]


@pytest.mark.parametrize(
    ("today", "state", "left"),
    [
        (date(2026, 3, 1), NoticeState.UPCOMING, 5),
        (date(2026, 3, 2), NoticeState.OPEN, 5),
        (date(2026, 3, 6), NoticeState.OPEN, 1),
        (date(2026, 3, 7), NoticeState.ENDED, 0),
    ],
)
def test_state(today, state, left):
    period = NoticePeriod("", date(2026, 3, 2), date(2026, 3, 6))
    assert (period.state(today), period.days_left(today)) == (state, left)
