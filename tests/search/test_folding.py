"""Writing that means the same folds alike."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.search.folding import fold, variants_of


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("工会", "工会"),
        ("ＮＯ．１２", "no.12"),
        ("教職員工會議", "教职员工会议"),
        ("Café CAFÉ", "cafe cafe"),
        ("㎡ ① Ⅷ", "m2 1 viii"),
        ("工　会", "工会"),
        ("第 3 次 会议", "第3次会议"),
        ("Word  2019 版", "word 2019版"),
        ("甲\n乙", "甲\n乙"),
        ("女\u200b职\ufeff工", "女职工"),
        (" 职工 ", "职工"),
        ("“工会”，", "工会,"),
        ("𠮷野 🎉", "𠮷野🎉"),
        ("", ""),
    ],
)
def test_folding(written, folded):
    assert fold(written) == folded


@pytest.mark.slow
@given(st.text())
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)


def test_the_browser_learns_only_what_it_needs():
    assert variants_of({"会", "议"}) == "會会議议"


def test_every_traditional_character_of_the_basic_plane_folds_as_the_browser_folds_it():
    alphabet = {fold(chr(code)) for code in range(0x3400, 0xA000)}
    signs = variants_of(alphabet)
    browser = dict(zip(signs[::2], signs[1::2], strict=True))
    for code in range(0x3400, 0xA000):
        plain = unicodedata.normalize("NFKD", chr(code)).lower()
        assert fold(chr(code)) == "".join(browser.get(sign, sign) for sign in plain)
