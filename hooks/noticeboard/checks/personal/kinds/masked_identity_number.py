"""Identity numbers whose mask leaves too much."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.check import personal_check
from noticeboard.privacy.identity_numbers import find_masked_identity_numbers
from noticeboard.privacy.normalized_text import NormalizedText, Span
from noticeboard.problems import Level


@personal_check(
    "masked-identity-number",
    Level.WARNING,
    name="遮得不够的身份证号",
    hint="请删去，或前后最多各留三位：110************715。",
)
def masked_identity_number(reading: NormalizedText) -> Iterator[Span]:
    return find_masked_identity_numbers(reading)
