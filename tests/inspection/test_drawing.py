"""What EMF and WMF say is read out of their records of text alone."""

from __future__ import annotations

import random
import struct
from itertools import chain

import pytest

from inspection.drawings import emf, emf_record, placed_text, wide_text, wmf, wmf_record
from noticeboard.inspection.inspect import inspect

SAID = "职工王小芳患乳腺癌住院，手机13812345678"
WIDE, NARROW = SAID.encode("utf-16-le"), SAID.encode("gb18030")
PLUS = (
    struct.pack("<HHIIIII4f", 0x401C, 0, 40 + len(WIDE), 28 + len(WIDE), 0, 0, len(SAID), 0, 0, 0, 0) + WIDE
)
RUN = struct.pack("<HHIIIIII", 0x4036, 0, 28 + len(WIDE), 16 + len(WIDE), 0, 1, 0, len(SAID)) + WIDE
BROKEN = "它损坏了或写法特殊"


def two_texts() -> bytes:
    """EMR_POLYTEXTOUTW."""
    first, second = SAID[:12], SAID[12:]
    start = 40 + 2 * 40
    places = placed_text(b"", len(first), start) + placed_text(b"", len(second), start + 2 * len(first))
    return emf_record(97, bytes(28) + struct.pack("<I", 2) + places + WIDE)


def comment(content: bytes) -> bytes:
    return emf_record(70, struct.pack("<I", 4 + len(content)) + b"EMF+" + content)


DRAWINGS = {
    "words": emf(wide_text(SAID)),
    "words of bytes": emf(emf_record(83, bytes(28) + placed_text(NARROW, len(NARROW), 76))),
    "signs one by one": emf(*map(wide_text, SAID)),
    "many words": emf(two_texts()),
    "small words": emf(emf_record(108, struct.pack("<iiII", 0, 0, len(SAID), 0x100) + bytes(12) + WIDE)),
    "small words in a frame": emf(emf_record(108, struct.pack("<iiII", 0, 0, len(SAID), 0) + bytes(28) + WIDE)),
    "words of EMF+": emf(comment(PLUS)),
    "a run of EMF+": emf(comment(RUN)),
    "name": emf_record(1, bytes(32) + b" EMF" + bytes(16) + struct.pack("<II", len(SAID), 88) + bytes(20) + WIDE)
    + emf()[88:],
    "behind a megabyte": emf(emf_record(81, bytes(2 << 20)), wide_text(SAID)),
    "behind a record that is wrong": emf(emf_record(84, b""), wide_text(SAID)),
    "behind shapes": emf(wide_text("x", 0x10), wide_text(SAID)),
    "WMF": wmf(wmf_record(0x0521, struct.pack("<H", len(NARROW)) + NARROW)),
    "WMF without a place": wmf(wmf_record(0x0521, struct.pack("<H", len(NARROW)) + NARROW), head=b""),
    "WMF with places": wmf(wmf_record(0x0A32, struct.pack("<hhHH", 0, 0, len(NARROW), 0) + NARROW)),
    "WMF in a frame": wmf(wmf_record(0x0A32, struct.pack("<hhHH", 0, 0, len(NARROW), 4) + bytes(8) + NARROW)),
}  # fmt: skip
FAULTY = ("behind a record that is wrong", "behind shapes")


@pytest.mark.parametrize("name", DRAWINGS)
def test_what_a_drawing_says(name: str) -> None:
    found = inspect(DRAWINGS[name], "附件.bin")
    assert {hit.detector for hit in found.hits} == {"hardship", "mobile-number"}
    assert bool(found.skipped) == (name in FAULTY)


def test_pixels_say_nothing() -> None:
    signs = random.Random(5)
    pixels = bytes(signs.randrange(90, 140) for _ in range(300_000)) + WIDE
    for drawing in (emf(emf_record(81, pixels)), wmf(wmf_record(0x0F43, pixels))):
        found = inspect(drawing, "附件.bin")
        assert (found.hits, found.skipped) == ((), ())


@pytest.mark.parametrize(
    ("drawing", "reason"),
    [
        (emf()[:-4], BROKEN),
        (emf(b"\x54\0\0\0\0\0\0\0"), BROKEN),
        (emf(b"\x54\0\0\0\xff\xff\xff\xff"), BROKEN),
        (emf(emf_record(84, bytes(28) + placed_text(b"", 0xFFFFFFFF, 76))), BROKEN),
        (emf(emf_record(84, bytes(28) + placed_text(b"", 4, 0xFFFFFFFF))), BROKEN),
        (emf(emf_record(97, bytes(28) + b"\xff\xff\xff\xff")), BROKEN),
        (
            emf(emf_record(97, bytes(28) + struct.pack("<I", 99) + placed_text(b"", 2000, 40) * 99)),
            BROKEN,
        ),
        (emf(comment(b"\x1c\x40\0\0\0\0\0\0\0\0\0\0")), BROKEN),
        (emf() + SAID.encode(), "这张图后面还有别的内容，"),
        (emf(wide_text(SAID, 0x10)), "这张图里的字只有字形，"),
        (wmf(b"\0\0\0\0\x21\x05"), BROKEN),
        (wmf(wmf_record(0x0521, b"\xff\xff")), BROKEN),
        (b"\xd7\xcd\xc6\x9a", BROKEN),
        (b"\1\0\0\0" + bytes(36) + b" EMF" + bytes(2 << 20), BROKEN),
    ],
)
def test_what_cannot_be_read_is_told(drawing: bytes, reason: str) -> None:
    assert inspect(drawing, "附件.bin").skipped == (reason,)


@pytest.mark.parametrize("name", ["words", "many words", "words of EMF+", "WMF with places"])
def test_every_break_is_told(name: str) -> None:
    whole = DRAWINGS[name]
    for end in range(44, len(whole)):
        assert inspect(whole[:end], "附件.bin").skipped == (BROKEN,), end


def test_any_size_may_be_wrong() -> None:
    for whole, place in chain.from_iterable(
        ((whole, place) for place in range(44, len(whole) - 3, 4))
        for name, whole in DRAWINGS.items()
        if name in ("words", "many words", "words of EMF+", "WMF in a frame")
    ):
        for wrong in (0, 7, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF):
            drawing = whole[:place] + struct.pack("<I", wrong) + whole[place + 4 :]
            assert set(inspect(drawing, "附件.bin").skipped) <= {
                BROKEN,
                "这张图后面还有别的内容，",
                "这张图里的字只有字形，",
            }
