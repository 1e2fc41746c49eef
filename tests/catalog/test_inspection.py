"""The sheet of an inspection on a board whose truth is known, on five days: on its page and in its table; nothing outside."""

import io
import json
from datetime import date
from pathlib import Path
from typing import get_args

import openpyxl
import pytest

from boards import load_board
from catalogs import asset_of, html_of, text_of, tree_of
from noticeboard.content.documents import TYPES
from noticeboard.content.settings.inspection_settings import TypeWord
from noticeboard.content.settings.settings_reader import read_settings
from truth_boards import parts_of

FILES, COLUMNS, ROWS = parts_of(Path(__file__).parent / "truth_of_boards/检查表.txt")
SETTINGS = json.loads(FILES.pop("settings"))


@pytest.mark.parametrize("day", ROWS)
def test_the_page_and_the_table_tell_the_truth(tmp_path, day):
    site = load_board(tmp_path, FILES, today=date.fromisoformat(day), **SETTINGS)
    assert not site.has_errors
    truth = {
        name: cell.split(",") if cell else ["没有"] for name, cell in zip(COLUMNS, ROWS[day], strict=True)
    }
    shown = {}
    for row in tree_of(site.catalog, "inspection/").findall(".//tbody/tr"):
        links = [text_of(link) for link in row.findall("td")[-1].iter("a")]
        shown[row.find("th").text] = links or [text_of(row.findall("td")[-1])]
    assert shown == truth
    sheet = openpyxl.load_workbook(io.BytesIO(asset_of(site.catalog, "inspection/inspection.xlsx").made()))
    rows = [[cell.value for cell in row] for row in sheet.active.iter_rows(min_row=2)]
    assert [(row[1], row[2]) for row in rows] == [(name, it) for name, found in truth.items() for it in found]
    assert ("没有材料" in text_of(tree_of(site.catalog, "inspection/"))) is (["没有"] in truth.values())


def test_outside_there_is_no_such_page(tmp_path):
    files = {path: text.replace("类型:", "范围: 对外\n类型:") for path, text in FILES.items()}
    site = load_board(tmp_path, files, today=date(2026, 5, 1), audience="public", **SETTINGS)
    assert not [item.address for item in (*site.pages, *site.assets) if "inspection" in item.address]
    assert "inspection/" not in html_of(site.catalog, "")


def test_every_type_can_be_asked_for():
    assert set(get_args(TypeWord)) == {kind.label for kind in TYPES.values()}


def test_without_points_there_is_none(tmp_path):
    site = load_board(tmp_path, {"plans/账.md": FILES["plans/账.md"]})
    assert not [item.address for item in (*site.pages, *site.assets) if "inspection" in item.address]
    assert "inspection/" not in html_of(site.catalog, "chair/")


@pytest.mark.parametrize(
    ("points", "told"),
    [
        ([{"point": "甲"}], "至少要填一项"),
        ([{"type": "计划"}], "inspection.0.point 没有填"),
        ([{"point": "甲", "type": "章程"}], "inspection.0.type"),
        ([{"point": "甲", "category": "没有的"}], "不是公开类别"),
        ([{"point": "甲", "type": "计划", "period": "去年"}], "读不懂"),
        ([{"point": "甲", "typ": "计划"}], "inspection.0.typ 不认识"),
        ("甲", "inspection"),
        ([{"point": "", "tag": "甲"}], "inspection.0.point"),
    ],
)
def test_wrong_points_are_told(points, told):
    settings, problems = read_settings({"inspection": points})
    assert settings.inspection == ()
    assert told in "".join(problem.message for problem in problems)
    assert all(problem.code == "settings" for problem in problems)
