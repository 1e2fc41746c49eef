"""Deadlines, beginnings and what is about a time (SPECIFICATION section 3, rule 10)."""

from __future__ import annotations

from datetime import date

import pytest

from noticeboard.times import Bound, read_leading
from times.tables import context_of


@pytest.mark.parametrize(
    ("place", "text", "deadline"),
    [
        ("2026年", "6月8日前 报送", "2026-06-08"),
        ("2026年", "６月８号之前：报送", "2026-06-08"),
        ("2026年", "6月8日前报送", "2026-06-08"),
        ("2026年", "六月八日以前 报送", "2026-06-08"),
        ("2026年", "**6月8日前** 报送", "2026-06-08"),
        ("2026年", "6月8日17:00前 报送", "2026-06-08"),
        ("2026年", "截至6月8日 报送", "2026-06-08"),
        ("2026年", "截止到6月8日：报送", "2026-06-08"),
        ("2026年", "最迟6月8日 报送", "2026-06-08"),
        ("2026年", "6月8日止 报送", "2026-06-08"),
        ("2026年", "6月5日至8日前 报送", "2026-06-08"),
        ("2026年", "11月底前 报送", "2026-11-30"),
        ("2026年", "6月前 报送", "2026-05-31"),
        ("2026年", "第二季度前 报送", "2026-03-31"),
        ("2026年", "第一季度前 报送", "2026-03-31"),
        ("2026年", "暑假前 体检", "2026-06-30"),
        ("2026年", "年底前 报送", "2026-12-31"),
        ("2026年", "春节前 走访", "2026-02-17"),
        ("2026年", "国庆前 检查", "2026-10-01"),
        ("2026年", "元旦前 慰问", "2026-12-31"),
        ("2026年 · 六月", "8日前 报送", "2026-06-08"),
        ("2026年 · 六月", "月底前 报送", "2026-06-30"),
        ("2026年 · 三月", "3月前 报送", "2026-03-31"),
        ("2025—2026学年第一学期", "春节前 走访", "2026-01-31"),
    ],
)
def test_deadline(place: str, text: str, deadline: str) -> None:
    reading = read_leading(text, context_of(place))
    assert reading is not None and reading.time is not None
    time = reading.time
    assert (time.bound, str(time.deadline)) == (Bound.BEFORE, deadline)
    assert time.text.endswith(("前", "止", "8日"))
    assert time.end is None or time.end <= date.fromisoformat(deadline)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("6月10日起 开放", Bound.FROM),
        ("6月10日开始 开放", Bound.FROM),
        ("6月起 开放", Bound.FROM),
        ("6月20日之后 领取", Bound.AFTER),
        ("6月20日后 领取", Bound.AFTER),
        ("6月15日左右 春游", Bound.AROUND),
        ("6月15日前后 春游", Bound.AROUND),
        ("预计3月 春游", Bound.AROUND),
        ("暂定3月8日 春游", Bound.AROUND),
        ("教师节前夕 慰问", Bound.AROUND),
        ("6月10日起至12日 培训", None),
        ("暑假期间 家访", None),
        ("6月8日 报送", None),
    ],
)
def test_bound_without_a_deadline(text: str, bound: Bound | None) -> None:
    reading = read_leading(text, context_of("2026年"))
    assert reading is not None and reading.time is not None
    assert (reading.time.bound, reading.time.deadline) == (bound, None)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("12月元旦前慰问", "元旦前慰问"),
        ("2026年12月元旦前慰问", "元旦前慰问"),
        ("1月 春节前 走访", "春节前 走访"),
        ("4月元旦前 慰问", "元旦前 慰问"),
        ("2月中秋、国庆前 检查", "中秋、国庆前 检查"),
        ("9月中秋、国庆前 检查", "中秋、国庆前 检查"),
    ],
)
def test_a_festival_left_in_the_title_is_no_deadline(text: str, title: str) -> None:
    reading = read_leading(text, context_of("2026年"))
    assert reading is not None and reading.time is not None
    assert text[reading.length :] == title
    assert (reading.time.bound, reading.time.deadline) == (None, None)
