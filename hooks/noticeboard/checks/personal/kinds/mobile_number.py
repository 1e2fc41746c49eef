"""Mobile telephone numbers."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.check import personal_check
from noticeboard.privacy.mobile_numbers import find_mobile_numbers
from noticeboard.privacy.normalized_text import NormalizedText, Span
from noticeboard.problems import Level


@personal_check(
    "mobile-number",
    Level.WARNING,
    name="手机号",
    hint="请改成办公室电话，或把中间四位改成星号：138****5678。",
)
def mobile_number(reading: NormalizedText) -> Iterator[Span]:
    return find_mobile_numbers(reading)
