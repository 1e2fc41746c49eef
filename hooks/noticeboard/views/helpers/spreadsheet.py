"""Tables to download: one as CSV, one or more as XLSX, their texts made harmless for spreadsheet programs."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache
from typing import TYPE_CHECKING

from noticeboard.lazy import lazily
from noticeboard.views.helpers.page import Asset

if TYPE_CHECKING:
    import xlsxwriter
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
else:
    xlsxwriter = lazily("xlsxwriter")

Cell = str | int | date | None

_FORMULA_STARTS = ("=", "+", "-", "@")
_QUOTES = "\"'`‘’“”＂＇"
_BREAKS = frozenset("\t\n\v\f\r\x85\u2028\u2029")
_UNSEEN = frozenset({"Cc", "Cf", "Cs"})
_A4 = 9


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; `width` is in characters of the default font."""

    title: str
    width: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table. Its rows have one cell a column, in the columns' order."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


def harmless(text: str) -> str:
    """`text` as a cell that no spreadsheet program takes for a formula.

    Line breaks and tabs become spaces; control characters, invisible format characters and what XML cannot
    hold are removed. A text that begins with `=`, `+`, `-` or `@`, in any width, also behind white space or
    quotation marks, gets an apostrophe in front: the sign by which spreadsheets know a text.
    """
    # All that is replaced or removed is not printable; most texts are.
    cleaned = (text if text.isprintable() else "".join(map(_seen, text))).strip()
    start = next((sign for sign in cleaned if not sign.isspace() and sign not in _QUOTES), "")
    return f"'{cleaned}" if unicodedata.normalize("NFKC", start)[:1] in _FORMULA_STARTS else cleaned


def _seen(sign: str) -> str:
    if sign in _BREAKS:
        return " "
    noncharacter = ord(sign) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(sign) <= 0xFDEF
    return "" if noncharacter or unicodedata.category(sign) in _UNSEEN else sign


def csv_bytes(table: Sheet) -> bytes:
    """RFC 4180 with a byte order mark, by which Excel knows UTF-8; dates as 2026-03-08.

    Every cell is quoted, so that a semicolon in it opens no column where a system's list separator is one.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerow(harmless(column.title) for column in table.columns)
    writer.writerows([text_of(cell) for cell in row] for row in table.rows)
    return text.getvalue().encode("utf-8-sig")


def text_of(cell: Cell) -> str:
    """The cell as a download's reader meets it."""
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell) if isinstance(cell, int) else harmless(cell or "")


def workbook(address: str, tables: Callable[[], Sequence[Sheet]], author: str, made: date) -> Asset:
    """The file of `xlsx_bytes` at `address`; it takes ten times as long to write one as to tell what stands in it."""
    once = cache(tables)
    return Asset(address, lambda: xlsx_bytes(once(), author, made), depends=once)


def xlsx_bytes(tables: Sequence[Sheet], author: str, made: date) -> bytes:
    """A workbook, a sheet a table: real dates, the header frozen and repeated in print, a filter, landscape A4.

    `made` is the day on which the file says it was made: the same table gives the same bytes at any time.
    """
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as workbook:
        created = datetime.combine(made, time())
        workbook.set_properties(
            {"title": harmless(tables[0].title), "author": harmless(author), "created": created}
        )
        formats = _formats(workbook)
        for table in tables:
            _write_sheet(workbook, table, formats)
    return stream.getvalue()


@dataclass(frozen=True, slots=True)
class _Formats:
    head: Format
    text: Format
    day: Format


def _formats(workbook: Workbook) -> _Formats:
    wrapped = {"text_wrap": True, "valign": "top"}
    return _Formats(
        head=workbook.add_format({**wrapped, "bold": True, "bg_color": "#F2F2F2", "bottom": 1}),
        text=workbook.add_format(wrapped),
        day=workbook.add_format({**wrapped, "num_format": "yyyy-mm-dd", "align": "left"}),
    )


def _write_sheet(workbook: Workbook, table: Sheet, formats: _Formats) -> None:
    sheet = workbook.add_worksheet(table.title)
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, column.width)
        sheet.write_string(0, place, harmless(column.title), formats.head)
    for line, row in enumerate(table.rows, 1):
        for place, cell in enumerate(row):
            if isinstance(cell, date):
                sheet.write_datetime(line, place, datetime.combine(cell, time()), formats.day)
            elif isinstance(cell, int):
                sheet.write_number(line, place, cell, formats.text)
            elif cell:
                sheet.write_string(line, place, harmless(cell), formats.text)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
