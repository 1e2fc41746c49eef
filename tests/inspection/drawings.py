"""EMF and WMF that say something, for tests."""

from __future__ import annotations

import struct


def emf_record(kind: int, content: bytes) -> bytes:
    """A record, filled up to four bytes."""
    content += bytes(-len(content) % 4)
    return struct.pack("<II", kind, 8 + len(content)) + content


def placed_text(text: bytes, count: int, start: int, options: int = 0) -> bytes:
    """An EmrText of `count` letters that begin at `start` of its record."""
    return struct.pack("<iiIII4iI", 0, 0, count, start, options, 0, 0, 0, 0, 0) + text


def wide_text(text: str, options: int = 0) -> bytes:
    """EMR_EXTTEXTOUTW."""
    return emf_record(84, bytes(28) + placed_text(text.encode("utf-16-le"), len(text), 76, options))


def emf(*records: bytes) -> bytes:
    """A whole EMF."""
    head = bytes(32) + b" EMF" + bytes(44)
    return emf_record(1, head) + b"".join(records) + emf_record(14, struct.pack("<III", 0, 16, 20))


def wmf_record(kind: int, content: bytes) -> bytes:
    """A record, filled up to a word."""
    content += bytes(len(content) % 2)
    return struct.pack("<IH", 3 + len(content) // 2, kind) + content


def wmf(*records: bytes, head: bytes = b"\xd7\xcd\xc6\x9a" + bytes(18)) -> bytes:
    """A whole WMF."""
    return head + b"\1\0\x09\0\0\3" + bytes(12) + b"".join(records) + wmf_record(0, b"")
