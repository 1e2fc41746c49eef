"""Where somebody lives, down to the door."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.check import personal_check
from noticeboard.privacy.home_addresses import find_home_addresses
from noticeboard.privacy.normalized_text import NormalizedText, Span
from noticeboard.problems import Level


@personal_check("home-address", Level.WARNING, name="家庭住址", hint="请删去，或只写到街道、小区，不写门牌。")
def home_address(reading: NormalizedText) -> Iterator[Span]:
    return find_home_addresses(reading)
