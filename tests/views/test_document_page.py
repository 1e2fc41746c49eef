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


def test_of_many_plans_of_one_period_those_of_about_the_same_day_are_named(board):
    def plan(number: int) -> str:
        return (
            f"---\n类型: 计划\n标题: 第{number}份\n日期: 2026-01-{number + 1:02}\n期间: 2026年\n---\n\n无。\n"
        )

    others = {f"plans/b{number}.md": plan(number) for number in range(1, 16)}
    text = html(board({"plans/a.md": plan(0), **others}))
    assert "第12份" in text and "第13份" not in text
    assert "同期另有 3 份" in text and 'href="../../months/2026/"' in text


def test_plans_of_other_units_and_periods_are_not_named(board):
    def plan(title: str, unit: str, period: str, kind: str = "计划") -> str:
        return (
            f"---\n类型: {kind}\n标题: {title}\n日期: 2026-01-02\n单位: {unit}\n期间: {period}\n---\n\n无。\n"
        )

    files = {
        "plans/a.md": plan("本份", "甲校", "2026年"),
        "plans/b.md": plan("同单位的计划", "甲校", "2026年"),
        "plans/c.md": plan("同单位的总结", "甲校", "2026年", "总结"),
        "plans/d.md": plan("别单位的计划", "乙校", "2026年"),
        "plans/e.md": plan("别单位的总结", "乙校", "2026年", "总结"),
        "plans/f.md": plan("别的一年", "甲校", "2025年"),
    }
    text = html(board(files, units=["甲校", "乙校"]))
    assert "同单位的计划" in text and "同单位的总结" in text
    for other in ("别单位的计划", "别单位的总结", "别的一年"):
        assert other not in text
