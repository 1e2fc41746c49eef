"""Text files and CSV, in whatever encoding they were saved; and what can be told of formats of long ago."""

from __future__ import annotations

import codecs
import csv
import html
import io
import re
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import islice

from noticeboard.inspection.passages import Budget, NotRead, PassageBuilder, TextPassage, row
from noticeboard.patterns import pattern_of

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BLOCK = 1 << 18
"""Bytes that are decoded at once, and characters that are looked at together."""
_LONGEST_FIELD = 131_072
_LONGEST_WORD = 200
"""A block without a line end is parted between words, unless one is longer: numbers and names must stay whole."""
_BETWEEN_WORDS = pattern_of(r"[\s,;|，；。、]")
_WORD_OF_DIGITS = pattern_of(r"[0-9Xx+\- ]{11,40}")
_SIGNS_OF_ESCAPES = (b"\\u", b"&#", b"=E", b"\\\0u\0", b"&\0#\0")
_ESCAPED = pattern_of(r"\\u([0-9A-Fa-f]{4})")
_QUOTED = pattern_of("(?:=[0-9A-F]{2}){3,}")
"""Quoted-printable (RFC 2045, section 6.7), as in the cards of address books."""
_PASSWORD = "EncryptedPackage".encode("utf-16-le")


def decoded(data: bytes) -> Iterator[str]:
    """The text of `data` in pieces: by its mark, else UTF-8, else UTF-16 or GB18030. Bytes that are no text become U+FFFD."""
    encoding, start = _encoding_of(data)
    decoder = io.IncrementalNewlineDecoder(codecs.getincrementaldecoder(encoding)("replace"), translate=True)
    for place in range(start, len(data), _BLOCK):
        yield decoder.decode(data[place : place + _BLOCK])
    yield decoder.decode(b"", True)


def _encoding_of(data: bytes) -> tuple[str, int]:
    """Its encoding, and where its text begins."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, len(mark)
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for place in range(0, len(data), _BLOCK):
            decoder.decode(data[place : place + _BLOCK])
        decoder.decode(b"", True)
    except UnicodeDecodeError:
        return _unmarked_utf_16(data) or "gb18030", 0
    return (_unmarked_utf_16(data) if b"\0" in data[:_BLOCK] else "") or "utf-8", 0


def _unmarked_utf_16(data: bytes) -> str:
    """Which UTF-16 it is by the zeros in its digits and line ends, which no other text has; empty for none."""
    even, odd = data[0:_BLOCK:2].count(0), data[1:_BLOCK:2].count(0)
    if max(even, odd) > 2 and min(even, odd) * 20 < max(even, odd) and len(data) % 2 == 0:
        return "utf-16-le" if odd > even else "utf-16-be"
    return ""


_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\x0b\x0c\r\x1b")


def is_binary(data: bytes) -> bool:
    """Whether it is no text: some of the first block are signs that stand in none, whatever its encoding."""
    text = "".join(islice(decoded(data[:_BLOCK]), 1))
    odd = sum(text.count(chr(code)) for code in _CONTROLS) + text.count("\ufffd")
    return odd * 100 > len(text)


def blocks_of(pieces: Iterable[str]) -> Iterator[str]:
    """The text in blocks that end with a line or, where one is very long, between two words of it."""
    waiting: list[str] = []
    length = 0
    for piece in pieces:
        waiting.append(piece)
        length += len(piece)
        if length >= _BLOCK:
            text = "".join(waiting)
            cut = text.rfind("\n") + 1 or _between_words(text)
            yield text[:cut]
            waiting, length = [text[cut:]], len(text) - cut
    yield "".join(waiting)


def _between_words(line: str) -> int:
    """Behind the last sign between words, if one stands near the end of the `line`."""
    found = [match.end() for match in _BETWEEN_WORDS.finditer(line, len(line) - _LONGEST_WORD)]
    return found[-1] if found else len(line)


def lines_of(pieces: Iterable[str]) -> Iterator[str]:
    """The lines of a text with their ends, those that are longer than a block in parts."""
    for block in blocks_of(pieces):
        yield from io.StringIO(block)


def read_text(data: bytes) -> Iterator[TextPassage]:
    """The passages of a plain text, whatever its encoding."""
    return _as_text(decoded(data), 1)


def read_escaped(data: bytes) -> Iterator[TextPassage]:
    """The lines that write letters as numbers, with the letters: \\u5f20 in JSON (RFC 8259, section 7), &#24352; in XML, =E5=BC=A0 in cards."""
    if not any(sign in data for sign in _SIGNS_OF_ESCAPES):
        return
    for number, line in enumerate(lines_of(decoded(data)), 1):
        text = _ESCAPED.sub(_letter, html.unescape(line) if "&#" in line else line)
        text = _QUOTED.sub(_unquoted, text)
        if text != line:
            yield TextPassage(text, f"第 {number} 行")


def _unquoted(found: re.Match[str]) -> str:
    return bytes.fromhex(found[0].replace("=", "")).decode("utf-8", "replace")


def _letter(found: re.Match[str]) -> str:
    code = int(found[1], 16)
    return " " if 0xD800 <= code < 0xE000 or code < 0x20 else chr(code)


def _as_text(pieces: Iterable[str], number: int) -> Iterator[TextPassage]:
    """The text that begins in the line `number` of its file."""
    for block in blocks_of(pieces):
        if not block.isspace():
            yield TextPassage(block, place_of_line=partial(_place_of_line, number))
        number += block.count("\n")


def _place_of_line(first: int, index: int) -> str:
    return f"第 {first + index} 行"


class _KeptLines:
    """Lines on their way, those of the row that is being read kept until it has been."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self.kept: list[str] = []

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self.kept.append(line)
            if len(line) >= _BLOCK:
                raise csv.Error("no table has such lines")
            yield line

    def rest(self) -> Iterator[str]:
        yield from self.kept
        yield from self._lines


def read_table(data: bytes, budget: Budget) -> Iterator[TextPassage]:
    """A CSV or TSV file, whatever parts its fields; from where it is none, as text."""
    lines = _KeptLines(line.replace("\0", "") for line in lines_of(decoded(data)))
    draft = PassageBuilder()
    number = 0
    try:
        for cells in csv.reader(lines, delimiter=_sign(data)):
            number += len(lines.kept)
            lines.kept.clear()
            budget.step(len(cells))
            if any(cells):
                draft.add(row(cells), f"第 {number} 行")
            if draft.is_full:
                yield draft.take()
    except csv.Error:
        yield draft.take()
        yield from _as_text(lines.rest(), number + 1)
        return
    yield draft.take()


def _sign(data: bytes) -> str:
    """What parts the fields: the one that its first line has most of."""
    first = next(lines_of(decoded(data)), "")
    return max((",", "\t", ";", "，"), key=first.count)


def read_old_office(data: bytes) -> Iterator[TextPassage]:
    """The numbers that stand in a .doc or .xls as they are; its text is kept in too many ways to be read.

    Raises NotRead afterwards: much of it was not seen.
    """
    if _PASSWORD in data:
        raise NotRead("它加了密码")
    for start, encoding in ((0, "latin-1"), (0, "utf-16-le"), (1, "utf-16-le")):
        draft = PassageBuilder()
        for found in _WORD_OF_DIGITS.finditer(data[start:].decode(encoding, "replace")):
            draft.add(found[0])
            if draft.is_full:
                yield draft.take()
        yield draft.take()
    raise NotRead("旧格式（.doc、.xls、.ppt、.wps）不能完全读出，请另存为 .docx、.xlsx 或 .pptx，")


csv.field_size_limit(_LONGEST_FIELD)
