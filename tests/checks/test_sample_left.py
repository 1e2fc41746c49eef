"""Names of the sample that stand in somebody else's board."""

from __future__ import annotations

import pytest

from boards import write
from guide.pages import TODAY
from noticeboard.build import load
from noticeboard.content.settings.site_file import read_site_file
from noticeboard.edition import Edition

NOTICE = "---\n类型: 通知\n标题: 值班\n日期: 2026-11-02\n---\n\n请到晨光小学门口。晨光小学。\n"


def found(tmp_path, organisation, files):
    config = f"site_name: 公告栏\nextra:\n  board:\n    organisation: {organisation}\n"
    root = write(tmp_path, {"mkdocs.yml": config, **files})
    settings, problems = read_site_file(root)
    assert problems == ()
    site = load(root, settings, Edition(TODAY))
    return [(it.path, it.line, it.column) for it in site.problems if it.code == "sample-left"]


@pytest.mark.parametrize(
    ("path", "text", "place"),
    [
        ("plans/2026/值班.md", NOTICE, (7, 3)),
        ("docs/about.md", "# 关于\n\n这是晨光小学的。\n", (3, 3)),
        ("docs/index.md", "写信到 a@chenguang.example。\n", (1, 7)),
    ],
)
def test_a_name_that_was_left_is_told_once_a_file(tmp_path, path, text, place):
    assert found(tmp_path, "城南中学工会", {path: text}) == [(path, *place)]


@pytest.mark.parametrize("organisation", ["晨光小学工会", "工会"])
def test_the_sample_itself_and_a_board_without_a_name_may_say_it(tmp_path, organisation):
    assert found(tmp_path, organisation, {"plans/2026/值班.md": NOTICE}) == []


def test_the_guide_is_the_programs_own(tmp_path):
    assert found(tmp_path, "城南中学工会", {"docs/guide/word.md": "# 例\n\n晨光小学\n"}) == []
