"""What is written into pictures beside what they show, and letters that are written as numbers."""

from __future__ import annotations

import json
import struct
import zlib

import pytest

from noticeboard.inspection.inspect import inspect

SAID = "王小芳，乳腺癌，电话13800138000"
IHDR = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    parts = [(b"IHDR", IHDR), *chunks, (b"IDAT", zlib.compress(b"\0\0\0\0")), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )


def jpeg(kind: int, data: bytes) -> bytes:
    return (
        b"\xff\xd8\xff"
        + bytes([kind])
        + struct.pack(">H", len(data) + 2)
        + data
        + b"\xff\xda\x00\x02\xff\xd9"
    )


def webp(kind: bytes, data: bytes) -> bytes:
    chunk = kind + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)
    return b"RIFF" + struct.pack("<I", len(chunk) + 4) + b"WEBP" + chunk


UTF8, GBK, WIDE = SAID.encode(), SAID.encode("gb18030"), SAID.encode("utf-16-le")
EXIF = b"II*\0\x08\0\0\0\x01\0\x9c\x9c\x01\0"


@pytest.mark.parametrize(
    "data",
    [
        png((b"tEXt", b"Comment\0" + UTF8)),
        png((b"tEXt", b"Comment\0" + GBK)),
        png((b"zTXt", b"Comment\0\0" + zlib.compress(UTF8))),
        png((b"iTXt", b"Comment\0\0\0zh\0\0" + UTF8)),
        png((b"iTXt", b"Comment\0\x01\0zh\0\0" + zlib.compress(UTF8))),
        png((b"eXIf", EXIF + WIDE)),
        jpeg(0xFE, UTF8),
        jpeg(0xFE, GBK),
        jpeg(0xE1, b"Exif\0\0" + EXIF + WIDE),
        jpeg(0xE1, b"http://ns.adobe.com/xap/1.0/\0<dc:description>" + UTF8 + b"</dc:description>"),
        jpeg(0xED, b"Photoshop 3.0\0" + UTF8),
        webp(b"XMP ", UTF8),
        webp(b"EXIF", EXIF + UTF8),
        json.dumps({"备注": SAID}).encode(),
        json.dumps([SAID]).encode("utf-16"),
        "".join(f"&#{ord(letter)};" for letter in SAID).encode(),
        "".join(f"&#x{ord(letter):x};" for letter in SAID).encode(),
    ],
)
def test_what_is_written_is_found(data: bytes) -> None:
    found = inspect(data, "附件.bin")
    assert {hit.detector for hit in found.hits} == {"hardship", "mobile-number"}


@pytest.mark.parametrize(
    "data",
    [
        png((b"tEXt", b"Software\0Paint 13.80")),
        png((b"zTXt", b"Comment\0\0broken")),
        png()[:-20],
        png((b"iTXt", b"Comment\0\x01")),
        jpeg(0xE0, b"JFIF\0\x01\x01"),
        b"\xff\xd8\xff\xe1\xff",
        webp(b"XMP ", b"")[:-3],
        b"RIFF\0\0\0\0WEBPXMP ",
        json.dumps({"说明": "\ud800 四月体检"}).encode(),
        b"C:\\users\\u12",
    ],
)
def test_what_says_nothing_and_what_is_broken(data: bytes) -> None:
    assert inspect(data, "附件.bin").hits == ()


def test_a_text_that_unfolds_without_end_is_cut() -> None:
    assert inspect(png((b"zTXt", b"Comment\0\0" + zlib.compress(bytes(50_000_000)))), "图.png").hits == ()


def test_the_place_is_told() -> None:
    assert inspect(png((b"tEXt", b"Comment\0" + UTF8)), "图.png").hits[0].where == "图片自带的文字"
    assert inspect(b"{}\n" + json.dumps(SAID).encode(), "表.json").hits[0].where == "第 2 行"
