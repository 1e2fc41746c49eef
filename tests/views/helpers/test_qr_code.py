"""QR codes, read back by another library from the picture itself."""

from __future__ import annotations

import re

import pytest
import segno
import zxingcpp

from noticeboard.views.helpers.qr_code import qr_code
from noticeboard.views.helpers.qr_matrix import qr_matrix

_SCALE = 4


def decoded(svg: str) -> list[str]:
    """What a reader of codes finds in the picture, whose runs of dark modules are drawn line by line."""
    size = int(re.search(r'viewBox="0 0 (\d+) \1"', svg)[1])
    dark = set()
    x = y = 0.0
    for command, first, second in re.findall(
        r"([Mmh])(-?[\d.]+)(?: ?(-?[\d.]+))?", svg.rpartition(' d="')[2]
    ):
        if command == "h":
            dark.update((int(x) + step, int(y)) for step in range(int(first)))
            x += float(first)
        else:
            x, y = (float(first), float(second)) if command == "M" else (x + float(first), y + float(second))
    side = size * _SCALE
    pixels = bytes(
        0 if (column // _SCALE, row // _SCALE) in dark else 255
        for row in range(side)
        for column in range(side)
    )
    return [code.text for code in zxingcpp.read_barcodes(memoryview(pixels).cast("B", (side, side)))]


@pytest.mark.parametrize(
    "address",
    [
        "http://gonghui.example/",
        "https://oa.example.internal:8443/union/board/plans/2026/jing-fei-jue-suan-gong-kai/index.html",
        "http://工会.example/公告/plans/2026/a/",
        "http://gonghui.example/" + "plans/" * 60,
        *(f"http://10.2.3.{number}/plans/2026/tong-zhi-{number}/" for number in range(40)),
    ],
)
def test_every_address_can_be_read_back(address):
    assert decoded(qr_code(address)) == [address]


def test_the_same_address_gives_the_same_picture():
    assert qr_code("http://gonghui.example/a/") == qr_code("http://gonghui.example/a/")


def test_what_no_code_can_hold_gives_none():
    assert qr_code("http://gonghui.example/" + "a" * 3000) == ""


def test_nothing_of_the_text_comes_into_the_page():
    assert "script" not in qr_code('http://gonghui.example/"><script>alert(1)</script>')


CAPACITIES = (
    14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624, 666,
    711, 779, 857, 911, 997, 1059, 1125, 1190, 1264, 1370, 1452, 1538, 1628, 1722, 1809, 1911, 1989, 2099, 2213, 2331,
)  # fmt: skip
"""Bytes that a code of level M holds, by version (ISO/IEC 18004, table 7)."""


@pytest.mark.parametrize("version", range(1, 41))
def test_codes_of_all_sizes_are_those_of_another_encoder(version: int):
    most = CAPACITIES[version - 1]
    for length in {*range(max(1, most - 3), most + 1), most // 2}:
        text = bytes(33 + 7 * index % 90 for index in range(length)).decode()
        code = segno.make(
            text, error="m", boost_error=False, micro=False, mode="byte", encoding="utf-8", mask=0
        )
        assert qr_matrix(text.encode()) == list(code.matrix)


def test_the_smallest_code_is_taken():
    sides = [(len(qr_matrix(b"a" * most)), len(qr_matrix(b"a" * (most + 1)))) for most in CAPACITIES[:-1]]
    assert sides == [(17 + 4 * version, 21 + 4 * version) for version in range(1, 40)]
    assert qr_matrix(b"a" * CAPACITIES[-1]) and qr_matrix(b"a" * (CAPACITIES[-1] + 1)) is None
