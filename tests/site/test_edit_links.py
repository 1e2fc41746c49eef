"""Every page's edit link opens the forge's editor on the right file."""

import re
from html import unescape

import pytest

from boards import plan
from site_builds import REPOSITORY, run_mkdocs

pytestmark = pytest.mark.site

LOOK = REPOSITORY / "overrides"
"""Without it the theme asks a forge how many stars it has, and nothing is published."""
THEME = f"theme: {{name: material, language: zh, font: false, custom_dir: '{LOOK}', features: [content.action.edit]}}\n"
DOCUMENT = "plans/2026/%E4%B8%89%E6%9C%88%20%231.md"


def edit_links(place):
    return [
        unescape(link)
        for link in re.findall(r'href="([^"]+)"[^>]*rel="edit"', place.read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize(
    ("config", "editor"),
    [
        ("repo_url: https://github.com/union/board\nedit_uri: edit/main/docs/\n", "https://github.com/union/board/edit/main/"),
        ("repo_url: https://gitlab.com/union/board\nedit_uri: -/edit/main/docs/\n", "https://gitlab.com/union/board/-/edit/main/"),
        ("repo_url: https://gitee.com/union/board\n", "https://gitee.com/union/board/edit/master/"),
        ("repo_url: http://gitea.example.internal/union/board\n", "http://gitea.example.internal/union/board/_edit/main/"),
        ("repo_url: https://git.example/u/b\nedit_uri: _edit/main/docs/\n", "https://git.example/u/b/_edit/main/"),
    ],
)  # fmt: skip
def test_github_gitlab_gitee_and_gitea(project, config, editor):
    folder = project({"plans/2026/三月 #1.md": plan("### 三月\n\n- 8日 座谈会\n")}, config + THEME)
    done = run_mkdocs(folder, "build", "--strict")
    assert done.returncode == 0, done.stderr
    (document,) = (folder / "site/plans").rglob("index.html")
    assert edit_links(document) == [editor + DOCUMENT]
    assert edit_links(folder / "site/index.html") == [f"{editor}docs/index.md"]
    month = folder / "site/months/2026/03/index.html"
    assert edit_links(month) == []
    assert month.read_text(encoding="utf-8").count(f'href="{editor}{DOCUMENT}"') == 2


def test_without_a_repository_nothing_leads_anywhere(project):
    folder = project({"plans/2026/三月.md": plan("### 三月\n\n- 8日 座谈会\n")}, THEME)
    assert run_mkdocs(folder, "build", "--strict").returncode == 0
    assert [place for place in (folder / "site").rglob("*.html") if edit_links(place)] == []
