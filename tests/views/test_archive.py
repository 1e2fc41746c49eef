"""The archive: of a year with very many documents it shows the newest, and has a page for each month."""

from boards import load_board
from catalogs import catalog_of, day, disclosure, html_of, text_of, tree_of
from noticeboard.views import pages_of


def many(count):
    return [
        disclosure(f"d{number:04}", f"2026-{1 + number % 3:02}-{1 + number % 28:02}")
        for number in range(count)
    ]


def listed(catalog, address):
    return len(tree_of(catalog, address).findall(".//li[@class='nb-document']"))


def test_a_year_that_is_too_long_has_pages_of_months():
    catalog = catalog_of(*many(601), disclosure("old", "2025-05-01"), today=day("2026-11-20"))
    addresses = {page.address for page in pages_of(catalog)}
    months = {f"archive/2026/{number:02}/" for number in (1, 2, 3)}
    assert months <= addresses
    assert "archive/2025/05/" not in addresses
    assert listed(catalog, "archive/") == listed(catalog, "archive/2026/") == 100
    assert sum(listed(catalog, address) for address in months) == 601
    assert "共 601 份，这里是最新的 100 份" in text_of(tree_of(catalog, "archive/2026/"))
    assert 'href="02/"' in html_of(catalog, "archive/2026/")
    assert 'href="2026/"' in html_of(catalog, "archive/")


def test_a_year_that_is_not_stands_on_one_page():
    catalog = catalog_of(*many(600), today=day("2026-11-20"))
    assert listed(catalog, "archive/") == listed(catalog, "archive/2026/") == 600
    assert not any(page.address.startswith("archive/2026/0") for page in pages_of(catalog))


def test_what_unions_won_and_spent_is_two_taps_from_the_front_page(tmp_path):
    head = "---\n类型: {}\n标题: {}\n日期: 2026-03-02\n{}\n---\n\n{}\n"
    table = "| 项目 | 预算 | 决算 |\n|---|---|---|\n| 活动 | 10 | 9 |\n"
    files = {
        "plans/a.md": head.format("台账", "荣誉", "种类: 荣誉\n称号: 先锋号", ""),
        "plans/b.md": head.format("公开", "决算", "类别: 财务\n责任部门: 工会", table),
        "plans/c.md": head.format("通知", "简报第1期", "期号: 2026年第1期", ""),
    }
    catalog = load_board(tmp_path, files).catalog
    archive = [link.get("href") for link in tree_of(catalog, "archive/").iter("a")]
    assert {"../registers/honours/", "../newsletters/", "../funds/"} <= set(archive)
    assert "../funds/" in [link.get("href") for link in tree_of(catalog, "disclosure/").iter("a")]
    empty = [link.get("href") for link in tree_of(catalog_of(), "archive/").iter("a")]
    assert "../registers/honours/" not in empty
