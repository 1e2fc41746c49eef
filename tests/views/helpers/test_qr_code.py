"""QR codes, read back by another library from the picture itself."""

from __future__ import annotations

import re

import pytest
import zxingcpp

from noticeboard.views.helpers.qr_code import qr_code

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
