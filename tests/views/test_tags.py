"""The tags: all on one page, with a page each where they list too many documents."""

from catalogs import catalog_of, disclosure, html_of, tree_of
from noticeboard.views import pages_of
from noticeboard.views.tags import tag_place


def board_of(count):
    return catalog_of(
        disclosure("first", "2026-01-05", tags=("体检", "福利")),
        *(
            disclosure(f"d{number:04}", f"2026-02-{1 + number % 28:02}", tags=("福利",))
            for number in range(count)
        ),
    )


def listed(catalog, address):
    return len(tree_of(catalog, address).findall(".//li[@class='nb-document']"))


def addresses_of(catalog):
    return {page.address for page in pages_of(catalog) if page.address.startswith("tags/")}


def test_few_stand_on_one_page_each_at_its_anchor():
    catalog = board_of(598)
    assert addresses_of(catalog) == {"tags/"}
    assert listed(catalog, "tags/") == 600
    assert tag_place(catalog, "体检") == ("tags/", "tag-ti-jian")
    assert "tags/#tag-ti-jian" in html_of(catalog, catalog.shown[-1].address)


def test_many_have_a_page_each_and_their_anchors_stay():
    catalog = board_of(700)
    assert addresses_of(catalog) == {"tags/", "tags/tag-ti-jian/", "tags/tag-fu-li/"}
    assert listed(catalog, "tags/") == 0
    assert [link.get("href") for link in tree_of(catalog, "tags/").findall(".//a[@id]")] == [
        "tag-fu-li/",
        "tag-ti-jian/",
    ]
    assert (listed(catalog, "tags/tag-ti-jian/"), listed(catalog, "tags/tag-fu-li/")) == (1, 600)
    assert "这里是最新的 600 份" in html_of(catalog, "tags/tag-fu-li/")
    assert "tags/tag-ti-jian/" in html_of(catalog, catalog.shown[-1].address)
