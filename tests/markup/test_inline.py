from __future__ import annotations

import pytest

from noticeboard.markup.inline import plain_of
from noticeboard.markup.line_breaks import joins_without_space


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("植树", "植树"),
        ("  植树　", "植树"),
        ("*植树*", "*植树*"),
        ("**植树**活动", "植树活动"),
        ("**重点：**植树", "重点：植树"),
        ("***植树***", "植树"),
        ("**植*树*节**", "植*树*节"),
        ("__植树__ _节_", "植树 节"),
        ("a_b_c", "a_b_c"),
        ("3 * 4 * 5", "3 * 4 * 5"),
        ("~~植树~~", "植树"),
        ("`code` ``a`b``", "code a`b"),
        ("[通知](a.md)", "通知"),
        ('[通知](<a b.md> "题")', "通知"),
        ("[通知][1]", "[通知][1]"),
        ("![图](a.jpg)", "图"),
        ("[![图](a.jpg)](b.md)", "图"),
        ("植树[^1]", "植树[^1]"),
        ("[草案]", "[草案]"),
        ("<b>植</b>树<br>", "植树"),
        ("<https://example.org>", "https://example.org"),
        ("3<5", "3<5"),
        ("A&amp;B &#169; &nbsp;", "A&B ©"),
        (r"\*植树\*", "*植树*"),
        ("**植树", "**植树"),
        ("<!-- 注 -->植树", "植树"),
    ],
)
def test_plain_text(text: str, plain: str) -> None:
    assert plain_of(text) == plain


@pytest.mark.parametrize(
    ("before", "after", "joins"),
    [
        ("植", "树", True),
        ("，", "植", True),
        ("，", "3", True),
        ("3", "（", True),
        ("”", "树", True),
        ("树", "“", True),
        ("树", "A", False),
        ("3", "树", False),
        ("a", "b", False),
        ("”", "b", False),
    ],
)
def test_lines_are_joined_without_space(before: str, after: str, joins: bool) -> None:
    assert joins_without_space(before, after) is joins
