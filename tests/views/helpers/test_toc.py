"""The table of contents that themes print."""

from __future__ import annotations

from noticeboard.markup.heading_ids import HeadingId
from noticeboard.views.helpers.toc import nested


def heading(level: int, title: str) -> HeadingId:
    return HeadingId(level, f"h-{title}", title)


def test_headings_nest_by_their_levels() -> None:
    tree = nested([heading(2, "一"), heading(4, "细"), heading(3, "中"), heading(2, "二")])
    assert [(item["name"], [inner["name"] for inner in item["children"]]) for item in tree] == [
        ("一", ["细", "中"]),
        ("二", []),
    ]


def test_a_name_is_html_and_a_title_is_text() -> None:
    (item,) = nested([heading(2, "<script>a & b</script>")])
    assert item["name"] == "&lt;script&gt;a &amp; b&lt;/script&gt;"
