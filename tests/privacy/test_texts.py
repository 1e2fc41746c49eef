"""Texts as officers write them, in a data file: what holds personal data, and what only looks alike. No one is real."""

from __future__ import annotations

from pathlib import Path

import pytest

from noticeboard.checks.personal.registry import PERSONAL
from noticeboard.privacy.normalized_text import NormalizedText
from noticeboard.privacy.written_digits import with_plain_digits

_FILES = sorted((Path(__file__).parent / "texts").glob("*.tsv"))
_LINES = [line for file in _FILES for line in file.read_text(encoding="utf-8").splitlines()]
TEXTS = [(code, text.replace("\\n", "\n")) for code, text in (line.split("\t", 1) for line in _LINES)]
"""The check that tells of a text, ``-`` for none, ``missed`` for one that should be told and is not, and the text; ``\\n`` stands for the end of a line."""


def _codes(text: str) -> set[str]:
    reading = NormalizedText.of(text)
    return {check.code for check in PERSONAL if any(True for _ in check.find(reading))}


def test_told() -> None:
    """All in one test: one a text takes longer to count than to read."""
    assert [
        (code, text) for code, text in TEXTS if code not in ("-", "missed") and code not in _codes(text)
    ] == []


def test_not_told() -> None:
    assert [(text, told) for code, text in TEXTS if code == "-" and (told := _codes(text))] == []


def test_missed() -> None:
    """Names that are ordinary words, mostly. One that is told now is marked so, and their share stays small."""
    missed = [text for code, text in TEXTS if code == "missed"]
    assert [text for text in missed if _codes(text)] == []
    assert len(missed) < 0.02 * sum(code != "-" for code, _ in TEXTS)


def test_there_are_texts_of_both_kinds() -> None:
    assert len(TEXTS) > 2_000 and {check.code for check in PERSONAL} >= {code for code, _ in TEXTS} - {
        "-",
        "missed",
    }


def test_a_text_with_plain_digits_is_as_long_as_before() -> None:
    assert [text for _, text in TEXTS if len(with_plain_digits(text)) != len(text)] == []


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("１３８", "138"),
        ("𝟏𝟑𝟖", "138"),
        ("幺三八零零幺二三四五六", "13800123456"),
        ("二〇二六年三月八日", "二〇二六年三月八日"),
        ("一三五七九", "一三五七九"),
        ("138****5678", "138****5678"),
        ("138**1234**5678", "138\ue000\ue0001234\ue000\ue0005678"),
        ("138<br>1234", "138" + "\ue000" * 4 + "1234"),
    ],
)
def test_plain_digits(written: str, plain: str) -> None:
    assert with_plain_digits(written) == plain
