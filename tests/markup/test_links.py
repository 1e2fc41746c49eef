from __future__ import annotations

import pytest

from noticeboard.markup.links import Link, links_of


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("见[通知](a.md)。", [("通知", "a.md", 1, 2)]),
        ('[通知](a.md "题") [小结](<b c.md>)', [("通知", "a.md", 1, 1), ("小结", "b c.md", 1, 16)]),
        ("[通知](2026 计划(1).md)", [("通知", "2026 计划(1).md", 1, 1)]),
        ("一\n\n二 ![图](a.jpg)", [("图", "a.jpg", 3, 3)]),
        ("[![图](a.jpg)](b.md)", [("图", "b.md", 1, 1), ("图", "a.jpg", 1, 2)]),
        ("[**通**知](a.md)", [("通知", "a.md", 1, 1)]),
        ("[通\n知](a.md)", [("通知", "a.md", 1, 1)]),
        ("[通\n\n知](a.md)", []),
        ("[通知][1]\n\n[1]: a.md '题'", [("通知", "a.md", 1, 1)]),
        ("[通知][] [通知]\n\n[通知]: <a b.md>", [("通知", "a b.md", 1, 1), ("通知", "a b.md", 1, 8)]),
        ("[通知][无] [无]", []),
        ("<https://example.org/a>", [("https://example.org/a", "https://example.org/a", 1, 1)]),
        ('<a href="a.md">通知</a><img src=b.jpg alt="图">', [("", "a.md", 1, 1), ("", "b.jpg", 1, 22)]),
        ("`[通知](a.md)` \\[通知](b.md)", []),
        ("```\n[通知](a.md)\n```\n", []),
        ("文\n\n    [通知](a.md)\n", []),
        ("<!--\n[通知](a.md)\n-->", []),
        ("- 甲\n    - [通知](a.md)", [("通知", "a.md", 2, 7)]),
        ("[点](javascript:x) [点](Data:x) [点](java\tscript:x)", []),
        ("[^1]: [通知](a.md)", [("通知", "a.md", 1, 7)]),
        ("- [x][小结](没有.md)", [("小结", "没有.md", 1, 6)]),
        ("见[注][x](没有.md)", [("x", "没有.md", 1, 5)]),
        ("> 见\n>   [通知](a.md)", [("通知", "a.md", 2, 5)]),
        ("!!! note\n    见[通知](a.md)", [("通知", "a.md", 2, 6)]),
        ("| 甲 | 乙 |\n|---|---|\n| 丙 | [通知](a.md) |", [("通知", "a.md", 3, 7)]),
        ("[甲 [乙](b.md) 丙](a.md)", [("乙", "b.md", 1, 4)]),
        ("<div>\n\n  <img src=a.jpg>\n</div>", [("", "a.jpg", 3, 3)]),
        ("无", []),
    ],
)
def test_links(body: str, found: list[tuple[str, str, int, int]]) -> None:
    assert list(links_of(body)) == [Link(*link) for link in found]


def test_lines_count_from_the_first_of_the_body() -> None:
    assert links_of("文\n[通知](a.md)", 12)[0].line == 13
