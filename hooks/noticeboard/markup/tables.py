"""The lines of a table → its rows and cells. No cell is lost: what a row has more than its head stands in its last."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from noticeboard.markup.inline import Piece
from noticeboard.markup.nodes import Cell, Parts, Row, Table

_NO_BORDERS = re.compile(r"`[^`\n]*`|\\.")
"""What parts no cells though it may hold a |."""
_ENDS = "| \t"


def read_table(lines: Sequence[Piece], read: Callable[[Sequence[Piece]], Parts]) -> Table:
    """The table of a head, the line that says the columns' sides, and rows; `read` gives the parts of a text."""
    line, column, head = lines[0]
    columns = len(list(_cells(head)))
    sides = [_side(text) for _, text in _cells(lines[1][2])][:columns]
    rows = tuple(_row(row, columns, read) for row in lines[2:])
    return Table(
        line,
        column,
        _row(lines[0], columns, read),
        (*sides, *[""] * (columns - len(sides))),
        rows,
    )


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
