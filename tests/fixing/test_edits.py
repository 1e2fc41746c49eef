"""Edits of a text: which of them are made, and what each is said to have done."""

import pytest

from noticeboard.fixing.edits import PlacedEdit, apply
from noticeboard.problems import Edit


def edit(line: int, start: int, end: int, text: str, code: str = "x") -> PlacedEdit:
    return PlacedEdit(line, Edit(start, end, text), code)


@pytest.mark.parametrize(
    ("text", "edits", "after"),
    [
        ("甲乙丙", [edit(1, 2, 3, "B")], "甲B丙"),
        ("甲乙\n丙丁", [edit(2, 1, 2, "C"), edit(1, 1, 2, "A")], "A乙\nC丁"),
        ("甲\r\n乙", [edit(2, 1, 1, "一\n")], "甲\r\n一\r\n乙"),
        ("甲乙丙", [edit(1, 1, 3, "AB"), edit(1, 2, 4, "bc")], "AB丙"),
        ("甲乙", [edit(1, 2, 2, "、"), edit(1, 2, 2, "、")], "甲、乙"),
        ("甲乙\n甲乙", [edit(1, 2, 2, "、"), edit(2, 2, 2, "、")], "甲、乙\n甲、乙"),
        ("甲乙", [edit(1, 2, 2, "、"), edit(1, 2, 2, "，")], "甲、，乙"),
        ("甲乙", [edit(1, 1, 2, "A"), edit(1, 2, 3, "B")], "AB"),
        ("甲乙", [], "甲乙"),
    ],
)
def test_what_is_made(text, edits, after):
    made, changes = apply(text, edits)
    assert made == after
    assert len(changes) <= len(edits)


def test_what_each_did():
    _, changes = apply("甲\n乙丙", [edit(2, 1, 2, "", "gone"), edit(1, 2, 2, "。", "dot")])
    assert [(c.line, c.column, c.code, c.before, c.after) for c in changes] == [
        (1, 2, "dot", "", "。"),
        (2, 1, "gone", "乙", ""),
    ]
