"""What was disclosed, and what is missing, on a board whose truth is known, on five days: on its pages, the chair's, in the workbook."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from boards import load_board
from catalogs import asset_of, rows_of, text_of, tree_of
from noticeboard.views.chair import parts_of as gaps
from truth_boards import parts_of

FILES, COLUMNS, ROWS = parts_of(Path(__file__).parent / "truth_of_boards/公开.txt")
SETTINGS = json.loads(FILES.pop("settings"))
CATEGORIES = ("财务", "食堂")


@pytest.fixture(params=ROWS)
def told(request, tmp_path):
    """The catalog on a day, and its truth by column."""
    site = load_board(tmp_path, FILES, today=date.fromisoformat(request.param), **SETTINGS)
    assert not site.has_errors
    return site.catalog, dict(zip(COLUMNS, ROWS[request.param], strict=True))


def test_the_matrix_and_the_workbook(told):
    catalog, truth = told
    page = tree_of(catalog, "disclosure/coverage/")
    (section,) = (it for it in page.iter("section") if it.get("aria-labelledby") == "nb-2026")
    rows = {text_of(row[0]): [text_of(cell) for cell in row[1:]] for row in section.iter("tr")}
    book = openpyxl.load_workbook(io.BytesIO(asset_of(catalog, "disclosure/ledger.xlsx").made()))
    sheet = (
        {str(row[0]): row for row in book["公开情况一览"].iter_rows(values_only=True)}
        if "公开情况一览" in book
        else {}
    )
    for category in CATEGORIES:
        (row,) = (cells for name, cells in rows.items() if name.startswith(category))
        missing = [f"{number}月" for number, cell in enumerate(row[:12], 1) if cell == "缺"]
        assert (category, missing) == (category, [it for it in truth[f"{category}缺"].split(",") if it])
        assert row[12] == f"{truth[f'{category}2026']}份"
        if sheet:
            assert str(truth[f"{category}2026"]) in map(str, sheet[category])


def test_how_often(told):
    catalog, truth = told
    (row,) = (it for it in rows_of(tree_of(catalog, "disclosure/coverage/")) if it.get("类别") == "财务")
    assert row["最近一次"].startswith(truth["财务最近"])
    assert row["今年"] == f"{truth['财务今年']} 份"


def test_the_chair(told):
    catalog, truth = told
    (rows,) = (part.rows for part in gaps(catalog) if part.anchor == "disclosures")
    found = {row.what: row.note for row in rows if row.what.startswith("2026年")}
    assert set(found) == {f"2026年 {category}" for category in CATEGORIES if truth[f"{category}缺"]}
    for category in CATEGORIES:
        if missing := truth[f"{category}缺"]:
            assert missing.replace(",", "、") in found[f"2026年 {category}"]


def test_the_ledger_says_what_corrects_what(told):
    catalog, _ = told
    rows = csv.DictReader(io.StringIO(asset_of(catalog, "disclosure/ledger.csv").made().decode("utf-8-sig")))
    relations = {row["标题"]: row["更正关系"] for row in rows}
    assert relations["一月的账"] == ""
    assert "三月的账更正" in relations["三月的账"]
    assert "三月的账》" in relations["三月的账更正"] and "三月的账再更正" in relations["三月的账更正"]
