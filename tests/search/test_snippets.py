"""The sentence of a hit, cut where it is long."""

from __future__ import annotations

import pytest

from noticeboard.search.query import terms_of
from noticeboard.search.snippets import snippet


def marked(text: str, query: str) -> str:
    return snippet(text, terms_of(query), lambda words: f"[{words}]")


@pytest.mark.parametrize(
    ("before", "shown"),
    [
        ("", ""),
        ("乙" * 30, "乙" * 30),
        ("甲。" + "乙" * 30, "…" + "乙" * 30),
        ("甲。" + "乙" * 31, "…" + "乙" * 30),
        ("甲。" + "乙" * 45, "…" + "乙" * 30),
    ],
)
def test_it_begins_with_its_sentence_where_that_is_near(before: str, shown: str) -> None:
    assert marked(f"{before}春游", "春游") == f"{shown}[春游]"


def test_what_follows_is_cut_and_every_match_in_it_is_marked() -> None:
    assert marked("春游" + "丙" * 70, "春游") == "[春游]" + "丙" * 58 + "…"
    assert marked("春游，再春游。", "春游") == "[春游]，再[春游]。"


def test_without_a_match_it_is_the_beginning() -> None:
    assert marked("工会的通知", "没有") == "工会的通知"
