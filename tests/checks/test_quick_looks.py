"""The quick looks of checks: whatever a check's pattern finds has one of the signs that it looks for first."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from noticeboard.checks.text import likely_placeholder, web_leftover

PATTERNS = [
    (web_leftover._LEFTOVER, lambda text: any(word in text for word in web_leftover._WORDS)),
    (likely_placeholder._BLANK, lambda text: likely_placeholder._SIGNS.search(text) is not None),
]


@pytest.mark.slow
@pytest.mark.parametrize(("pattern", "may_have"), PATTERNS, ids=["web-leftover", "likely-placeholder"])
@given(data=st.data())
@settings(deadline=None)
def test_what_is_found_has_a_sign(pattern: re.Pattern[str], may_have, data) -> None:
    text = data.draw(st.from_regex(re.compile(pattern.pattern, pattern.flags)))
    assert pattern.search(text) is None or may_have(text)
