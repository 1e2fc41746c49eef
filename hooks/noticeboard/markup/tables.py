"""The lines of a table → its rows and cells. No cell is lost: what a row has more than its head stands in its last."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from noticeboard.markup.inline import Piece
from noticeboard.markup.nodes import Cell, Parts, Row, Table
from noticeboard.markup.table_forms import (
    is_good_rule,
    is_rule,
    is_spaced,
    is_tabbed,
    rule_with_signs,
    with_signs,
)

_NO_BORDERS = re.compile(r"`[^`\n]*`|\\.")
"""What parts no cells though it may hold a |."""
_ENDS = "| \t"


def read_table(lines: Sequence[Piece], read: Callable[[Sequence[Piece]], Parts]) -> Table:
    """The table of a head, the line that says the columns' sides, if any, and rows; `read` gives the parts of a text."""
    form = _form(lines)
    has_rule = len(lines) > 1 and is_rule(lines[1][2])
    # A row that begins with a tab has an empty first cell: a merged one goes on there.
    empty = [int(is_tabbed(text) and text.startswith("\t")) for _, _, text in lines]
    lines = [
        (line, column - more, "|" * more + with_signs(text))
        for more, (line, column, text) in zip(empty, lines, strict=True)
    ]
    line, column, head = lines[0]
    columns = len(list(_cells(head)))
    sides = [_side(text) for _, text in _cells(rule_with_signs(lines[1][2]))][:columns] if has_rule else []
    rows = tuple(_row(row, columns, read) for row in lines[1 + has_rule :])
    return Table(
        line,
        column,
        _row(lines[0], columns, read),
        (*sides, *[""] * (columns - len(sides))),
        rows,
        form,
    )


def _form(lines: Sequence[Piece]) -> str:
    """How the table was typed, see `Table.form`."""
    texts = [text for _, _, text in lines]
    if is_tabbed(texts[0]):
        return "tabs"
    if is_spaced(texts[0]):
        return "blanks"
    if "｜" in texts[0] and "|" not in texts[0]:
        return "full-width"
    if len(texts) < 2 or not is_rule(texts[1]):
        return "no-rule"
    columns = len(list(_cells(texts[0])))
    is_good = is_good_rule(texts[1]) and len(list(_cells(texts[1]))) == columns
    return "" if is_good else "poor-rule"


def _row(row: Piece, columns: int, read: Callable[[Sequence[Piece]], Parts]) -> Row:
    line, column, text = row
    written = list(_cells(text))
    width = max((number for number, (_, cell) in enumerate(written, 1) if cell), default=0)
    if width > columns:
        start = written[columns - 1][0]
        written[columns - 1 :] = [(start, text[start:].rstrip(_ENDS))]
    written = [*written[:columns], *[(len(text), "")] * (columns - len(written))]
    cells = tuple(Cell(line, column + start, read([(line, column + start, cell)])) for start, cell in written)
    return Row(line, column, cells, width)


def _cells(row: str) -> Iterator[tuple[int, str]]:
    """Where each cell begins in the row, and what stands in it."""
    bare = _NO_BORDERS.sub(lambda found: "x" * len(found[0]), row).rstrip()
    start = int(bare.startswith("|"))
    end = len(bare) - int(bare.endswith("|") and len(bare) > start)
    while True:
        border = bare.find("|", start, end)
        stop = end if border < 0 else border
        cell = row[start:stop]
        yield start + len(cell) - len(cell.lstrip()), cell.strip()
        if border < 0:
            return
        start = border + 1


def _side(rule: str) -> str:
    left, right = rule.startswith(":"), rule.endswith(":")
    return "center" if left and right else "left" if left else "right" if right else ""
