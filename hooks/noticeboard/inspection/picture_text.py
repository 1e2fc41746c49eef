"""What is written into a picture beside what it shows: comments, captions and the names of who took it.

PNG keeps it in the chunks tEXt, zTXt, iTXt and eXIf (PNG specification, third edition, section 11.3), JPEG in its segments
COM and APP1 to APP13 (ITU-T T.81, annex B), WebP in the chunks EXIF and XMP (RFC 9649).
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator

from noticeboard.inspection.passages import TextPassage
from noticeboard.patterns import pattern_of

_PLACE = "图片自带的文字"
_LONGEST = 1 << 20
"""No caption is longer; what unfolds to more is a bomb."""
_PNG_TEXTS = (b"tEXt", b"zTXt", b"iTXt", b"eXIf")
_WEBP_TEXTS = (b"EXIF", b"XMP ")
_START_OF_SCAN, _COMMENT = 0xDA, 0xFE
_APPLICATIONS = range(0xE1, 0xEE)
_ENDS = 1 << 18
"""Films, sounds and other pictures are described at their beginning or end."""
_RUN = re.compile(
    rb"(?:[0-9A-Za-z ,.:;+()@_-]|[\xe4-\xe9][\x80-\xbf]{2}|\xe3\x80[\x80-\xbf]|\xef[\xbc\xbd][\x80-\xbf]){8,}"
)
_WRITTEN = pattern_of(r"[\u4e00-\u9fff\u3000-\u303f\uff00-\uffefA-Za-z0-9 ,.:;+\-()/@_]{4,}")
"""What may be text among the numbers of Exif: its lengths and places lie between."""


def texts_of_picture(data: bytes) -> Iterator[TextPassage]:
    """Each text of a PNG, JPEG or WebP; none for other kinds. A broken picture has what stands before the break."""
    for block in _blocks(data):
        text = "\n".join(_lines(block))
        if text:
            yield TextPassage(text, _PLACE)


def _blocks(data: bytes) -> Iterator[bytes]:
    try:
        if data.startswith(b"\x89PNG"):
            yield from _of_png(data)
        elif data.startswith(b"\xff\xd8"):
            yield from _of_jpeg(data)
        elif data[8:12] == b"WEBP":
            yield from _of_webp(data)
        else:
            yield from (_readable(part) for part in (data[:_ENDS], data[_ENDS:][-_ENDS:]))
    except (struct.error, zlib.error):
        return
    yield _readable(data[picture_end(data) :][:_LONGEST])


def picture_end(data: bytes) -> int:
    """Where a PNG or JPEG ends: what stands behind shows nowhere. The end of the file for other kinds."""
    if data.startswith(b"\x89PNG"):
        end = data.rfind(b"IEND")
        return end + 8 if end >= 0 else len(data)
    if data.startswith(b"\xff\xd8"):
        end = data.rfind(b"\xff\xd9")
        return end + 2 if end >= 0 else len(data)
    return len(data)


def _readable(part: bytes) -> bytes:
    """The runs of letters in it, one a line: between them lies what no letter is."""
    return b"\n".join(found[0] for found in _RUN.finditer(part))


def _of_png(data: bytes) -> Iterator[bytes]:
    place = 8
    while place + 8 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, place)
        content = data[place + 8 : place + 8 + length]
        if kind in _PNG_TEXTS:
            yield _unfolded(kind, content)
        place += length + 12


def _unfolded(kind: bytes, content: bytes) -> bytes:
    """The text of a chunk, behind its keyword and, in iTXt, the language and the translated keyword."""
    if kind == b"eXIf":
        return content
    keyword, _, rest = content.partition(b"\0")
    if kind == b"tEXt":
        return keyword + b"\n" + rest
    if kind == b"zTXt":
        return keyword + b"\n" + _inflated(rest[1:])
    packed, rest = rest[:1], rest[2:]
    _, _, rest = rest.partition(b"\0")
    translated, _, text = rest.partition(b"\0")
    return translated + b"\n" + (_inflated(text) if packed == b"\1" else text)


def _inflated(data: bytes) -> bytes:
    return zlib.decompressobj().decompress(data, _LONGEST)


def _of_jpeg(data: bytes) -> Iterator[bytes]:
    place = 2
    while place + 4 <= len(data) and data[place] == 0xFF:
        kind, length = data[place + 1], struct.unpack_from(">H", data, place + 2)[0]
        if kind == _START_OF_SCAN:
            return
        if kind == _COMMENT or kind in _APPLICATIONS:
            yield data[place + 4 : place + 2 + length]
        place += 2 + length


def _of_webp(data: bytes) -> Iterator[bytes]:
    place = 12
    while place + 8 <= len(data):
        kind, length = struct.unpack_from("<4sI", data, place)
        if kind in _WEBP_TEXTS:
            yield data[place + 8 : place + 8 + length]
        place += 8 + length + length % 2


def _lines(block: bytes) -> Iterator[str]:
    """What is written in a block, whatever its letters are written in: nothing tells, and Windows has two-byte fields."""
    block = block[:_LONGEST]
    texts = [block.decode(encoding, "replace") for encoding in ("utf-8", "gb18030", "utf-16-le")]
    texts.append(block[1:].decode("utf-16-le", "replace"))
    found = (match[0].strip() for text in texts for match in _WRITTEN.finditer(text))
    yield from dict.fromkeys(filter(None, found))
