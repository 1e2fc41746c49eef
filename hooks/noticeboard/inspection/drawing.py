"""EMF and WMF: the very words that they show. What was embedded into a document stands in its picture too.

Both are lists of what Windows draws, each record with its size. Only the records of text are read (MS-EMF, sections 2.3.5
and 2.2.5; MS-EMFPLUS, section 2.3.4; MS-WMF, section 2.3.3): read as letters, the pixels of a picture inside say anything.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import groupby

from noticeboard.inspection.passages import Budget, NotRead, PassageBuilder, TextPassage

_PLACE = "图片自带的文字"
_PLACEABLE = b"\xd7\xcd\xc6\x9a"
_PLACEABLE_SIZE = 22
_WMF = (b"\1\0\x09\0\0\1", b"\1\0\x09\0\0\3", b"\2\0\x09\0\0\1", b"\2\0\x09\0\0\3")
"""In memory or on disk, a head of nine words, version 1 or 3."""
_WMF_HEAD = 18
_EMF_END, _WMF_END = 14, 0
_GLYPHS = 0x10
"""The numbers of a font's shapes stand instead of letters."""
_NO_RECTANGLE, _BYTES = 0x100, 0x200
_WITH_RECTANGLE = 0x2 | 0x4
_EMF_TEXT = 40
_BROKEN = "它损坏了或写法特殊"


def is_drawing(data: bytes) -> bool:
    """Whether `data` is an EMF or WMF."""
    return _is_emf(data) or data.startswith((_PLACEABLE, *_WMF))


def read_drawing(data: bytes, budget: Budget) -> Iterator[TextPassage]:
    """Its texts, a line each. Raises NotRead behind them when it is broken, goes on behind its end or has shapes for letters."""
    draft = PassageBuilder(_PLACE)
    faults: list[str] = []
    # A program may place each sign by itself; together they are words.
    for alone, texts in groupby(filter(None, _texts(data, budget, faults)), lambda text: len(text) == 1):
        for line in ("".join(texts),) if alone else texts:
            budget.read(len(line))
            draft.add(" ".join(line.split()))
            if draft.is_full:
                yield draft.take()
    yield draft.take()
    if faults:
        raise NotRead(faults[0])


def _is_emf(data: bytes) -> bool:
    return data.startswith(b"\1\0\0\0") and data[40:44] == b" EMF"


def _texts(data: bytes, budget: Budget, faults: list[str]) -> Iterator[str]:
    """What the records say; one that cannot be read is a fault, and the next follows."""
    readers, records = (_EMF_RECORDS, _of_emf(data)) if _is_emf(data) else (_WMF_RECORDS, _of_wmf(data))
    with _noted(faults):
        for kind, start, end in records:
            budget.step()
            if read := readers.get(kind):
                with _noted(faults):
                    yield from read(data[start:end])


@contextmanager
def _noted(faults: list[str]) -> Iterator[None]:
    try:
        yield
    except (NotRead, struct.error) as error:
        reason = error.reason if isinstance(error, NotRead) else _BROKEN
        if reason not in faults:
            faults.append(reason)


def _of_emf(data: bytes) -> Iterator[tuple[int, int, int]]:
    """The kind of each record, and where it begins and ends."""
    end, kind = 0, -1
    while kind != _EMF_END:
        start = end
        kind, size = struct.unpack_from("<II", data, start)
        end = start + size
        _must(size >= 8 and end <= len(data))
        yield kind, start, end
    _must_end(data, end)


def _of_wmf(data: bytes) -> Iterator[tuple[int, int, int]]:
    """The same; sizes are told in words of two bytes."""
    end, kind = (_PLACEABLE_SIZE if data.startswith(_PLACEABLE) else 0) + _WMF_HEAD, -1
    while kind != _WMF_END:
        start = end
        words, kind = struct.unpack_from("<IH", data, start)
        end = start + 2 * words
        _must(words >= 3 and end <= len(data))
        yield kind, start, end
    _must_end(data, end)


def _must(is_sound: bool) -> None:
    if not is_sound:
        raise NotRead(_BROKEN)


def _must_end(data: bytes, end: int) -> None:
    if data[end:].strip(b"\0"):
        raise NotRead("这张图后面还有别的内容，")


def _letters(record: bytes, start: int, count: int, encoding: str, options: int = 0) -> str:
    """So many letters of a record from `start` on; two bytes each in UTF-16."""
    if not count:
        return ""
    if options & _GLYPHS:
        raise NotRead("这张图里的字只有字形，")
    end = start + count * (2 if encoding == "utf-16-le" else 1)
    _must(end <= len(record))
    return record[start:end].decode(encoding, "replace")


def _head(record: bytes) -> Iterator[str]:
    """The program that drew it and what it is called (EMR_HEADER)."""
    count, start = struct.unpack_from("<II", record, 60)
    yield from filter(None, _letters(record, start, count, "utf-16-le").split("\0"))


def _text(encoding: str) -> Callable[[bytes], Iterator[str]]:
    """For EMR_EXTTEXTOUTA and EMR_EXTTEXTOUTW."""
    return lambda record: iter((_placed(record, 36, encoding),))


def _many_texts(encoding: str) -> Callable[[bytes], Iterator[str]]:
    """For EMR_POLYTEXTOUTA and EMR_POLYTEXTOUTW."""

    def read(record: bytes) -> Iterator[str]:
        (count,) = struct.unpack_from("<I", record, 36)
        _must(40 + count * _EMF_TEXT <= len(record))
        # Texts that lay over each other would be more than the record.
        left = len(record)
        for number in range(count):
            text = _placed(record, 40 + number * _EMF_TEXT, encoding)
            left -= len(text)
            _must(left >= 0)
            yield text

    return read


def _placed(record: bytes, place: int, encoding: str) -> str:
    """The text that an EmrText at `place` tells of."""
    count, start, options = struct.unpack_from("<III", record, place + 8)
    return _letters(record, start, count, encoding, options)


def _small_text(record: bytes) -> Iterator[str]:
    """For EMR_SMALLTEXTOUT."""
    count, options = struct.unpack_from("<II", record, 16)
    start = 36 if options & _NO_RECTANGLE else 52
    yield _letters(record, start, count, "latin-1" if options & _BYTES else "utf-16-le", options)


def _comment(record: bytes) -> Iterator[str]:
    """What EMF+ draws stands in comments of EMF: EmfPlusDrawString and EmfPlusDrawDriverString."""
    if record[12:16] != b"EMF+":
        return
    place = 16
    (length,) = struct.unpack_from("<I", record, 8)
    while place + 12 <= min(12 + length, len(record)):
        kind, _, size = struct.unpack_from("<HHI", record, place)
        _must(12 <= size <= len(record) - place)
        inner = record[place : place + size]
        if kind == 0x401C:
            yield _letters(inner, 40, struct.unpack_from("<I", inner, 20)[0], "utf-16-le")
        elif kind == 0x4036:
            options, _, count = struct.unpack_from("<III", inner, 16)
            yield _letters(inner, 28, count, "utf-16-le", 0 if options & 1 else _GLYPHS)
        place += size


def _wmf_text(record: bytes) -> Iterator[str]:
    """For META_TEXTOUT."""
    (count,) = struct.unpack_from("<H", record, 6)
    yield _letters(record, 8, count, "gb18030")


def _wmf_long_text(record: bytes) -> Iterator[str]:
    """For META_EXTTEXTOUT."""
    count, options = struct.unpack_from("<HH", record, 10)
    start = 22 if options & _WITH_RECTANGLE else 14
    yield _letters(record, start, count, "gb18030", options)


_EMF_RECORDS: dict[int, Callable[[bytes], Iterator[str]]] = {
    1: _head,
    70: _comment,
    83: _text("gb18030"),
    84: _text("utf-16-le"),
    96: _many_texts("gb18030"),
    97: _many_texts("utf-16-le"),
    108: _small_text,
}
_WMF_RECORDS: dict[int, Callable[[bytes], Iterator[str]]] = {0x0521: _wmf_text, 0x0A32: _wmf_long_text}
