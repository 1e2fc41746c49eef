"""What an officer types is text in every page, in the theme's own parts too."""

from __future__ import annotations

import pytest

from board_cases import FOLDER, read_case
from site_builds import run_mkdocs


@pytest.mark.site
def test_signs_of_html_stay_text(project) -> None:
    root = project(read_case((FOLDER / "html-in-titles.txt").read_text(encoding="utf-8")).files)
    done = run_mkdocs(root, "build")
    assert done.returncode == 0, done.stderr
    pages = [page.read_text(encoding="utf-8") for page in (root / "site").rglob("*.html")]
    assert any("&lt;script&gt;alert(1)" in page for page in pages)
    for tag in ("<script>alert", "<img src=x", "<b>五月", "<i>一"):
        assert not [page for page in pages if tag in page]


CONFIG = r"""
site_name: 甲&lt;script>1 "乙" onclick=x
site_description: 丙" http-equiv="refresh
site_author: 丁" x="
"""


@pytest.mark.site
def test_what_the_site_file_says_is_text(project) -> None:
    root = project({"plans/.keep": "", "docs/a.md": "# 一\n", "docs/b.md": "# 二\n"})
    file = root / "mkdocs.yml"
    config = file.read_text(encoding="utf-8").replace("site_name: 试验\n", CONFIG)
    nav = """nav:\n  - '戊&lt;i>"x="': index.md\n  - '己&lt;i>':\n    - '庚&lt;i>': a.md\n    - b.md\n"""
    file.write_text(config.replace("nav: [index.md]\n", nav), encoding="utf-8")
    done = run_mkdocs(root, "build")
    assert done.returncode == 0, done.stderr
    for path in ("index.html", "a/index.html", "b/index.html", "archive/index.html"):
        page = (root / "site" / path).read_text(encoding="utf-8")
        assert "甲&amp;lt;script&gt;1 &#34;乙&#34; onclick=x" in page
        assert 'http-equiv="refresh"' not in page
        for title in ("己", "庚"):
            assert f"{title}&amp;lt;i&gt;" in page and f"{title}&lt;i" not in page
    assert 'content="丙&#34; http-equiv=&#34;refresh"' in (root / "site/a/index.html").read_text(
        encoding="utf-8"
    )
