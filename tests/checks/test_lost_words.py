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


def test_what_a_form_sends_elsewhere_is_not_called_a_picture(board):
    site = board({"plans/a.md": plan("<form action='http://evil.example/'>甲</form>")})
    (problem,) = [problem for problem in site.problems if problem.code == "picture-outside"]
    assert "送到别的网站" in problem.message and "要从别的网站取" not in problem.message


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
