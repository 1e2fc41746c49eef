from __future__ import annotations

import pytest

from noticeboard.markup.body import read_body, walk
from noticeboard.markup.nodes import Table
from noticeboard.markup.plain import plain_text

HEAD = "| 甲 | 乙 |\n|---|---|\n"


def tables(body: str) -> list[Table]:
    return [block for block in walk(read_body(body).blocks) if isinstance(block, Table)]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (f"{HEAD}| 1 | 2 | 3 |", [(3, 3)]),
        (f"段\n\n{HEAD}| 1 | 2 |\n| 1 | 2 | 3 | 4 |\n\n后 | 后 | 后", [(6, 4)]),
        ("甲 | 乙\n---|---\n1 | 2 | 3", [(3, 3)]),
        (f"{HEAD}| 1 | 2 | |", []),
        (f"{HEAD}| 1 | `2 | 3` |\n| 1 | 2 \\| 3 |", []),
        (f"{HEAD}| 1 |", []),
        (f"```\n{HEAD}| 1 | 2 | 3 |\n```", []),
        ("甲 | 乙\n1 | 2 | 3", []),
    ],
)
def test_rows_longer_than_their_head(body: str, found: list[tuple[int, int]]) -> None:
    assert [
        (row.line, row.width)
        for table in tables(body)
        for row in table.rows
        if row.width > len(table.head.cells)
    ] == found


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("| 1 | 2 |", [(3, "1"), (7, "2")]),
        ("1|2", [(1, "1"), (3, "2")]),
        ("  | 1 | 2 | 3 | |", [(5, "1"), (9, "2 | 3")]),
        ("| 1", [(3, "1"), (4, "")]),
        ("| `a | b` | 甲\\|乙 |", [(3, "a | b"), (13, "甲|乙")]),
        ("||", [(2, ""), (3, "")]),
        ("| | 2 |", [(3, ""), (5, "2")]),
    ],
)
def test_every_cell_has_its_place(row: str, cells: list[tuple[int, str]]) -> None:
    (table,) = tables(f"{HEAD}{row}")
    assert [(cell.column, plain_text(cell.parts)) for cell in table.rows[0].cells] == cells


def test_sides_and_a_rule_of_another_length() -> None:
    assert tables("|甲|乙|丙|丁|\n|:-|-:|:-:|-|\n")[0].sides == ("left", "right", "center", "")
    assert tables("|甲|乙|丙|\n|-:|\n|1|2|3|")[0].sides == ("right", "", "")
