"""Text files and CSV, in whatever encoding they were saved; and what can be told of formats of long ago."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator

from noticeboard.inspection.passages import NotRead, Passage, row

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LONGEST_FIELD = 131_072
_WORD_OF_DIGITS = re.compile(r"[0-9Xx+\- ]{11,40}")
_PASSWORD = "EncryptedPackage".encode("utf-16-le")


def text_of(data: bytes) -> str:
    """The text of `data`: by its mark, else UTF-8, else GB18030. Bytes that are no text become U+FFFD."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("gb18030", "replace")


def read_text(data: bytes) -> Iterator[Passage]:
    lines = text_of(data).splitlines()
    yield Passage(tuple(lines), places=tuple(f"第 {number} 行" for number in range(1, len(lines) + 1)))


def read_table(data: bytes) -> Iterator[Passage]:
    """A CSV or TSV file, whatever parts its fields."""
    text = text_of(data).replace("\0", "")
    first = text[: text.find("\n")] if "\n" in text else text
    sign = max((",", "\t", ";", "，"), key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    lines, places = [], []
    try:
        for cells in reader:
            lines.append(row(cells))
            places.append(f"第 {reader.line_num} 行")
    except csv.Error:
        yield from read_text(data)
        return
    yield Passage(tuple(lines), places=tuple(places))


def read_old_office(data: bytes) -> Iterator[Passage]:
    """The numbers that stand in a .doc or .xls as they are; its text is kept in too many ways to be read.

    Raises NotRead afterwards: much of it was not seen.
    """
    if _PASSWORD in data:
        raise NotRead("它加了密码")
    for text in (
        data.decode("latin-1"),
        data.decode("utf-16-le", "replace"),
        data[1:].decode("utf-16-le", "replace"),
    ):
        yield Passage(tuple(found[0] for found in _WORD_OF_DIGITS.finditer(text)))
    raise NotRead("旧格式（.doc、.xls、.ppt、.wps）不能完全读出，请另存为 .docx、.xlsx 或 .pptx，")


csv.field_size_limit(_LONGEST_FIELD)
