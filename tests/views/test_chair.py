"""The chair's page: every gap of a board whose truth is known, on five days, on the page and in its table; nothing outside."""

import io
import json
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from boards import load_board, plan
from catalogs import asset_of, html_of, text_of, tree_of
from noticeboard.views import pages_of
from noticeboard.views.chair import parts_of
from truth_boards import parts_of as read_truth

FILE = Path(__file__).parents[1] / "catalog/truth_of_boards/还差什么.txt"
FILES, COLUMNS, ROWS = read_truth(FILE)
SETTINGS = json.loads(FILES.pop("settings"))


@pytest.mark.parametrize("day", ROWS)
def test_the_page_and_the_table_tell_the_truth(tmp_path, day):
    site = load_board(tmp_path, FILES, today=date.fromisoformat(day), **SETTINGS)
    assert not site.has_errors
    truth = {
        name: [said.split(" 2026-")[0] for said in cell.split(",") if said]
        for name, cell in zip(COLUMNS, ROWS[day], strict=True)
    }
    since = [
        f"2026-{said.split(' 2026-')[1]}"
        for name, cell in zip(COLUMNS, ROWS[day], strict=True)
        for said in cell.split(",")
        if " 2026-" in said
    ]
    parts = {part.anchor: part for part in parts_of(site.catalog)}
    found = {
        name: [row.who if name == "filings" else row.what for row in parts[name].rows] for name in COLUMNS
    }
    assert found == truth
    told = [row.since.isoformat() for name in COLUMNS for row in parts[name].rows if row.since]
    assert told == since
    page = tree_of(site.catalog, "chair/")
    shown = {
        section.get("aria-labelledby").removeprefix("nb-"): len(section.findall(".//tbody/tr"))
        for section in page.findall(".//section")
    }
    assert shown == {name: len(rows) for name, rows in truth.items() if rows}
    count = sum(map(len, truth.values()))
    assert (f"一共 {count} 件" in text_of(page)) is bool(count)
    assert "什么都不缺" not in text_of(page)
    sheet = openpyxl.load_workbook(io.BytesIO(asset_of(site.catalog, "chair/gaps.xlsx").made())).active
    assert sheet.max_row == count + 1
    assert "核对码" not in "".join(str(cell.value) for cell in sheet[1])


def test_every_line_leads_to_a_place_that_is_there(tmp_path):
    site = load_board(tmp_path, FILES, today=date(2026, 5, 2), **SETTINGS)
    addresses = {page.address for page in pages_of(site.catalog)}
    for part in parts_of(site.catalog):
        for row in part.rows:
            address, _, anchor = row.target.partition("#")
            assert address in addresses
            assert not anchor or f'id="{anchor}"' in html_of(site.catalog, address)


def test_what_is_hostile_stays_text(tmp_path):
    body = "### 三月\n\n- <script>alert(1)</script>=1+1（负责：<b>甲</b>）\n"
    site = load_board(tmp_path, {"plans/a.md": plan(body)}, today=date(2026, 5, 2))
    assert "<script>alert" not in html_of(site.catalog, "chair/")


def test_what_is_much_is_cut_on_the_page_and_whole_in_the_table(tmp_path):
    body = "### 三月\n\n" + "\n".join(f"- 走访第{number}户人家" for number in range(150))
    site = load_board(tmp_path, {"plans/a.md": plan(body)}, today=date(2026, 5, 2))
    assert "其余 50 件在下载的表里" in html_of(site.catalog, "chair/")
    sheet = openpyxl.load_workbook(io.BytesIO(asset_of(site.catalog, "chair/gaps.xlsx").made())).active
    assert sheet.max_row == 151


def test_outside_there_is_no_such_page(tmp_path):
    files = {path: text.replace("类型:", "范围: 对外\n类型:", 1) for path, text in FILES.items()}
    site = load_board(tmp_path, files, today=date(2026, 5, 2), audience="public", **SETTINGS)
    made = [item.address for item in (*site.pages, *site.assets)]
    assert not [address for address in made if "chair" in address]
    assert all("chair/" not in html_of(site.catalog, address) for address in ("", "units/"))
    assert all(not part.rows for part in parts_of(site.catalog))


def test_resolutions_that_nobody_disclosed(tmp_path):
    meeting = (
        "---\n类型: 会议\n标题: 三届二次教代会\n日期: 2026-03-20\n届次: 三届二次\n---\n## 决议\n- 公布预算\n"
    )
    disclosure = (
        "---\n类型: 公开\n标题: 三届二次教代会决议\n日期: 2026-03-29\n类别: 其他\n责任部门: 工会\n---\n正文\n"
    )
    settings = {
        "meetings": {"disclosure_days": 5},
        "disclosure": {"categories": [{"title": "其他", "slug": "other"}]},
    }
    for day, files, told in (
        ("2026-03-25", {"plans/a.md": meeting}, []),
        ("2026-03-26", {"plans/a.md": meeting}, [("三届二次的决议", "2026-03-26")]),
        ("2026-04-01", {"plans/a.md": meeting, "plans/b.md": disclosure}, []),
    ):
        catalog = load_board(tmp_path, files, today=date.fromisoformat(day), **settings).catalog
        (rows,) = [part.rows for part in parts_of(catalog) if part.anchor == "disclosures"]
        assert [(row.what, str(row.since)) for row in rows] == told
