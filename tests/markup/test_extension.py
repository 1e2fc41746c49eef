"""The extension in a Markdown object of someone else's: hand-written pages of the site."""

from __future__ import annotations

import pytest
from markdown import Markdown

EXTENSION = "noticeboard.markup.extension"


def convert(body: str, *extensions: str) -> str:
    return Markdown(extensions=["tables", "fenced_code", EXTENSION, *extensions]).convert(body)


def test_lists_and_headings() -> None:
    assert convert("##三月\n1、甲\n（1）乙") == (
        '<h2 id="san-yue">三月</h2>\n<ol class="list-dunhao">\n<li>甲<ol class="list-brackets">\n<li>乙</li>\n'
        "</ol>\n</li>\n</ol>"
    )


def test_code_is_left_to_its_own_extension() -> None:
    html = convert(
        "```markdown\n1、甲\n## 乙\n```\n\n- 丙\n\n    ```\n    - 丁\n    ```", "pymdownx.superfences"
    )
    assert "1、甲" in html and "## 乙" in html and "- 丁" in html
    assert html.count("<li>") == 1


def test_raw_html_is_left_as_it_is() -> None:
    assert convert("<div class='x'>\n- 甲\n\n1、乙\n</div>") == "<div class='x'>\n- 甲\n\n1、乙\n</div>"


def test_marks_inside_raw_html_that_is_never_closed_are_turned_back() -> None:
    html = convert("<div>\n甲\n\n- 乙\n1、丙\n")
    assert "\ufdd0" not in html and "乙" in html and "丙" in html


def test_markdown_in_html() -> None:
    assert "<li>甲</li>" in convert("<div markdown>\n1、甲\n</div>", "md_in_html")


def test_headings_have_ids_in_ascii() -> None:
    assert convert("## 三月") == '<h2 id="san-yue">三月</h2>'
    assert convert("## 项") == '<h2 id="s-xiang">项</h2>'


def test_the_table_of_contents_takes_our_ids() -> None:
    md = Markdown(extensions=["toc", EXTENSION])
    md.convert("## 三月\n## 三月")
    assert [token["id"] for token in md.toc_tokens] == ["san-yue", "san-yue-2"]


def test_attribute_lists_are_honoured() -> None:
    assert 'id="faq"' in convert("## 常见问题 {#faq}")
    assert 'id="faq"' in convert("## 常见问题 {#faq}", "attr_list")
    assert 'class="big"' in convert("## 常见问题 { .big }", "attr_list")


def test_a_table_scrolls_and_becomes_cards_on_a_phone() -> None:
    html = convert("甲|乙\n-|-\n1|2")
    assert html.startswith('<div class="table-wrap table-cards" tabindex="0">')
    assert '<td data-label="甲">1</td>' in html
    assert '<div class="table-wrap" tabindex="0">' in convert("甲|乙\n-|-:\n1|2")


def test_struck_text() -> None:
    assert convert("~~甲~~") == "<p><del>甲</del></p>"


def test_one_object_renders_many_pages() -> None:
    md = Markdown(extensions=[EXTENSION])
    first = md.convert("## 三月\n- 甲")
    assert md.reset().convert("## 三月\n- 甲") == first


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("文字：\n1、甲\n2、乙", '<p>文字：</p>\n<ol class="list-dunhao">\n<li>甲</li>\n<li>乙</li>\n</ol>'),
        ("- 甲\n  - 乙\n\n- 丙", "<ul>\n<li>甲<ul>\n<li>乙</li>\n</ul>\n</li>\n<li>丙</li>\n</ul>"),
        ("3、甲\n5、乙", '<ol class="list-dunhao" start="3">\n<li>甲</li>\n<li value="5">乙</li>\n</ol>'),
        ("- 甲\n①乙", '<ul>\n<li>甲<ol class="list-circled">\n<li>乙</li>\n</ol>\n</li>\n</ul>'),
        ("- [x] **甲**", '<ul>\n<li><span class="box">☑</span> <strong>甲</strong></li>\n</ul>'),
        (
            "> 1、甲\n> 2、乙",
            '<blockquote>\n<ol class="list-dunhao">\n<li>甲</li>\n<li>乙</li>\n</ol>\n</blockquote>',
        ),
        ("1、甲\n  乙\n\n后", '<ol class="list-dunhao">\n<li>甲乙</li>\n</ol>\n<p>后</p>'),
        ("第一行\n**第二**\n行", "<p>第一行<strong>第二</strong>行</p>"),
        ("[注]: 以上金额含税。", "<p>[注]: 以上金额含税。</p>"),
        ("[校历]: a.pdf\n\n[校历]", '<p><a href="a.pdf">校历</a></p>'),
        ("[^1]: 不是脚注", "<p>[^1]: 不是脚注</p>"),
        ("甲\ufdd07\ufdd1乙", "<p>甲7乙</p>"),
        ("## 甲 &lt; `乙`", '<h2 id="jia-yi">甲 &lt; <code>乙</code></h2>'),
    ],
)
def test_as_officers_write(body: str, shown: str) -> None:
    assert convert(body) == shown


def test_a_list_in_a_block_of_another_extension_stays_in_it() -> None:
    html = convert('=== "甲"\n\n    1、乙\n\n=== "丙"\n\n    - 丁', "pymdownx.tabbed")
    assert html.count('class="tabbed-block"') == 0 and html.count('class="tabbed-content"') == 2


def test_notes_hold_lists_and_lists_hold_notes() -> None:
    assert '<ol class="list-dunhao">' in convert("!!! note\n    1、甲", "admonition")
    html = convert("- 甲\n\n    !!! note\n        乙\n- 丙", "admonition")
    assert '<li>甲<div class="admonition note">' in html.replace("\n", "") and html.count("<ul>") == 1


def test_the_sides_of_cells_are_classes_which_the_policy_lets_pass() -> None:
    assert '<td class="align-right" data-label="乙">2</td>' in convert("甲|乙|丙\n-|-:|-\n1|2|3")


@pytest.mark.parametrize(
    "body", ["> " * 3000 + "甲", "\n".join("    " * depth + "!!! note" for depth in range(300))]
)
def test_depth_breaks_nothing(body: str) -> None:
    assert convert(body, "admonition")
