import io
from datetime import date

import openpyxl

from catalogs import asset_of, catalog_of, disclosure, html_of, links_of, rows_of, text_of, tree_of

TODAY = date(2026, 6, 10)


def board(**options):
    return catalog_of(
        disclosure("a", "2026-02-10", category="后勤与食堂", channels=("公示栏",)),
        disclosure("b", "2026-03-10", category="后勤与食堂"),
        disclosure("c", "2026-03-20", category="后勤与食堂"),
        today=TODAY,
        **options,
    )


def test_a_cell_says_in_words_what_a_month_holds():
    rows = {
        row["类别"].partition(" ")[0]: row
        for row in rows_of(tree_of(board(), "disclosure/coverage/"))
        if "1月" in row
    }
    assert [rows["后勤与食堂"][f"{month}月"] for month in range(1, 13)] == [
        "无", "1份", "2份", "缺", "缺", "无", "未到", "未到", "未到", "未到", "未到", "未到",
    ]  # fmt: skip
    assert rows["后勤与食堂"]["全年"] == "3份"


def test_a_cell_leads_to_its_disclosures():
    links = links_of(tree_of(board(), "disclosure/coverage/"))
    assert "../../plans/a/" in links
    assert "../logistics/#nb-2026-03" in links
    page = tree_of(board(), "disclosure/logistics/")
    (row,) = page.findall(".//li[@id='nb-2026-03']")
    assert "公开c" in text_of(row)


def test_the_checklist_says_what_was_never_used_and_what_there_is_not():
    catalog = board(disclosure={"channels": {"公示栏": ["公示栏"], "意见箱": ["意见箱"], "发布会": []}})
    rows = [row for row in rows_of(tree_of(catalog, "disclosure/coverage/")) if "渠道" in row]
    assert [(row["渠道"], row["用过几次"], row["最近一次"]) for row in rows] == [
        ("公示栏", "1 次", "2026年2月10日 公开a"),
        ("意见箱", "没有", ""),
        ("发布会", "本单位未使用", ""),
    ]


def test_the_workbook_has_the_matrix_and_the_channels():
    workbook = openpyxl.load_workbook(io.BytesIO(asset_of(board(), "disclosure/ledger.xlsx").content()))
    assert workbook.sheetnames == ["公开台账", "各类各月", "公开渠道"]
    rows = list(workbook["各类各月"].iter_rows(values_only=True))
    (row,) = [row for row in rows if row[1] == "后勤与食堂"]
    assert row == (2026, "后勤与食堂", "无", 1, 2, "缺", "缺", "无", *["未到"] * 6, 3)
    assert ("对内公开栏", 1) in [row[:2] for row in workbook["公开渠道"].iter_rows(values_only=True)]


def test_an_absent_category_is_called_so():
    catalog = board(disclosure={"absent": {"财务": "由上级统管"}})
    (row,) = [
        row
        for row in rows_of(tree_of(catalog, "disclosure/coverage/"))
        if "1月" in row and row["类别"].startswith("财务")
    ]
    assert row["类别"] == "财务 本单位无此项"


def test_the_public_edition_claims_no_gap():
    text = html_of(board(audience="public"), "disclosure/coverage/")
    assert "缺" not in text
    assert "只数对外公开的" in text
