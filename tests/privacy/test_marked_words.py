"""A word stands in one list, and in the second by its sign."""

from __future__ import annotations

import re

import pytest

from noticeboard.privacy.circumstances import ALONE, CIRCUMSTANCE
from noticeboard.privacy.hardship_words import ACTING, ACTS, HELPING, REASON, REMEMBERED
from noticeboard.privacy.marked_words import marked, unmarked


def test_only_what_has_the_sign_is_marked() -> None:
    words = "◦看望|慰问|•专家|家(?!访|长)|◦带[领队]"
    assert marked(words, "◦") == "看望|带[领队]"
    assert marked(words, "•") == "专家"
    assert unmarked(words) == "看望|慰问|专家|家(?!访|长)|带[领队]"


@pytest.mark.parametrize("pattern", [CIRCUMSTANCE, REASON, ACTS, ACTING, HELPING, REMEMBERED])
def test_no_sign_is_left_in_a_pattern_and_no_word_is_empty(pattern: re.Pattern[str]) -> None:
    assert not set("◦•") & set(pattern.pattern)
    assert pattern.search("") is None


def test_words_of_both_lists() -> None:
    assert {"白血病", "离婚", "低保"} <= set(ALONE.split("|"))
    for pattern in (ACTS, ACTING):
        assert pattern.search("走访")
    for pattern in (ACTS, HELPING):
        assert pattern.search("护士")
    assert ACTING.search("纪念") and REMEMBERED.search("纪念") and not ACTS.search("纪念")
    assert not ACTING.search("朗诵") and not HELPING.search("朗诵")
