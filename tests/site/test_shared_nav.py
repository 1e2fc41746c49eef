"""The navigation of pages that it does not name: filled once a folder, and right on each page."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.utils import get_relative_url

from noticeboard_mkdocs.shared_nav import SharedNavigation


def page(url: str):
    return SimpleNamespace(url=url)


def shared(*urls: str) -> SharedNavigation:
    first, *others = [Link(url, url) for url in urls]
    section = Section("指南", [first, Link("台账", "plans/2026/b/ledger.csv")])
    return SharedNavigation(Navigation([section, *others], []))


NAMED = ("guide/", "months/", "months/2026/", "plans/2026/named/")
EVERYWHERE = (
    "", "guide/", "months/", "months/2026/", "months/2026/03/", "plans/2025/a/", "plans/2026/a/", "plans/2026/b/",
    "plans/2026/c/", "plans/2026/named/", "plans/2026/fen-hui/a/", "404.html", "units/a/", "units/b/",
)  # fmt: skip


ON_A_DISK = tuple(f"{url}index.html" for url in EVERYWHERE if url != "404.html")


@pytest.mark.parametrize("order", [EVERYWHERE, EVERYWHERE[::-1], ON_A_DISK, ON_A_DISK[::-1]])
def test_links_are_those_that_each_page_would_have_by_itself(order):
    navigation = shared(*NAMED)

    def links(url: str) -> str:
        return " ".join(get_relative_url(target, url) for target in (*NAMED, "plans/2026/b/ledger.csv"))

    for url in order:
        assert navigation("sections", page(url), lambda url=url: links(url)) == links(url), url


def test_pages_beside_each_other_share_one_and_its_parts_do_not():
    navigation = shared(*NAMED)
    assert navigation("sections", page("units/a/"), lambda: "一") == "一"
    assert navigation("sections", page("units/b/"), lambda: "二") == "一"
    assert navigation("sections", page("units/c/index.html"), lambda: "四") == "一"
    assert navigation("tabs", page("units/b/"), lambda: "三") == "三"


def test_a_page_that_is_named_has_its_own_mark():
    navigation = shared(*NAMED)
    assert navigation("sections", page("months/"), lambda: "一") == "一"
    assert navigation("sections", page("months/"), lambda: "二") == "二"


def test_a_template_without_a_page_is_filled_by_itself():
    assert shared(*NAMED)("sections", None, lambda: "一") == "一"
