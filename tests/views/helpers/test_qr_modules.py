"""The modules of QR codes, beside those that segno draws."""

from __future__ import annotations

import pytest
import segno

from noticeboard.views.helpers.qr_modules import modules_of

_LETTERS = "工会公告栏 http://gonghui.example/plans/2026?a=1&b=%E5"


def drawn(text: str) -> list[bytes]:
    return [*map(bytes, segno.make(text, error="m", boost_error=False, micro=False, mode="byte", encoding="utf-8", mask=0).matrix)]  # fmt: skip


def text_of(length: int) -> str:
    """One of so many bytes, no two lengths alike."""
    written = (_LETTERS[length % 5 :] * length).encode()[:length].decode(errors="ignore")
    return written.ljust(length - len(written.encode()) + len(written), "/")


@pytest.mark.parametrize("length", [*range(1, 130), 150, 151, 180, 181, 213, 214, 287, 288, 331, 1059, 1452])
def test_a_text_gives_the_modules_of_the_library(length):
    text = text_of(length)
    assert len(text.encode()) == length
    assert modules_of(text.encode()) == drawn(text)


def test_the_largest_code_is_filled_to_the_last_byte():
    assert modules_of(text_of(2331).encode()) == drawn(text_of(2331))
    assert modules_of(text_of(2332).encode()) is None
