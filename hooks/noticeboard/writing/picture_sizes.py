"""How wide and high a picture is, by its first bytes (PNG 11.2.1, GIF89a 18, JPEG T.81 B.2.2)."""

from __future__ import annotations

import struct

KINDS = ("png", "gif", "jpeg")
"""Of pictures, as names end and as types of content say."""
_PNG, _GIF, _JPEG = b"\x89PNG\r\n\x1a\n", (b"GIF87a", b"GIF89a"), b"\xff\xd8"
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Markers of JPEG behind which the size stands; the three others say how it is packed."""


def picture_size(data: bytes) -> tuple[str, int, int] | None:
    """The ending of its name, width and height in pixels, of a picture that Word shows; None of any other."""
    try:
        if data.startswith(_PNG) and data[12:16] == b"IHDR":
            return _whole("png", *struct.unpack(">II", data[16:24]))
        if data.startswith(_GIF):
            return _whole("gif", *struct.unpack("<HH", data[6:10]))
        if data.startswith(_JPEG):
            return _jpeg(data)
    except struct.error:
        # It ends before it has said its size.
        return None
    return None


def _jpeg(data: bytes) -> tuple[str, int, int] | None:
    place = 2
    while place + 9 <= len(data) and data[place] == 0xFF:
        marker = data[place + 1]
        if marker == 0xFF:
            place += 1
            continue
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", data[place + 5 : place + 9])
            return _whole("jpeg", width, height)
        place += 2 + int.from_bytes(data[place + 2 : place + 4], "big")
    return None


def _whole(kind: str, width: int, height: int) -> tuple[str, int, int] | None:
    return (kind, width, height) if width and height else None
