"""The extension in a Markdown object of someone else's: hand-written pages of the site."""

from __future__ import annotations

from markdown import Markdown

EXTENSION = "noticeboard.markup.extension"


def convert(body: str, *extensions: str) -> str:
    return Markdown(extensions=["tables", "fenced_code", EXTENSION, *extensions]).convert(body)


def test_lists_and_headings() -> None:
    assert convert("##三月\n1、甲\n（1）乙") == (
        '<h2 id="san-yue">三月</h2>\n<ol class="list-dunhao">\n<li>甲<ol class="list-brackets">\n<li>乙</li>\n'
        "</ol>\n</li>\n</ol>"
    )


def test_the_table_of_contents_takes_our_ids() -> None:
    md = Markdown(extensions=["toc", EXTENSION])
    md.convert("## 三月\n## 三月")
    assert [token["id"] for token in md.toc_tokens] == ["san-yue", "san-yue-2"]


def test_attribute_lists_are_honoured() -> None:
    assert 'id="faq"' in convert("## 常见问题 {#faq}")
    assert 'class="big"' in convert("## 常见问题 { .big }", "attr_list")


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


def test_one_object_renders_many_pages() -> None:
    md = Markdown(extensions=[EXTENSION])
    first = md.convert("## 三月\n- 甲")
    assert md.reset().convert("## 三月\n- 甲") == first
