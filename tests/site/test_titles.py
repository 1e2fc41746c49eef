"""What an officer types is text in every page, in the theme's own parts too."""

from __future__ import annotations

import pytest

from board_cases import FOLDER, read_case
from site_builds import run_generator


@pytest.mark.site
def test_signs_of_html_stay_text(project) -> None:
    root = project(read_case((FOLDER / "html-in-titles.txt").read_text(encoding="utf-8")).files)
    done = run_generator(root, "build")
    assert done.returncode == 0, done.stderr
    pages = [page.read_text(encoding="utf-8") for page in (root / "site").rglob("*.html")]
    assert any("&lt;script&gt;alert(1)" in page for page in pages)
    for tag in ("<script>alert", "<img src=x", "<b>五月", "<i>一"):
        assert not [page for page in pages if tag in page]
