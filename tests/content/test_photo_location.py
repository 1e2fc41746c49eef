"""Photos lose the place where they were taken, and nothing else."""

from __future__ import annotations

import hashlib
import struct
import zlib
from pathlib import Path

import pytest

from content.photos import PHOTO, XMP, chunk, jpeg, png, tiff
from noticeboard.content.repository.files import list_files, with_digests
from noticeboard.content.repository.photo_location import published_bytes, tells_location, without_location

_DEGREES = {order: struct.pack(f"{order}II", 116, 1) for order in "<>"}
_RAW = b"\nexif\n  10\n" + tiff("<").hex().encode() + b"\n"
_FILM = b"\0\0\0\x18ftypmp42" + bytes(12) + b"\0\x12\x15\xc7+39.9042+116.4074/" + b"data"


_PLACE = b"loci" + bytes(4) + b"\x15\xc7\0\0" + struct.pack(">iii", 116 << 16, 39 << 16, 0) + b"earth\0\0"
_BOX = b"\0\0\0\x18ftyp3gp4" + bytes(12) + struct.pack(">I", len(_PLACE) + 4)


@pytest.mark.parametrize(
    "data",
    [
        jpeg(tiff("<")), jpeg(tiff(">")), jpeg(b"", XMP), jpeg(tiff("<"), XMP), PHOTO + PHOTO, tiff("<"), b"RIFF\0\0\0\0WEBPEXIF" + tiff("<"),
        b"\0\0\0\x18ftypheic" + bytes(12) + b"\0\0\0\6Exif\0\0" + tiff(">"), png(chunk(b"eXIf", tiff("<"))), _FILM, _BOX + _PLACE + b"data",
        png(chunk(b"zTXt", b"Raw profile type exif\0\0" + zlib.compress(_RAW))), png(chunk(b"tEXt", b"exif:GPSLatitude\x0039/1")),
        png(chunk(b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + zlib.compress(XMP))), png() + PHOTO,
    ],
)  # fmt: skip
def test_the_place_goes(data: bytes) -> None:
    cleaned = without_location(data)
    assert tells_location(data)
    assert not tells_location(cleaned)
    assert not any(word in cleaned for word in (*_DEGREES.values(), b"116,24", b"116.4", b"GPS", b"loci"))


def test_a_box_of_a_film_becomes_free_room() -> None:
    assert without_location(_BOX + _PLACE + b"data") == _BOX + b"free" + bytes(len(_PLACE) - 4) + b"data"


@pytest.mark.parametrize("order", "<>")
def test_the_orientation_and_what_stands_behind_stay(order: str) -> None:
    cleaned = without_location(tiff(order))
    assert len(cleaned) == len(tiff(order))
    assert cleaned[8:34] == struct.pack(f"{order}HHHIHHHHI4s", 2, 0x112, 3, 1, 6, 0, 0x9000, 7, 4, b"0231")
    assert cleaned[34:].strip(b"\0") == b""


def test_check_sums_of_a_png_hold() -> None:
    cleaned = without_location(png(chunk(b"eXIf", tiff("<")), chunk(b"IDAT", b"x")))
    assert cleaned == png(chunk(b"eXIf", without_location(tiff("<"))), chunk(b"IDAT", b"x"))


@pytest.mark.parametrize(
    "data",
    [b"", b"II*\0", b"II*\0\xff\xff\xff\xff", b"MM\0*" + bytes(400), PHOTO[:40], PHOTO[:70], PHOTO[:-9], png()[:20], png(chunk(b"zTXt", b"a\0\0broken")),
     jpeg(b"II*\0\x08\0\0\0" + b"\xff" * 60), jpeg(b"II*\0\x08\0\0\0\1\0\x25\x88\4\0\1\0\0\0\x08\0\0\0\x08\0\0\0")],
)  # fmt: skip
def test_broken_ones_do_no_harm(data: bytes) -> None:
    cleaned = without_location(data)
    assert without_location(cleaned) == cleaned


def test_what_tells_no_place_is_published_as_it_is(tmp_path: Path) -> None:
    for name, data in (("图.jpg", jpeg(b"II*\0\x08\0\0\0\0\0")), ("表.csv", PHOTO)):
        (tmp_path / name).write_bytes(data)
        assert published_bytes(tmp_path / name) is None


def test_the_code_is_of_the_bytes_that_are_published(tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "图.JPG").write_bytes(PHOTO)
    files = with_digests(list_files(tmp_path), tmp_path, ["plans/图.JPG"])
    assert files.digests == {"plans/图.JPG": hashlib.sha256(without_location(PHOTO)).hexdigest()}
