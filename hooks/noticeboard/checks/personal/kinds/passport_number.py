"""Passports and travel permits."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.check import personal_check
from noticeboard.privacy.normalized_text import NormalizedText, Span
from noticeboard.privacy.passports import find_passports
from noticeboard.problems import Level


@personal_check("passport-number", Level.WARNING, name="护照号", hint="请删去，或只留前三位，其余改成星号。")
def passport_number(reading: NormalizedText) -> Iterator[Span]:
    return find_passports(reading)
