"""The extension in a Markdown object of someone else's: hand-written pages of the site."""

from __future__ import annotations

from markdown import Markdown

EXTENSION = "noticeboard.markup.extension"


def convert(body: str, *extensions: str) -> str:
    return Markdown(extensions=["tables", "fenced_code", EXTENSION, *extensions]).convert(body)


def test_headings_have_ids_in_ascii() -> None:
    assert convert("## 三月") == '<h2 id="san-yue">三月</h2>'
    assert convert("## 项") == '<h2 id="s-xiang">项</h2>'


def test_the_table_of_contents_takes_our_ids() -> None:
    md = Markdown(extensions=["toc", EXTENSION])
    md.convert("## 三月\n## 三月")
    assert [token["id"] for token in md.toc_tokens] == ["san-yue", "san-yue-2"]


def test_attribute_lists_are_honoured() -> None:
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
