"""No word of a page of docs/ vanishes: what is no tag is text, and code is code however its fences are written."""

import re
from html import unescape

import pytest
from markdown import markdown

from noticeboard.markup.hand_written import clean_page

EXTENSIONS = ["attr_list", "tables", "admonition", "pymdownx.superfences", "noticeboard.markup.extension"]


def shown(text: str) -> str:
    """What a reader sees of a page, without blanks."""
    html = clean_page(markdown(text, extensions=["toc", "tables", "fenced_code", *EXTENSIONS]))
    return "".join(unescape(re.sub(r"<[^>]*>", "", html)).split())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("运行 git clone <url> 和 board new <name>。", "运行gitclone<url>和boardnew<name>。"),
        ("若 a<b then c>d 就停。", "若a<bthenc>d就停。"),
        ("x<i and j>y、<p 甲>、<a 乙>、</name>、<MyTag/>", "x<iandj>y、<p甲>、<a乙>、</name>、<MyTag/>"),
        ("<JAVASCRIPT:alert(1)> <data:text/html,x>", "<JAVASCRIPT:alert(1)><data:text/html,x>"),
        ("\\<iframe>要看\\</iframe>", "<iframe>要看</iframe>"),
        ("- \\<form>一\n\n> \\<style>二", "<form>一<style>二"),
        ("`\\<b>` 和 `<url>`", "\\<b>和<url>"),
        ("``` html 例子\n<p>里面</p>\n```", "<p>里面</p>"),
        ("``` a b c\n<script>里面</script>\n```", "<script>里面</script>"),
        ("~~~ 例子\n<script>里面</script>\n~~~", "<script>里面</script>"),
        ("```{例子}\n<script>里面</script>\n```", "<script>里面</script>"),
        ('```py title="例" x="1"\n<form>\n```', "<form>"),
        ("```\n<form>\n`````", "<form>"),
        ("- 一\n\n        <script>要看的</script>\n\n二", "一<script>要看的</script>二"),
        ("- 一\n    - 二\n\n            <form>", "一二<form>"),
        ("- ```\n  <script>要看</script>\n  ```\n- 二", "<script>要看</script>二"),
        ("1. ~~~ 例 子\n   <form>\n   ~~~", "<form>"),
        ("- 一\n\n  ``` py 例\n  <form>\n  ```", "一<form>"),
        ("> ```\n> <script>x</script>\n> ```", "<script>x</script>"),
        ("> 甲 > 乙 -> 丙", "甲>乙->丙"),
        ("!!! note\n    ``` a b\n    <form>\n    ```", "Note<form>"),
        ("<b>粗</b><details open><summary>标</summary></details><input type=checkbox checked>", "粗标"),
    ],
)  # fmt: skip
def test_every_word_is_shown(text: str, words: str) -> None:
    assert shown(text) == words


def test_an_address_of_another_program_is_shown() -> None:
    """As typed or as a link: which addresses are links differs between versions of Markdown."""
    assert shown("看 <weixin://dl>") in ("看<weixin://dl>", "看weixin://dl")


def test_a_known_language_and_title_stay() -> None:
    html = markdown('```py title="例" hl_lines="1"\nx = 1\n```', extensions=EXTENSIONS)
    assert '<span class="filename">例</span>' in html and 'class="hll"' in html
