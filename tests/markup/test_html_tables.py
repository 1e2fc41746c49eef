"""Tables in raw HTML as tables of the tree."""

import pytest

from noticeboard import times
from noticeboard.content.activities.activity_reader import read_activities
from noticeboard.markup.body import read_body, texts_at_top
from noticeboard.markup.nodes import Table
from noticeboard.markup.plain import plain_text
from noticeboard.markup.render import Renderer


def tables(html: str) -> list[list[list[str]]]:
    found = [node for node in texts_at_top(read_body(html).blocks) if isinstance(node, Table)]
    return [
        [[plain_text(cell.parts) for cell in row.cells] for row in (table.head, *table.rows)]
        for table in found
    ]


@pytest.mark.parametrize(
    ("html", "rows"),
    [
        ("<table><tr><th>时间</th><th>内容</th></tr><tr><td>三月</td><td>植树</td></tr></table>", [["时间", "内容"], ["三月", "植树"]]),
        ("<TABLE><TR><TD>时间<TD>内容<TR><TD>三月<TD>植树</TABLE>", [["时间", "内容"], ["三月", "植树"]]),
        (
            "<table><tr><td>a</td><td>b</td></tr><tr><td rowspan=2>c</td><td>d</td></tr><tr><td>e</td></tr></table>",
            [["a", "b"], ["c", "d"], ["", "e"]],
        ),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td colspan=2>c</td></tr></table>", [["a", "b"], ["c", ""]]),
        ("<table><tr><td>a</td></tr><tr><td colspan=99999 rowspan=x>c</td></tr></table>", [["a", *[""] * 49], ["c", *[""] * 49]]),
        ("<table><tr><td>a</td></tr><tr><td>c<script>d</script><style>e</style></td></tr></table>", [["a"], ["c"]]),
        ("<table><tr><td>a</td></tr><tr><td><p>c</p><p>d</p></td></tr></table>", [["a"], ["c；d"]]),
        ("<table><tr><td>a</td></tr><tr><td>植&#26641;&nbsp;节</td></tr></table>", [["a"], ["植树 节"]]),
        ("<table><tr><td>a</td></tr><tr></tr><tr><td>b</td></tr></table>", [["a"], [""], ["b"]]),
        (
            "<table><tr><td rowspan=2>时间<td colspan=2>安排<tr><td>内容<td>地点<tr><td>三月<td>植树<td>山上</table>",
            [["时间", "内容", "地点"], ["三月", "植树", "山上"]],
        ),
        ("<table><tr><td rowspan=9>a<td colspan=2>b<tr><td>c<td>d</table>", [["a", "b", ""], ["", "c", "d"]]),
    ],
)  # fmt: skip
def test_a_table(html: str, rows: list[list[str]]) -> None:
    assert tables(html) == [rows]


@pytest.mark.parametrize(
    "html",
    ["<table></table>", "<table><tr><td>a</td></tr></table>", "<p>三月</p>", "<td>a</td>", "<table><td>"],
)
def test_no_table(html: str) -> None:
    assert tables(html) == []


def test_a_place_to_lead_to_stands_before_the_table() -> None:
    body = read_body(
        "<table><tr><td>时间</td><td>内容</td></tr>\n<tr><td>三月</td><td>植树</td></tr></table>"
    )
    period = times.read_period("2026年")
    activities, problems = read_activities(
        body, path="plans/a.md", kind="plan", context=times.Context(period=period)
    )
    assert not problems and [(one.text, one.line) for one in activities] == [("植树", 2)]
    html = Renderer().render(body, 1, activities).html
    assert html.index(f'id="{activities[0].anchor}"') < html.index("<table")
