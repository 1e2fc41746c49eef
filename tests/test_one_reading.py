"""A body is read once, however many pages, feeds, checks and searches tell of it."""

import pytest

from boards import load_board
from noticeboard.markup import body
from noticeboard.search.sources import texts_of_site
from noticeboard.views import PageRenderer

PLAN = """---
类型: 计划
标题: 计划
日期: 2026-01-02
期间: 2026年
---

## 三月

- [x] 8日 座谈 → [通知](b.md#shi-jian)
- 甲 [上文](#三月)
"""
NOTICE = (
    "---\n类型: 通知\n标题: 通知\n日期: 2026-02-02\n---\n\n## 时间\n\n见[计划](a.md)，[一处](a.md#无)。\n"
)


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    count: list[int] = []
    read = body.read_blocks
    monkeypatch.setattr(
        body, "read_blocks", lambda text, first_line=1: count.append(first_line) or read(text, first_line)
    )
    return count


def test_a_body_is_read_once(tmp_path, readings):
    site = load_board(tmp_path, {"plans/a.md": PLAN, "plans/b.md": NOTICE})
    assert [problem.code for problem in site.problems] == ["anchor-missing"]
    pages, made = PageRenderer(site.catalog).make(site.pages, site.assets)
    assert "通知" in made["feed.xml"].decode() and 'id="san-yue"' in "".join(p.html for p in pages.values())
    assert len(texts_of_site(site)) == 2
    assert sorted(readings) == [6, 7]


@pytest.mark.slow
def test_what_a_copy_of_the_process_sends_is_not_read_again(tmp_path, readings):
    site = load_board(tmp_path, {f"plans/{number}.md": NOTICE for number in range(200)})
    here = len(readings)
    PageRenderer(site.catalog).make(site.pages, site.assets)
    texts_of_site(site)
    assert len(readings) == here <= 200
