"""Resident identity numbers (GB 11643)."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.check import personal_check
from noticeboard.privacy.identity_numbers import find_identity_numbers
from noticeboard.privacy.normalized_text import NormalizedText, Span
from noticeboard.problems import Level


@personal_check(
    "identity-number",
    Level.ERROR,
    name="身份证号",
    hint="请删去，写姓名和部门就够了；非写不可的，只留前三位，其余改成星号。",
)
def identity_number(reading: NormalizedText) -> Iterator[Span]:
    return find_identity_numbers(reading)
