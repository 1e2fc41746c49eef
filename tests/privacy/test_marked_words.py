"""A word stands in one list, and in the second by its sign."""

from __future__ import annotations

import re

import pytest

from noticeboard.privacy.circumstances import CIRCUMSTANCE
from noticeboard.privacy.condition_pairs import HAPPENS
from noticeboard.privacy.hardship_words import ACTING, ACTS, HELPING, REMEMBERED
from noticeboard.privacy.marked_words import alternatives, by_first_sign, marked, unmarked


def test_only_what_has_the_sign_is_marked() -> None:
    words = "◦看望|慰问|•专家|家(?!访|长)|◦带[领队]"
    assert marked(words, "◦") == "看望|带[领队]"
    assert marked(words, "•") == "专家"
    assert unmarked(words) == "看望|慰问|专家|家(?!访|长)|带[领队]"


@pytest.mark.parametrize("pattern", [CIRCUMSTANCE, HAPPENS, ACTS, ACTING, HELPING, REMEMBERED])
def test_no_sign_is_left_in_a_pattern_and_no_word_is_empty(pattern: re.Pattern[str]) -> None:
    assert not set("◦•") & set(pattern.pattern)
    assert pattern.search("") is None


@pytest.mark.parametrize(
    "words", ["肝炎|肝病(?!区)|[父母]亡|炎", r"[^，]炎|病", "(?:肝|肾)炎", "肝?炎", "肝炎||病"]
)
def test_words_by_their_first_sign(words: str) -> None:
    """They find the same, or are refused: what may begin with anything has no first sign."""
    text = "肝炎、肝病区、肝病、父亡、母亡、炎"
    try:
        quick = re.compile(by_first_sign(words))
    except ValueError:
        assert not all(re.match(r"[\u4e00-\u9fff](?!\?)|\[[^^]", word) for word in alternatives(words))
    else:
        assert quick.findall(text) == re.findall(words, text) != []


def test_words_of_both_lists() -> None:
    for pattern in (ACTS, ACTING):
        assert pattern.search("走访")
    for pattern in (ACTS, HELPING):
        assert pattern.search("护士")
    assert ACTING.search("纪念") and REMEMBERED.search("纪念") and not ACTS.search("纪念")
    assert not ACTING.search("朗诵") and not HELPING.search("朗诵")
