from datetime import date

from catalogs import catalog_of, disclosure, html_of, links_of, page_of, rows_of, text_of, tree_of
from noticeboard.views import pages_of

TODAY = date(2026, 3, 10)


def lines_of(tree):
    """The line of each category."""
    return [text_of(row) for row in tree.iterfind(".//li") if "nb-category" in row.attrib.get("class", "")]


def test_the_section_exists_also_when_nothing_was_disclosed():
    tree = tree_of(catalog_of(today=TODAY), "disclosure/")
    assert tree.find(".//h1").text == "校务公开"
    assert "现在没有正在公示的事项。" in text_of(tree)
    assert [line.rpartition(" · ")[0].rpartition(" ")[2] for line in lines_of(tree)][:9] == [
        "还没有公开过"
    ] * 9
    assert lines_of(tree)[9] == "其他 还没有公开过"


def test_the_section_has_the_name_of_its_kind_or_of_the_site():
    assert page_of(catalog_of(kind="enterprise"), "disclosure/").title == "厂务公开"
    assert (
        page_of(catalog_of(kind="enterprise", disclosure={"name": "厂情公开"}), "disclosure/").title
        == "厂情公开"
    )


def test_a_category_shows_what_is_there_and_what_is_missing():
    catalog = catalog_of(
        disclosure("a", "2025-09-10", category="财务"),
        disclosure("b", "2026-02-10", category="后勤与食堂"),
        disclosure("c", "2026-03-01", category="后勤与食堂"),
        disclosure("d", "2026-01-10", category="其他"),
        today=TODAY,
        disclosure={"absent": {"招生与学生资助": "本部不招生"}},
    )
    assert lines_of(tree_of(catalog, "disclosure/")) == [
        "发展规划与重大决策 逾期未公开 还没有公开过 · 1月31日前",
        "基建与采购 逾期未公开 还没有公开过 · 1月31日前",
        "财务 2025年9月10日 · 8月31日前",
        "职称评聘与奖惩 逾期未公开 还没有公开过 · 2025年12月31日前",
        "评优与考核 逾期未公开 还没有公开过 · 2025年12月31日前",
        "绩效工资与福利 逾期未公开 还没有公开过 · 2025年12月31日前",
        "党风廉政 逾期未公开 还没有公开过 · 2025年12月31日前",
        "招生与学生资助 本单位无此项",
        "后勤与食堂 3月1日 · 4月30日前",
        "其他 1月10日",
    ]
    tree = tree_of(catalog, "disclosure/coverage/")
    rows = {row.pop("类别").partition(" ")[0]: row for row in rows_of(tree) if "多久一次" in row}
    assert rows["后勤与食堂"] == {
        "多久一次": "每月一次", "最近一次": "2026年3月1日", "下次应在": "2026年4月30日以前", "今年": "2 份",
    }  # fmt: skip
    assert rows["财务"]["下次应在"] == "2026年8月31日以前"
    assert rows["党风廉政"]["下次应在"] == "2025年12月31日以前 逾期未公开"
    assert rows["招生与学生资助"] == {
        "多久一次": "每学期一次", "最近一次": "本单位无此项 本部不招生", "下次应在": "不需要", "今年": "0 份",
    }  # fmt: skip
    assert rows["其他"]["多久一次"] == "有则公开"
    assert rows["其他"]["下次应在"] == "没有期限"
    assert "预算、决算和执行情况" in text_of(tree)


def test_the_head_counts_what_is_missing():
    catalog = catalog_of(
        disclosure("a", "2025-09-10", category="财务"),
        disclosure("b", "2026-06-01", category="党风廉政"),
        today=TODAY,
        disclosure={"absent": {"后勤与食堂": "不设食堂"}},
    )
    head = text_of(tree_of(catalog, "disclosure/").find("header/p"))
    assert head == "共 2 份，今年 0 份；逾期未公开 7 类；还没有公开过的 8 类"


def test_the_section_lists_what_is_open_and_what_comes():
    catalog = catalog_of(
        disclosure("a", title="正在公示", period=("2026-03-09", "2026-03-13")),
        disclosure("b", title="就要公示", period=("2026-03-11", "2026-03-13")),
        disclosure("c", title="公示过了", period=("2026-03-01", "2026-03-09")),
        today=TODAY,
    )
    lists = [text_of(section) for section in tree_of(catalog, "disclosure/").findall("section")[1:3]]
    assert lists[0].startswith("公示中 1 正在公示 公示中 还有 4 天")
    assert lists[1].startswith("即将公示 1 就要公示 即将公示")
    assert "公示过了" not in "".join(lists)


def test_the_section_links_to_the_ledger_and_every_category():
    links = links_of(tree_of(catalog_of(), "disclosure/"))
    assert {"ledger/", "coverage/", "finance/", "integrity/", "logistics/", "other/"} <= set(links)


def test_every_category_has_a_page():
    addresses = [page.address for page in pages_of(catalog_of(kind="village"))]
    assert [address for address in addresses if address.startswith("disclosure/")] == [
        "disclosure/", "disclosure/decisions/", "disclosure/finance/", "disclosure/procurement/",
        "disclosure/assets/", "disclosure/welfare/", "disclosure/services/", "disclosure/other/",
        "disclosure/ledger/", "disclosure/coverage/",
    ]  # fmt: skip


def test_a_category_page_is_newest_first_by_year():
    catalog = catalog_of(
        disclosure("old", "2024-03-01"),
        disclosure("new", "2026-03-01"),
        disclosure("mid", "2026-01-01"),
        disclosure("elsewhere", "2026-02-01", category="其他"),
        today=TODAY,
    )
    tree = tree_of(catalog, "disclosure/finance/")
    headings = [text_of(heading) for heading in tree.iter("h2")]
    assert headings == ["2026年 2", "2024年 1", "其他类别"]
    assert [text_of(link) for link in tree.findall(".//li/a[@class='nb-document__title']")] == [
        "公开new",
        "公开mid",
        "公开old",
    ]


def test_a_category_page_leads_back():
    tree = tree_of(catalog_of(), "disclosure/finance/")
    assert links_of(tree.find("nav")) == ["../../", "../"]


def test_an_empty_category_page_says_so():
    assert "这一类还没有公开过。" in html_of(catalog_of(), "disclosure/finance/")
    absent = catalog_of(disclosure={"absent": {"财务": "由上级统一管理"}})
    assert "本单位无此项：由上级统一管理" in html_of(absent, "disclosure/finance/")


def test_what_officers_write_is_escaped():
    mark = '<script>alert(1)</script>&"'
    catalog = catalog_of(
        disclosure(title=mark, department=mark, number=mark),
        disclosure={"absent": {"其他": mark}},
        kind="school",
    )
    for address in ("disclosure/", "disclosure/finance/", "disclosure/other/"):
        assert "<script" not in html_of(catalog, address)
    assert mark in text_of(tree_of(catalog, "disclosure/finance/"))


def test_the_latest_five_come_first():
    days = [f"2026-02-{day:02}" for day in range(1, 8)] + ["2026-03-11"]
    documents = [disclosure(f"d{number}", day) for number, day in enumerate(days)]
    catalog = catalog_of(
        *documents, disclosure("gone", "2026-03-01", expire_on=date(2026, 3, 2)), today=TODAY
    )
    section = tree_of(catalog, "disclosure/").find(".//section")
    assert section.attrib["aria-labelledby"] == "nb-newest"
    assert [text_of(link) for link in section.iter("a")] == [f"公开d{number}" for number in (6, 5, 4, 3, 2)]
