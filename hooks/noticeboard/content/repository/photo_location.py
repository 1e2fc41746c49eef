"""Where a photo or a film was taken, as the camera has written it into the file; and the file without it.

All is blanked in its place, so that nothing else of the file moves and the same file always gives the same bytes. What is
looked for: the GPS directory of Exif (CIPA DC-008, 4.6.6), wherever a TIFF header (TIFF 6.0, section 2) stands, in JPEG, PNG,
WebP, HEIC, AVIF and TIFF; the GPS properties of XMP, in GIF too; the place in films of phones (`©xyz`, ISO 6709; `loci`). PNG parts that are packed are taken out.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from pathlib import Path

from noticeboard.content.repository.file_types import ending_of

_ENDINGS = frozenset("jpg jpeg png gif webp heic heif avif tif tiff mp4 m4v m4a mov".split())  # noqa: SIM905
_TIFF = re.compile(rb"II\*\0|MM\0\*")
_XMP = re.compile(
    rb"""[\w-]{1,40}:gps\w{1,40}\s*=\s*(?:"[^"<]{0,400}"|'[^'<]{0,400}')|<([\w-]{1,40}:gps\w{1,40})\b[^<>]{0,200}>[^<]{0,400}</\1\s*>""",
    re.IGNORECASE,
)
_FILM = re.compile(rb"[+-]\d{2,3}\.\d{2,8}[+-]\d{3}\.\d{2,8}(?:[+-]\d{1,6}(?:\.\d{1,6})?)?/")
"""ISO 6709, as phones write it: +39.9042+116.4074/"""
_LOCATION_BOX = re.compile(rb"loci\0\0\0\0[\0-\x7f]")
"""The same in 3GPP TS 26.244, section 8.10: a box with numbers."""
_PNG = b"\x89PNG\r\n\x1a\n"
_HEX = re.compile(rb"\n\s*([0-9a-f\s]{20,})\s*$")
_GPS, _ENTRY = 0x8825, 12
_POINTERS = frozenset({0x8769, 0x014A})
_MOST_ENTRIES, _MOST_DIRECTORIES = 512, 32
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8}
"""TIFF's types of values, and the bytes of one."""
_LARGEST_BOX = 1024
_LARGEST_TEXT = 4 * 1024 * 1024


def is_cleaned(name: str) -> bool:
    """Whether a file called so is published without the place."""
    return ending_of(name) in _ENDINGS


def published_bytes(place: Path) -> bytes | None:
    """What is published instead of the file at `place`; None where it is published as it is. Raises OSError."""
    if not is_cleaned(place.name):
        return None
    data = place.read_bytes()
    cleaned = without_location(data)
    return None if cleaned == data else cleaned


def tells_location(data: bytes) -> bool:
    """Whether it is said in `data`, a picture, a film or a file with some inside, where one of them was taken."""
    return without_location(data) != data


def without_location(data: bytes) -> bytes:
    """`data` without the places that pictures and films in it tell; itself where there is none."""
    if data.startswith(_PNG):
        return _without_location_png(data)
    changed = bytearray(data)
    for found in _TIFF.finditer(data):
        _blank_gps(changed, found.start())
    says_gps = any(name in data for name in (b":GPS", b":Gps", b":gps"))
    is_film = data[4:8] in (b"ftyp", b"moov", b"mdat", b"wide")
    for pattern in (*([_XMP] if says_gps else []), *([_FILM] if is_film else [])):
        for found in pattern.finditer(data):
            changed[found.start() : found.end()] = b" " * (found.end() - found.start())
    for found in _LOCATION_BOX.finditer(data) if is_film else ():
        # Not a place any more, but room that is free (ISO/IEC 14496-12, section 8.1.2).
        size = int.from_bytes(data[max(found.start() - 4, 0) : found.start()], "big")
        if 16 <= size <= _LARGEST_BOX:
            end = min(found.start() - 4 + size, len(data))
            changed[found.start() : end] = b"free" + bytes(end - found.start() - 4)
    return bytes(changed)


def _without_location_png(data: bytes) -> bytes:
    """Chunk by chunk (PNG, section 5.3): those of text that tell a place go, and Exif gets a new check sum."""
    kept = [_PNG]
    place = len(_PNG)
    while place + 12 <= len(data):
        end = place + 12 + int.from_bytes(data[place : place + 4], "big")
        kind, content = data[place + 4 : place + 8], data[place + 8 : end - 4]
        if kind in (b"tEXt", b"zTXt", b"iTXt") and _text_tells(kind, content):
            pass
        elif kind == b"eXIf" and (clean := without_location(content)) != content:
            kept.append(data[place : place + 8] + clean + zlib.crc32(kind + clean).to_bytes(4, "big"))
        else:
            kept.append(data[place:end])
        place = end
        if kind == b"IEND":
            break
    # Behind its end is nothing that a viewer shows.
    kept.append(without_location(data[place:]) if place < len(data) else b"")
    return b"".join(kept)


def _text_tells(kind: bytes, content: bytes) -> bool:
    text = content
    keyword, _, rest = content.partition(b"\0")
    packed = (
        rest[1:]
        if kind == b"zTXt"
        else rest[2:].partition(b"\0")[2].partition(b"\0")[2]
        if kind == b"iTXt" and rest[:1] == b"\1"
        else b""
    )
    if packed:
        try:
            text = keyword + b"\0" + zlib.decompressobj().decompress(packed, _LARGEST_TEXT)
        except zlib.error:
            return False
    if b"gps" in text.lower():
        return True
    written = _HEX.search(text) if keyword.startswith(b"Raw profile type") else None
    return bool(written) and tells_location(bytes.fromhex(_even(written[1])))  # type: ignore[index]  # It was found.


def _even(digits: bytes) -> str:
    plain = b"".join(digits.split()).decode()
    return plain[: len(plain) // 2 * 2]


class _Tiff:
    """The directories below a TIFF header at `base` of `data`, which are changed there."""

    def __init__(self, data: bytearray, base: int) -> None:
        self.data, self.base = data, base
        self.order: str = "little" if data[base : base + 2] == b"II" else "big"

    def number(self, place: int, size: int) -> int:
        """At `place` counted from the header; 0 behind the end of the data."""
        start = self.base + place
        return int.from_bytes(self.data[start : start + size], self.order)  # type: ignore[arg-type]  # One of two words.

    def write(self, place: int, size: int, value: int) -> None:
        start = self.base + place
        self.data[start : start + size] = value.to_bytes(size, self.order)  # type: ignore[arg-type]  # One of two words.

    def blank(self, place: int, size: int) -> None:
        start = self.base + place
        end = min(start + size, len(self.data))
        self.data[start:end] = bytes(max(0, end - start))

    def directories(self) -> Iterator[int]:
        """Where each directory begins: those in a chain, and those inside them."""
        waiting, seen = [self.number(4, 4)], set[int]()
        while waiting and len(seen) < _MOST_DIRECTORIES:
            place = waiting.pop()
            if place < 8 or place in seen or not self.is_directory(place):
                continue
            seen.add(place)
            count = self.number(place, 2)
            yield place
            # Read anew: an entry may have been taken out.
            count = self.number(place, 2)
            waiting.append(self.number(place + 2 + count * _ENTRY, 4))
            for entry in self.entries(place):
                if self.number(entry, 2) in _POINTERS:
                    waiting.append(self.number(entry + 8, 4))

    def is_directory(self, place: int) -> bool:
        """What begins like a header by chance has no directory that lies in the file, with values of known types."""
        count = self.number(place, 2)
        if not 0 < count <= _MOST_ENTRIES or self.base + place + 2 + count * _ENTRY > len(self.data):
            return False
        return all(self.number(entry + 2, 2) in _SIZES for entry in list(self.entries(place))[:4])

    def entries(self, place: int) -> Iterator[int]:
        return (place + 2 + index * _ENTRY for index in range(self.number(place, 2)))


def _blank_gps(data: bytearray, base: int) -> None:
    tiff = _Tiff(data, base)
    for directory in tiff.directories():
        entry = next((it for it in tiff.entries(directory) if tiff.number(it, 2) == _GPS), None)
        if entry is None:
            continue
        gps = tiff.number(entry + 8, 4)
        if tiff.is_directory(gps):
            _blank_directory(tiff, gps)
        _take_out(tiff, directory, entry)


def _blank_directory(tiff: _Tiff, place: int) -> None:
    for entry in tiff.entries(place):
        size = tiff.number(entry + 4, 4) * _SIZES.get(tiff.number(entry + 2, 2), 1)
        if 4 < size <= 1024:
            tiff.blank(tiff.number(entry + 8, 4), size)
    tiff.blank(place, 2 + tiff.number(place, 2) * _ENTRY)


def _take_out(tiff: _Tiff, directory: int, entry: int) -> None:
    """The entries behind it, and where the next directory stands, move up by one."""
    count = tiff.number(directory, 2)
    if not count:
        # It named itself.
        return
    end = directory + 2 + count * _ENTRY + 4
    start = tiff.base
    rest = tiff.data[start + entry + _ENTRY : start + end]
    tiff.data[start + entry : start + entry + len(rest)] = rest
    tiff.blank(end - _ENTRY, _ENTRY)
    tiff.write(directory, 2, count - 1)
