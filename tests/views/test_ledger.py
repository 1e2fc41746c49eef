import csv
import io
import re
from datetime import date, datetime

import openpyxl

from catalogs import asset_of, catalog_of, day, disclosure, html_of, links_of, pages_of, rows_of, tree_of
from noticeboard.content.field_types import Reference

TODAY = date(2026, 3, 10)
COLUMNS = [
    "编号",
    "类别",
    "标题",
    "责任部门",
    "日期",
    "公示开始",
    "公示结束",
    "公开形式",
    "张贴地点",
    "审核",
    "依据",
    "所属期",
    "范围",
    "单位",
    "更正关系",
    "状态",
    "网址",
    "文件",
    "原文核对码",
    "附件核对码",
]


def board():
    return catalog_of(
        disclosure(
            "budget", "2026-03-02", title="预算公开", number="公开〔2026〕05",
            period=("2026-03-09", "2026-03-13"),
            channels=("网站", "公示栏"), places=("一楼大厅",), reviewer="经审委", basis="经费办法", of="2026年2月",
        ),
        disclosure("lasting", "2025-09-01", title="管理办法", category="其他"),
        disclosure("wrong", "2026-01-05", title="旧预算", period=("2026-01-05", "2026-01-09")),
        disclosure(
            "right", "2026-01-06", title="新预算", period=("2026-03-20", "2026-03-26"),
            replaces=Reference("wrong.md", 1, 1),
        ),
        today=TODAY,
    )  # fmt: skip


def sheet_of(catalog):
    return openpyxl.load_workbook(
        io.BytesIO(asset_of(catalog, "disclosure/ledger.xlsx").content())
    ).worksheets[0]


def csv_rows(catalog):
    content = asset_of(catalog, "disclosure/ledger.csv").content()
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_ledger_has_a_row_a_disclosure_newest_first():
    rows = rows_of(tree_of(board(), "disclosure/ledger/"))
    assert rows[0] == {
        "编号": "公开〔2026〕05", "类别": "财务", "标题": "预算公开",
        "责任部门": "财务室", "日期": "2026年3月2日", "公示期": "2026-03-09 至 2026-03-13",
        "公开形式": "网站、公示栏", "张贴地点": "一楼大厅", "审核": "经审委", "状态": "公示中 还有 4 天",
        "核对码": "",
    }  # fmt: skip
    assert [(row["标题"], row["状态"]) for row in rows[1:]] == [
        ("新预算", "即将公示"), ("旧预算", "公示结束，已更正"), ("管理办法", "长期公开"),
    ]  # fmt: skip
    assert all(row["编号"] for row in rows)


def test_the_ledger_links_to_its_documents_categories_and_downloads():
    links = links_of(tree_of(board(), "disclosure/ledger/"))
    assert {"../../plans/budget/", "../finance/", "../ledger.csv", "../ledger.xlsx"} <= set(links)


def test_an_empty_ledger_says_so_and_still_downloads():
    catalog = catalog_of()
    assert "还没有公开过任何事项。" in html_of(catalog, "disclosure/ledger/")
    assert csv_rows(catalog) == [COLUMNS]


def test_csv_and_page_hold_the_same_rows():
    header, *rows = csv_rows(board())
    assert header == COLUMNS
    assert rows[0] == [
        "公开〔2026〕05", "财务", "预算公开", "财务室", "2026-03-02", "2026-03-09", "2026-03-13",
        "网站、公示栏", "一楼大厅", "经审委", "经费办法", "2026年2月", "对内", "工会", "", "公示中", "plans/budget/",
        "plans/budget.md", "", "",
    ]  # fmt: skip
    shown = rows_of(tree_of(board(), "disclosure/ledger/"))
    assert [(row[0], row[2]) for row in rows] == [(row["编号"], row["标题"]) for row in shown]


def test_a_correction_says_what_it_corrects_and_by_what_it_is_corrected():
    rows = {row[2]: row[COLUMNS.index("更正关系")] for row in csv_rows(board())[1:]}
    assert rows == {
        "预算公开": "",
        "管理办法": "",
        "新预算": "更正《旧预算》（2026-01-05）",
        "旧预算": "已由后面这份更正：《新预算》（2026-01-06）",
    }


def test_xlsx_holds_the_rows_of_csv_with_real_dates():
    catalog = board()
    sheet = sheet_of(catalog)
    expected = csv_rows(catalog)
    for row, texts in zip(sheet.iter_rows(values_only=True), expected, strict=True):
        assert [
            value.date().isoformat() if isinstance(value, datetime) else value or "" for value in row
        ] == texts
    assert [sheet.cell(2, column).is_date for column in (5, 6, 7)] == [True, True, True]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:T5")


def test_no_field_can_smuggle_a_formula_into_a_download():
    evil = '=HYPERLINK("http://example.invalid")'
    catalog = catalog_of(
        disclosure(title=evil, department=evil, number=evil, channels=(evil,), places=(evil,), reviewer=evil),
        today=TODAY,
    )
    row = csv_rows(catalog)[1]
    assert row.count(f"'{evil}") == 6
    sheet = sheet_of(catalog)
    assert [cell.data_type for cell in sheet[2] if cell.value and "HYPERLINK" in str(cell.value)] == ["s"] * 6


def test_downloads_do_not_depend_on_the_order_of_reading():
    documents = board().shown
    again = catalog_of(*reversed(documents), today=TODAY)
    for address in ("disclosure/ledger.csv", "disclosure/ledger.xlsx"):
        assert asset_of(board(), address).content() == asset_of(again, address).content()


def test_the_state_follows_the_day():
    document = disclosure(period=("2026-03-09", "2026-03-13"))
    states = [
        csv_rows(catalog_of(document, today=day(today)))[1][COLUMNS.index("状态")]
        for today in ("2026-03-08", "2026-03-13", "2026-03-14")
    ]
    assert states == ["即将公示", "公示中", "公示结束"]


def many(*years):
    """A board with 250 disclosures in each of `years`."""
    return catalog_of(
        *(disclosure(f"d{year}-{number}", f"{year}-03-01") for year in years for number in range(250)),
        today=TODAY,
    )


def test_years_that_have_no_room_on_the_first_page_have_one_each():
    catalog = many(2026, 2025, 2024, 2023)
    page, tree = html_of(catalog, "disclosure/ledger/"), tree_of(catalog, "disclosure/ledger/")
    assert set(re.findall(r"/d(\d{4})-", "".join(links_of(tree)))) == {"2026", "2025"}
    assert "2025年以来共 500 份" in page
    assert {"2024/", "2023/"} <= set(links_of(tree))
    older = tree_of(catalog, "disclosure/ledger/2024/")
    assert sum("/d2024-" in link for link in links_of(older)) == 250
    assert "../" in links_of(older)
    assert len(csv_rows(catalog)) == 1001


def test_the_ledger_is_one_page_up_to_its_room():
    assert [
        it.address for it in pages_of(many(2026, 2025)) if it.address.startswith("disclosure/ledger/")
    ] == ["disclosure/ledger/"]
    assert "更早的" not in html_of(many(2026), "disclosure/ledger/").split("nb-more")[0]
