"""A document's page: what stands around its text."""

from __future__ import annotations

from noticeboard.views import PageRenderer, pages_of

NOTICE = "---\n类型: 通知\n标题: 放假通知\n日期: 2026-11-01\n---\n\n照常值班。\n"


def html(site, **options) -> str:
    page = next(page for page in pages_of(site.catalog) if page.address == "plans/a/")
    return PageRenderer(site.catalog, **options).render(page).html


def test_a_site_that_knows_its_address_puts_it_on_paper(board):
    text = html(board({"plans/a.md": NOTICE}), site_url="http://oa.example/gonghui/")
    assert "http://oa.example/gonghui/plans/a/<" in text and "<svg" in text


def test_one_opened_from_a_disk_names_its_pages_as_they_are_served(board):
    text = html(board({"plans/a.md": NOTICE}), site_url="http://oa.example/", directory_urls=False)
    assert "http://oa.example/plans/a/index.html<" in text


def test_without_an_address_there_is_neither_a_code_nor_a_word_of_one(board):
    text = html(board({"plans/a.md": NOTICE}))
    assert "<svg" not in text and "扫码" not in text
