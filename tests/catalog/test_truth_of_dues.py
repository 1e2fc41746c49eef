"""What runs out on a board whose truth is known, on five days: on its page, the chair's, in the data and in calendars."""

import json
from datetime import date
from pathlib import Path

import pytest

from boards import load_board
from catalogs import asset_of, html_of, text_of, tree_of
from noticeboard.views import pages_of
from noticeboard.views.chair import parts_of as gaps
from truth_boards import parts_of

FILES, COLUMNS, ROWS = parts_of(Path(__file__).parent / "truth_of_boards/到期.txt")
SETTINGS = json.loads(FILES.pop("settings"))
OWN_PARTS = ("复核",)
"""What stands in another part of the chair's page."""


def board_on(root, day, **options):
    site = load_board(root, FILES, today=date.fromisoformat(day), **SETTINGS, **options)
    assert not site.has_errors
    return site.catalog


@pytest.fixture(params=ROWS)
def told(request, tmp_path):
    """The catalog on a day, and its truth by state."""
    cells = (cell.split(",") if cell else [] for cell in ROWS[request.param])
    return board_on(tmp_path, request.param), dict(zip(COLUMNS, cells, strict=True))


def test_the_page(told):
    catalog, truth = told
    page = tree_of(catalog, "registers/due/")
    shown = {
        section.get("aria-labelledby").removeprefix("nb-"): [
            text_of(link) for link in section.findall(".//tbody/tr/th/a")
        ]
        for section in page.findall(".//section")
    }
    assert shown == {state: names for state, names in truth.items() if names}


def test_the_chair(told):
    catalog, truth = told
    waiting = [
        name for state in ("overdue", "soon") for name in truth[state] if not name.startswith(OWN_PARTS)
    ]
    (rows,) = [part.rows for part in gaps(catalog) if part.anchor == "dues"]
    assert sorted(row.what for row in rows) == sorted(waiting)
    assert {row.what for row in rows if row.since} == {name for name in truth["overdue"] if name in waiting}
    (missing,) = [part.rows for part in gaps(catalog) if part.anchor == "issues"]
    # The sixth issue comes on 30 September: before it nobody misses the fourth.
    told_now = "缺第2期、第4期、第5期" if catalog.today >= date(2026, 9, 30) else "缺第2期"
    assert [(row.what, row.note) for row in missing] == [("简报2026年", told_now)]


def test_the_data(told):
    catalog, truth = told
    registers = json.loads(asset_of(catalog, "board.json").made())["registers"]
    found = {item["name"]: item["state"] for register in registers for item in register["items"]}
    words = {name: state for state, names in truth.items() for name in names if name in found}
    assert found == {**words, "场地": None}


def test_the_calendar(told):
    catalog, truth = told
    text = asset_of(catalog, "calendar.ics").made().decode().replace("\r\n ", "")
    for name in (name for names in truth.values() for name in names):
        assert f"SUMMARY:到期：{name}" in text
        assert (f"SUMMARY:提醒：{name}，" in text) is (name not in truth["settled"])
    assert "场地" not in text
    assert "DTSTART;VALUE=DATE:20260430\r\n" in text


def test_a_document_says_how_it_stands(told):
    catalog, truth = told
    page = text_of(tree_of(catalog, "plans/ren-qi/"))
    words = {"overdue": "已到期", "soon": "快到期", "ahead": "还没到期"}
    assert [word for state, word in words.items() if word in page] == [
        word for state, word in words.items() if "工会任期" in truth[state]
    ]


def test_outside_nobody_is_told(tmp_path):
    files = {path: text.replace("类型:", "范围: 对外\n类型:") for path, text in FILES.items()}
    site = load_board(tmp_path, files, today=date(2026, 10, 1), audience="public", **SETTINGS)
    addresses = {page.address for page in pages_of(site.catalog)}
    assert {"registers/", "newsletters/"} <= addresses
    assert "registers/due/" not in addresses
    everything = "".join(html_of(site.catalog, address) for address in sorted(addresses))
    assert "已到期" not in everything and "缺第" not in everything
    assert b"\xe5\x88\xb0\xe6\x9c\x9f" not in asset_of(site.catalog, "calendar.ics").made()
    registers = json.loads(asset_of(site.catalog, "board.json").made())["registers"]
    assert {item["state"] for register in registers for item in register["items"]} == {None}
