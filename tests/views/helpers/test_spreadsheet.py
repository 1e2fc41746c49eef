import csv
import io
import unicodedata
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.views.helpers.spreadsheet import Column, Sheet, csv_bytes, harmless, xlsx_bytes

MADE = date(2026, 11, 20)


def table(*rows):
    return Sheet("台账", (Column("标题", 30), Column("日期", 12)), rows)


def csv_cells(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def sheet_of(content):
    return openpyxl.load_workbook(io.BytesIO(content)).active


INJECTIONS = [
    ("=1+1", "'=1+1"),
    ("+86 10", "'+86 10"),
    ("-1", "'-1"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("\t=1", "'=1"),
    ("\r=1", "'=1"),
    ("\n=1", "'=1"),
    (" =1", "'=1"),
    ("\u3000=1", "'=1"),
    ("\xa0=1", "'=1"),
    ("\ufeff=1", "'=1"),
    ("\u200b=1", "'=1"),
    ("\x00=1", "'=1"),
    ('"=1', "'\"=1"),
    ("'=1", "''=1"),
    ("“ =1", "'“ =1"),
    ("＝1+1", "'＝1+1"),
    ("＋1", "'＋1"),
    ("－1", "'－1"),
    ("﹣1", "'﹣1"),
    ("＠甲", "'＠甲"),
    ("\tcmd", "cmd"),
]
PLAIN = ["预算", "1=1", "a@b.example", "3-5月", "——副标题", "", "'引'", "“引”", "100%", "𠮷田", "张\u3000三"]


@pytest.mark.parametrize(("text", "cell"), INJECTIONS)
def test_no_text_is_a_formula(text, cell):
    assert harmless(text) == cell
    assert csv_cells(csv_bytes(table((text, None))))[1] == [cell, ""]
    read = sheet_of(xlsx_bytes([table((text, None))], "工会", MADE))["A2"]
    assert (read.value, read.data_type) == (cell, "s")


@pytest.mark.parametrize("text", PLAIN)
def test_an_ordinary_text_stays_as_it_is(text):
    assert harmless(text) == text


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("上\n下", "上 下"),
        ("上\r\n下", "上  下"),
        ("甲\x07乙\x1b", "甲乙"),
        ("甲\u202e乙", "甲乙"),
        ("甲\ufffe\ud800乙", "甲乙"),
    ],
)
def test_breaks_become_spaces_and_the_unseen_goes(text, cell):
    assert harmless(text) == cell
    assert sheet_of(xlsx_bytes([table((text, None))], "工会", MADE))["A2"].value == cell


@given(st.text(st.characters(), max_size=12))
def test_whatever_is_written_no_cell_starts_a_formula_or_breaks_its_row(text):
    cell = harmless(text)
    start = unicodedata.normalize("NFKC", cell.lstrip('"“”‘’` \u3000\xa0')[:1])
    assert start[:1] not in ("=", "+", "-", "@")
    assert csv_cells(csv_bytes(table((text, None))))[1:] == [[cell, ""]]


def test_csv_opens_in_excel():
    content = csv_bytes(table(('预算；决算, "甲"', date(2026, 3, 8))))
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.decode("utf-8-sig") == '"标题","日期"\r\n"预算；决算, ""甲""","2026-03-08"\r\n'


def test_xlsx_has_real_dates_a_frozen_header_a_filter_and_widths():
    sheet = sheet_of(xlsx_bytes([table(("预算", date(2026, 3, 8)), ("决算", None))], "工会", MADE))
    assert [cell.value for cell in sheet[1]] == ["标题", "日期"]
    assert (sheet["B2"].value, sheet["B2"].is_date, sheet["B2"].number_format) == (
        datetime(2026, 3, 8),
        True,
        "yyyy-mm-dd",
    )
    assert sheet["B3"].value is None
    assert (sheet.title, sheet.freeze_panes, sheet.auto_filter.ref) == ("台账", "A2", "A1:B3")
    assert sheet.column_dimensions["A"].width == pytest.approx(30, abs=1)


def test_xlsx_of_no_rows_still_has_its_header():
    sheet = sheet_of(xlsx_bytes([table()], "工会", MADE))
    assert (sheet.max_row, sheet.auto_filter.ref) == (1, "A1:B1")


def test_xlsx_is_the_same_bytes_for_the_same_table():
    rows = (("预算", date(2026, 3, 8)),)
    content = xlsx_bytes([table(*rows)], "工会", MADE)
    assert content == xlsx_bytes([table(*rows)], "工会", MADE)
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert (book.properties.creator, book.properties.created, book.properties.modified) == (
        "工会", datetime(2026, 11, 20), datetime(2026, 11, 20),
    )  # fmt: skip
    assert {item.date_time for item in zipfile.ZipFile(io.BytesIO(content)).infolist()} == {
        (1980, 1, 1, 0, 0, 0)
    }
