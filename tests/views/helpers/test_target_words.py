"""Numbers of targets as one says them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from noticeboard.content.quantities.amounts import read_amount
from noticeboard.views.helpers.target_words import plain, quantity


@pytest.mark.parametrize(
    ("number", "amount", "words"),
    [
        ("9999", "≥1元", "9999 元"),
        ("10000", "≥1元", "1万元"),
        ("15000", "≥1元", "1.5万元"),
        ("12345", "≥1元", "12345 元"),
        ("2", "≥90%", "2 个百分点"),
        ("0.50", "≥90%", "0.5 个百分点"),
        ("3", "≥5户", "3 户"),
        ("20000", "≥5人次", "2万人次"),
    ],
)
def test_a_number_in_an_amounts_unit(number: str, amount: str, words: str) -> None:
    assert quantity(Decimal(number), read_amount("指标", amount)) == words


@pytest.mark.parametrize(
    ("number", "words"), [("95.50", "95.5"), ("1200", "1200"), ("1E+3", "1000"), ("0.00", "0")]
)
def test_a_number_as_one_writes_it(number: str, words: str) -> None:
    assert plain(Decimal(number)) == words
