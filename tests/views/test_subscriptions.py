"""The page of calendars and feeds, and the ways to them from other pages."""

from dataclasses import replace

from boards import plan
from catalogs import asset_of, links_of, page_of, text_of, tree_of
from noticeboard.views import assets_of

FILES = {
    "plans/a.md": plan(
        "- 3月8日 座谈会（类别：女职工）\n- 12月8日 14:30 读书会（类别：读书）\n- 12月9日 参观（取消）"
    ),
    "plans/b.md": plan("- 12月31日 联欢会", head="单位: 东校区"),
}
UNITS = {"units": ["工会", {"name": "东校区", "slug": "east"}]}


def test_every_file_that_is_linked_to_is_made(board):
    site = board(FILES, **UNITS)
    made = {asset.address for asset in assets_of(site.catalog)}
    linked = links_of(tree_of(site.catalog, "subscribe/"))
    files = [link.removeprefix("../") for link in linked if link.endswith((".ics", ".xml"))]
    assert set(files) <= made
    assert files == [
        "calendar.ics",
        "units/gong-hui/calendar.ics",
        "units/east/calendar.ics",
        "categories/women/calendar.ics",
        "categories/recreation/calendar.ics",
        "categories/du-shu-6e7a81/calendar.ics",
        "categories/other/calendar.ics",
        "feed.xml",
        "disclosure/feed.xml",
        "notices/feed.xml",
    ]


def test_one_unit_needs_no_calendar_of_its_own_on_the_page(board):
    text = text_of(tree_of(board(FILES | {"plans/b.md": plan()}).catalog, "subscribe/"))
    assert "一个单位的" not in text


def test_an_activity_to_come_leads_to_its_file(board):
    site = board(FILES, **UNITS)
    for address, expected in (("months/2026/12/", ["读书会", "联欢会"]), ("months/2026/03/", [])):
        found = [
            link
            for link in tree_of(site.catalog, address).iter("a")
            if "nb-entry__calendar" in link.attrib.get("class", "")
        ]
        assert [link.attrib["aria-label"] for link in found] == [f"把“{name}”加入日历" for name in expected]
        for link in found:
            asset_of(site.catalog, link.attrib["href"].removeprefix("../../../"))


def test_a_month_that_is_over_has_no_schedule_to_download(board):
    site = board(FILES, **UNITS)
    for address, expected in (("months/2026/12/", "calendar.ics"), ("months/2026/03/", None)):
        links = {text_of(link): link.attrib["href"] for link in tree_of(site.catalog, address).iter("a")}
        assert links.get("下载本月日程") == expected
        assert links["订阅日历"] == "../../../subscribe/"


def test_pages_name_the_files_that_tell_of_the_same(board):
    catalog = board(FILES, **UNITS).catalog
    told = {
        address: [
            (other.address, other.media_type, other.title) for other in page_of(catalog, address).alternates
        ]
        for address in (
            "units/east/",
            "months/2026/12/",
            "months/2026/03/",
            "disclosure/",
            "disclosure/finance/",
            "archive/",
        )
    }
    disclosures = ("disclosure/feed.xml", "application/atom+xml", "工会 校务公开")
    assert told == {
        "units/east/": [("units/east/calendar.ics", "text/calendar", "东校区")],
        "months/2026/12/": [("months/2026/12/calendar.ics", "text/calendar", "2026年12月活动")],
        "months/2026/03/": [],
        "disclosure/": [disclosures],
        "disclosure/finance/": [disclosures],
        "archive/": [],
    }


def test_one_tap_or_one_scan_subscribes_where_the_site_knows_its_address(board):
    catalog = board(FILES).catalog
    tree = tree_of(replace(catalog, site_url="https://union.example/board/"), "subscribe/")
    assert "webcal://union.example/board/calendar.ics" in links_of(tree)
    (code,) = tree.iterfind(".//*[@aria-label='订阅全部活动的二维码']")
    assert len(code) == 1
    assert not [link for link in links_of(tree_of(catalog, "subscribe/")) if link.startswith("webcal")]
