"""One day, however it is written."""

from __future__ import annotations

import pytest

from noticeboard.search.dates import keys_in, mentions_in, whole_date
from noticeboard.search.folding import fold
from noticeboard.search.matching import spots_of
from noticeboard.search.query import terms_of

DAY = {"@03", "@03-08", "@2026-03", "@2026-03-08"}


@pytest.mark.parametrize(
    "written",
    [
        "2026年3月8日",
        "2026-03-08",
        "2026/3/8",
        "2026.3.8",
        "２０２６年３月８號",
        "二〇二六年三月八日",
        "二○二六年三月八日",
        "于2026-03-08至",
    ],
)
def test_notations_of_a_day(written):
    assert set(keys_in(fold(written), {}.get)) == DAY


@pytest.mark.parametrize(
    ("written", "keys"),
    [
        ("3月8日", {"@03", "@03-08"}),
        ("三月八日", {"@03", "@03-08"}),
        ("十二月三十一日", {"@12", "@12-31"}),
        ("三月份", {"@03"}),
        ("2026-03", {"@03", "@2026-03"}),
        ("13月8日", set()),
        ("3月32日", set()),
        ("8203-8204", set()),
        ("1.2.2026.3", set()),
        ("电话6688-1234", set()),
        ("三月三", {"@03"}),
        ("月", set()),
        ("三月廿三日", {"@03", "@03-23"}),
        ("三月卅一日", {"@03", "@03-31"}),
        ("三月零八日", {"@03", "@03-08"}),
        ("三月二十三日", {"@03", "@03-23"}),
        ("12月5日", {"@12", "@12-05"}),
        ("112月5日", set()),
        ("23月1日", set()),
        ("二十三月一日", set()),
        ("一百二月五日", set()),
    ],
)
def test_what_a_date_is_found_by(written, keys):
    assert set(keys_in(written, {}.get)) == keys


def test_a_date_without_its_year_takes_the_one_that_is_meant():
    assert set(keys_in("3月8日", {3: 2026}.get)) == DAY


def test_places_of_dates():
    assert [(one.start, one.end) for one in mentions_in("在2026-03-08和三月九日")] == [(1, 11), (12, 16)]


@pytest.mark.parametrize(
    ("term", "key"),
    [("3月8日", "@03-08"), ("2026-03-08", "@2026-03-08"), ("三月", "@03"), ("3月8日会", None), ("会", None)],
)
def test_a_term_that_is_a_date(term, key):
    date = whole_date(term)
    assert (date.key if date else None) == key


WRITTEN = "12月5日冬泳，11月3日体检，13月1日无此日，23月1日也无。第15日小结。价格112月5日元。"


@pytest.mark.parametrize(
    ("query", "spots"),
    [
        ("2月5日", []),
        ("12月5日", ["12月5日"]),
        ("十二月五日", ["12月5日"]),
        ("1月3日", []),
        ("3月1日", []),
        ("二月", []),
        ("12月", ["12月5日"]),
        ("5日", ["5日", "5日"]),
        ("2月5日冬", []),
        ("12月5日冬", ["12月5日冬"]),
        ("15日", ["15日"]),
        ('"5日冬泳"', ["5日冬泳"]),
        ('"2月5日"', []),
    ],
)
def test_a_digit_is_a_boundary(query, spots):
    (term,) = terms_of(query)
    folded = fold(WRITTEN)
    assert [folded[start:end] for start, end in spots_of(term, folded)] == spots


def test_a_date_finds_every_way_to_write_it():
    (term,) = terms_of("3月23日")
    for written in (
        "三月廿三日",
        "3月23号",
        "三月二十三日",
        "2026-03-23",
        "２０２６年３月２３日",
        "3 月 23 日",
    ):
        folded = fold(f"定于{written}召开")
        assert len(spots_of(term, folded)) == 1, written
