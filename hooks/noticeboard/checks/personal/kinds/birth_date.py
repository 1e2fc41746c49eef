"""When somebody was born."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.check import personal_check
from noticeboard.privacy.birth_dates import find_birth_dates
from noticeboard.privacy.normalized_text import NormalizedText, Span
from noticeboard.problems import Level


@personal_check("birth-date", Level.WARNING, name="出生日期", hint="请删去，或只写年份。")
def birth_date(reading: NormalizedText) -> Iterator[Span]:
    return find_birth_dates(reading)
