from __future__ import annotations

import pytest

from noticeboard.markup.links import links_of, scripts_of


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
        ("文\n\n    [通知](a.md)\n", [("通知", "a.md", 3, 5)]),
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
    assert [(link.text, link.target, link.line, link.column) for link in links_of(body)] == found


def test_lines_count_from_the_first_of_the_body() -> None:
    assert links_of("文\n[通知](a.md)", 12)[0].line == 13


def test_pictures_are_told_from_links():
    body = "[a](a.md) ![b](b.png) <a href=c.md>c</a> <IMG/SRC=d.png> <image src=e.png>"
    assert [link.is_picture for link in links_of(body)] == [False, True, False, True, True]


@pytest.mark.parametrize(
    "body",
    [
        "![甲][1]\n\n[1]: https:a/b.png", "![甲][1]\n\n[1]:\n  https:a/b.png", "> ![甲][1]\n>\n> [1]: https:a/b.png",
        "![甲][]\n\n[甲]: https:a/b.png '乙'", "<img alt='>' src=https:a/b.png>", "<img\nsrc='https:a/b.png'>",
        "[![甲](https:a/b.png)](c.md)", "- 甲\n\n  ![甲](https:a/b.png)", "甲 <img src=https:a/b.png",
    ],
)  # fmt: skip
def test_a_picture_is_found_however_it_is_written(body: str) -> None:
    assert [link.target for link in links_of(body) if link.is_picture] == ["https:a/b.png"]


def test_what_would_run_is_kept_apart():
    body = "[a](javascript:x) [b](b.md) <a href='&#106;avascript:x'>c</a> ![d](data:image/png;base64,x) `[e](vbscript:x)`"
    assert [link.target for link in links_of(body)] == ["b.md"]
    assert len(scripts_of(body)) == 3


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<div>\n  <a\n href='甲.md'>甲</a>\n</div>", [("甲.md", 2, 3)]),
        ("> <div>\n> <img src=甲.png>\n> </div>", [("甲.png", 2, 3)]),
        ("<div>\n<!-- <a href=甲.md> -->\n`<a href=乙.md>`\n</div>", [("乙.md", 3, 2)]),
        ("甲 <!-- <a href=甲.md> --> `<a href=乙.md>` \\<a href=丙.md>", []),
        ("<a href=甲.md href=乙.md>甲</a> <b title='<a href=丙.md>'>乙</b>", [("甲.md", 1, 1)]),
        ("|甲|\n|-|\n|<img src='甲.png'>|", [("甲.png", 3, 2)]),
    ],
)
def test_links_of_raw_html_have_places(body: str, found: list[tuple[str, int, int]]) -> None:
    assert [(link.target, link.line, link.column) for link in links_of(body)] == found
