"""A month's page: how it is laid out for paper."""

from __future__ import annotations

import pytest

from boards import plan
from noticeboard.views import PageRenderer, pages_of


@pytest.mark.parametrize(
    ("count", "layout"),
    [(30, ""), (31, " nb-columns--crowded"), (61, " nb-columns--crowded nb-columns--packed")],
)
def test_the_more_there_is_the_smaller_it_prints(board, count, layout):
    body = "### 三月\n" + "\n".join(f"- 第{number}件事" for number in range(count))
    site = board({"plans/a.md": plan(body)})
    page = next(page for page in pages_of(site.catalog) if page.address == "months/2026/03/")
    assert f'class="nb-columns{layout}"' in PageRenderer(site.catalog).render(page).html


def test_a_card_names_its_category_but_not_that_it_has_none(board):
    site = board({"plans/a.md": plan("### 三月\n- 大家说说话\n- 乒乓球赛（类别：文体活动）")})
    page = next(page for page in pages_of(site.catalog) if page.address == "months/2026/03/")
    html = PageRenderer(site.catalog).render(page).html
    assert "<span>文体活动</span>" in html
    assert "<span>其他</span>" not in html
