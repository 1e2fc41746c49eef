"""Where each forge's web editor opens a file."""

from __future__ import annotations

import pytest

from boards import plan
from noticeboard.views import PageRenderer
from noticeboard.views.helpers.forge import Forge, forge_of, usual_edit_uri

PATH = "plans/2026/三月 计划#1.md"
QUOTED = "plans/2026/%E4%B8%89%E6%9C%88%20%E8%AE%A1%E5%88%92%231.md"


@pytest.mark.parametrize(
    ("repository", "edit_uri", "editor"),
    [
        ("https://github.com/union/board", "edit/main/docs/", "https://github.com/union/board/edit/main/"),
        ("https://github.com/union/board/", "edit/main/docs", "https://github.com/union/board/edit/main/"),
        ("https://gitlab.com/union/board", "-/edit/main/docs/", "https://gitlab.com/union/board/-/edit/main/"),
        ("https://gitee.com/union/board", "edit/master/docs/", "https://gitee.com/union/board/edit/master/"),
        ("http://git.example.internal/union/board", "_edit/main/docs/", "http://git.example.internal/union/board/_edit/main/"),
        ("https://github.com/school/site", "edit/main/board/docs/", "https://github.com/school/site/edit/main/board/"),
        ("https://github.com/union/board", "edit/main/", "https://github.com/union/board/edit/main/"),
        ("https://a.example/x", "https://b.example/edit/docs/", "https://b.example/edit/"),
        (None, "https://b.example/edit/docs/", "https://b.example/edit/"),
    ],
)  # fmt: skip
def test_documents_are_edited_beside_docs(repository, edit_uri, editor):
    forge = forge_of(repository, edit_uri)
    assert forge == Forge(editor)
    assert forge.edit_url(PATH) == editor + QUOTED


@pytest.mark.parametrize("edit_uri", [None, ""])
def test_no_editor_is_known(edit_uri):
    assert forge_of("https://git.example.internal/union/board", edit_uri) is None


@pytest.mark.parametrize(
    ("repository", "edit_uri"),
    [
        ("https://gitee.com/union/board", "edit/master/docs/"),
        ("https://gitlab.school.example/union/board", "-/edit/main/docs/"),
        ("http://gitea.school.example:3000/union/board", "_edit/main/docs/"),
        ("https://codeberg.org/union/board", "_edit/main/docs/"),
        ("https://git.school.example/union/board", None),
    ],
)
def test_the_host_gives_the_forge_away(repository, edit_uri):
    assert usual_edit_uri(repository) == edit_uri


def test_a_month_leads_to_the_files_it_is_made_of_and_to_the_plans_of_its_period(board):
    site = board(
        {
            "plans/2026/计划.md": plan("### 三月\n\n- 8日 座谈会\n", title="<工会>计划"),
            "plans/2026/女工.md": plan("### 四月\n\n- 春游\n", title="女工计划"),
            "plans/2025/旧.md": plan("", title="旧计划", period="2025年"),
        }
    )
    march = next(page for page in site.pages if page.address == "months/2026/03/")
    html = PageRenderer(site.catalog, forge=Forge("https://git.example/edit/main/")).render(march).html
    own, other = (
        f"https://git.example/edit/main/plans/2026/{name}.md"
        for name in ("%E8%AE%A1%E5%88%92", "%E5%A5%B3%E5%B7%A5")
    )
    assert html.count(f'href="{own}"') == 2
    assert html.count(f'href="{other}"') == 1
    assert "添加到《&lt;工会&gt;计划》" in html
    assert "plans/2025" not in html
    assert "https://" not in PageRenderer(site.catalog).render(march).html
