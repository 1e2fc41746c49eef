"""The quick looks of checks: whatever a check's pattern finds has one of the signs that it looks for first."""

from __future__ import annotations

import re
from re import _constants, _parser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from noticeboard.checks.text import likely_placeholder, web_leftover
from noticeboard.privacy import circumstances
from noticeboard.privacy.marked_words import unmarked

PATTERNS = [
    (web_leftover._LEFTOVER, lambda text: any(word in text for word in web_leftover._WORDS)),
    (likely_placeholder._BLANK, lambda text: likely_placeholder._SIGNS.search(text) is not None),
]


@pytest.mark.slow
@pytest.mark.parametrize(("pattern", "may_have"), PATTERNS, ids=["web-leftover", "likely-placeholder"])
@given(data=st.data())
@settings(deadline=None)
def test_what_is_found_has_a_sign(pattern: re.Pattern[str], may_have, data) -> None:
    text = data.draw(st.from_regex(pattern))
    assert pattern.search(text) is None or may_have(text)


def _begins(tokens) -> tuple[set[str], bool]:
    """What a parsed pattern may begin with, and whether it may be empty."""
    found: set[str] = set()
    for code, value in tokens:
        if code is _constants.LITERAL:
            return found | {chr(value)}, False
        if code is _constants.IN:
            for kind, sign in value:
                first, last = sign if kind is _constants.RANGE else (sign, sign)
                found |= {chr(number) for number in range(first, last + 1)}
            return found, False
        if code in (_constants.ASSERT, _constants.ASSERT_NOT, _constants.AT):
            continue
        if code is _constants.BRANCH:
            parts = [_begins(part) for part in value[1]]
        elif code is _constants.SUBPATTERN:
            parts = [_begins(value[3])]
        else:  # A repetition: its least number of times, its most, what is repeated.
            least, _, part = value
            begins, empty = _begins(part)
            parts = [(begins, empty or least == 0)]
        found = found.union(*(begins for begins, _ in parts))
        if not any(empty for _, empty in parts):
            return found, False
    return found, True


def test_a_circumstance_begins_as_told() -> None:
    # Every beginning is worked out, not guessed at: one that is missing hides all words that have it.
    begins, empty = _begins(_parser.parse(unmarked(circumstances._ALL)))
    assert not empty
    assert begins == set(circumstances._FIRST)
