"""Names beside an illness or a hardship."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.check import personal_check
from noticeboard.privacy.hardships import find_hardships
from noticeboard.privacy.normalized_text import NormalizedText, Span
from noticeboard.problems import Level


@personal_check(
    "hardship", Level.WARNING, name="病困情况", hint="请只写人数、金额和标准；要分得开的，把名字改成“张*三”。"
)
def hardship(reading: NormalizedText) -> Iterator[Span]:
    return find_hardships(reading)
