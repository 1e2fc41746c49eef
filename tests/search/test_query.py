"""What a reader typed, as terms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.search.query import MOST, terms_of


def said(query: str) -> list[str]:
    """The terms as `-` where excluded and in `"` where quoted."""
    return [f"{'-' * term.excluded}{'“' * term.quoted}{term.text}" for term in terms_of(query)]


@pytest.mark.parametrize(
    ("query", "terms"),
    [
        ("教代会", ["教代会"]),
        ("食堂  滿意度", ["食堂", "满意度"]),
        ("食堂\u3000满意度", ["食堂", "满意度"]),
        ('"听取，会员"', ["“听取,会员"]),
        ("“听取 会员” 意见", ["“听取会员", "意见"]),
        ('"没有关上', ["“没有关上"]),
        ("食堂 -账目", ["食堂", "-账目"]),
        ("食堂 －“账 目”", ["食堂", "-“账目"]),
        ("2026-03-08", ["2026-03-08"]),
        ("教代会 教代会", ["教代会"]),
        ("ＪＤＨ", ["jdh"]),
        ("<b>粗</b>", ["<b>粗</b>"]),
        (".*", []),
        ('- — ！ “” ""', []),
        ("   ", []),
        ("", []),
        ("\ud800工会", ["\ud800工会"]),
    ],
)
def test_terms(query, terms):
    assert said(query) == terms


def test_the_rest_of_a_long_query_is_left_out():
    assert said("工" * 10_000) == ["工" * MOST]


@given(st.text(alphabet=st.characters()))
def test_no_query_is_an_error(query):
    for term in terms_of(query):
        assert term.text
