"""Figures that stay whole, and the least width of a table."""

from __future__ import annotations

import re

import pytest

from noticeboard.markup.render import Renderer
from noticeboard.markup.wide_tables import wide_class


def figures(cell: str) -> list[str]:
    html = Renderer().render(f"| 甲 |\n|---|\n| {cell} |\n").html
    return re.findall(r'<span class="figure">([^<]*)</span>', html)


@pytest.mark.parametrize(
    ("cell", "whole"),
    [
        ("92,104.50", ["92,104.50"]),
        ("−1 234 567.00元，另 ¥30.00", ["−1 234 567.00元", "¥30.00"]),
        ("(1,200.00)", ["(1,200.00)"]),
        ("2026年7月1日至7月3日", ["2026年7月1日", "7月3日"]),
        ("2026-07-01 14:30", ["2026-07-01", "14:30"]),
        ("二〇二六年七月一日", ["二〇二六年七月一日"]),
        ("**128万元**，增 12.5%", ["128万元", "12.5%"]),
        ("１２８，０００．００", ["１２８，０００．００"]),
        ("２０２６／０７／０１ －３．５０元", ["２０２６／０７／０１", "－３．５０元"]),
        ("见 [12号楼](a2.md)", ["12号"]),
        ("5&6 &lt;10", ["10"]),
        ("9" * 40, []),
    ],
)
def test_figures_of_a_cell_stay_whole(cell, whole):
    assert figures(cell) == whole


def test_a_table_says_how_wide_it_is():
    narrow = f"<tr>{'<td>92,104.50</td>' * 4}</tr>"
    wide = f"<tr>{'<td>92,104.50</td>' * 14}</tr>"
    assert wide_class(narrow) == ""
    assert wide_class(wide) == wide_class(narrow + wide) == "wide-92"
    assert wide_class('<tr><td colspan="14">合计</td></tr>' + wide) == "wide-92"
    assert wide_class("<tr>" + '<td colspan="999">x</td>' * 2000 + "</tr>").startswith("wide-")
