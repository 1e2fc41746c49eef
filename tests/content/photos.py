"""Pictures that say where they were taken: 39°54'20" N, 116°24'30" E."""

from __future__ import annotations

import struct
import zlib

XMP = b'<x:xmpmeta><rdf:Description exif:GPSLatitude="39,54.3N" dc:title="x"><exif:GPSLongitude>116,24.5E</exif:GPSLongitude></rdf:Description></x:xmpmeta>'


def tiff(order: str) -> bytes:
    """Exif with the orientation, the place, and a tag behind it; `order` is ``<`` or ``>``."""

    def entry(tag: int, kind: int, count: int, value: bytes) -> bytes:
        return struct.pack(f"{order}HHI", tag, kind, count) + value

    def number(value: int) -> bytes:
        return struct.pack(f"{order}I", value)

    gps = 8 + 2 + 3 * 12 + 4
    values = gps + 2 + 4 * 12 + 4
    first = [
        entry(0x112, 3, 1, struct.pack(f"{order}HH", 6, 0)),
        entry(0x8825, 4, 1, number(gps)),
        entry(0x9000, 7, 4, b"0231"),
    ]
    place = [
        entry(1, 2, 2, b"N\0\0\0"),
        entry(2, 5, 3, number(values)),
        entry(3, 2, 2, b"E\0\0\0"),
        entry(4, 5, 3, number(values + 24)),
    ]
    head = (b"II*\0" if order == "<" else b"MM\0*") + number(8)
    directories = b"".join(
        struct.pack(f"{order}H", len(entries)) + b"".join(entries) + number(0) for entries in (first, place)
    )
    degrees = b"".join(number(value) + number(1) for value in (39, 54, 20, 116, 24, 30))
    return head + directories + degrees


def jpeg(exif: bytes, *more: bytes) -> bytes:
    parts = (b"Exif\0\0" + exif, *(b"http://ns.adobe.com/xap/1.0/\0" + xmp for xmp in more))
    return (
        b"\xff\xd8"
        + b"".join(b"\xff\xe1" + struct.pack(">H", len(it) + 2) + it for it in parts)
        + b"\xff\xd9"
    )


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(*chunks: bytes) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", bytes(13)) + b"".join(chunks) + chunk(b"IEND", b"")


PHOTO = jpeg(tiff(">"))
