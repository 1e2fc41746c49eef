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


def test_who_may_see_it_is_said_in_words_of_readers(board):
    inside = html(board({"plans/a.md": NOTICE}))
    outside = html(board({"plans/a.md": NOTICE.replace("标题:", "范围: 对外\n标题:")}))
    assert "<dt>谁能看</dt><dd>只限内网</dd>" in inside
    assert "<dt>谁能看</dt><dd>所有人</dd>" in outside


def test_an_attachment_is_called_as_staff_call_it(board, tmp_path):
    notice = NOTICE.replace("标题:", "附件: [名单.xlsx, 名单.pdf]\n标题:")
    text = html(board({"plans/a.md": notice, "plans/名单.xlsx": "", "plans/名单.pdf": ""}))
    assert "Excel 表格，1 KB" in text and "PDF，1 KB" in text


def test_words_of_the_trade_are_told_once_and_not_found_by_a_search(board):
    proposal = "---\n类型: 提案\n标题: 加装窗帘\n日期: 2026-11-01\n---\n\n## 案由\n\n晒。\n"
    text = html(board({"plans/a.md": proposal}))
    assert text.count("附议：别的代表一同提出") == 1
    assert 'data-search="off">附议：' in text
    assert "附议：" not in html(board({"plans/a.md": NOTICE}))
