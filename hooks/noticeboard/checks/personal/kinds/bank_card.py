"""Bank cards (Luhn)."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.check import personal_check
from noticeboard.privacy.bank_cards import find_bank_cards
from noticeboard.privacy.normalized_text import NormalizedText, Span
from noticeboard.problems import Level


@personal_check(
    "bank-card", Level.ERROR, name="银行卡号", hint="请删去；要核对的，只留后四位，其余改成星号。"
)
def bank_card(reading: NormalizedText) -> Iterator[Span]:
    return find_bank_cards(reading)
