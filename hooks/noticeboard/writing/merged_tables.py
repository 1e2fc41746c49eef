"""Tables with merged cells, as `board import` writes them in HTML → rows for a Word file."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

_ROW = re.compile(r"<tr>(?P<cells>.*)</tr>")
_CELL = re.compile(
    r'<(?P<name>t[hd])(?: colspan="(?P<columns>[1-9][0-9]?)")?(?: rowspan="(?P<rows>[1-9][0-9]{0,2})")?>(?P<text>.*?)</(?P=name)>'
)
_PARAGRAPHS = re.compile(r"(?:<p>[^<]+</p>){2,}")
_LINES = re.compile(r"[^<]*(?:<br>[^<]+)*")
_WIDEST = 63
"""Columns that Word allows."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell at its place. One that goes on is covered by the cell above it."""

    paragraphs: tuple[str, ...]
    columns: int = 1
    rows: int = 1
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table in which every row covers all columns."""

    rows: tuple[tuple[GridCell, ...], ...]
    width: int


def merged_table(written: str) -> Grid | None:
    """The table that HTML says; None for all HTML that would not come back from Word sign by sign."""
    lines = written.strip("\n").split("\n")
    if len(lines) < 3 or lines[0] != "<table>" or lines[-1] != "</table>":
        return None
    rows = [_cells(line, "td" if number else "th") for number, line in enumerate(lines[1:-1])]
    found = [row for row in rows if row]
    if len(found) < len(rows) or not any(map(_is_special, (cell for row in found for cell in row))):
        return None
    return _grid(found)


def _is_special(cell: GridCell) -> bool:
    """Whether a table needs HTML for such a cell."""
    is_long = len(cell.paragraphs) > 1 or any("\n" in text for text in cell.paragraphs)
    return cell.columns > 1 or cell.rows > 1 or is_long


def _cells(line: str, name: str) -> list[GridCell] | None:
    row = _ROW.fullmatch(line)
    cells = list(_CELL.finditer(row["cells"])) if row else []
    if not row or "".join(cell[0] for cell in cells) != row["cells"]:
        return None
    made = [_cell(cell) for cell in cells if cell["name"] == name]
    found = [cell for cell in made if cell]
    return found if len(found) == len(cells) else None


def _cell(found: re.Match[str]) -> GridCell | None:
    text = found["text"]
    if _PARAGRAPHS.fullmatch(text):
        paragraphs = text.removeprefix("<p>").removesuffix("</p>").split("</p><p>")
    elif _LINES.fullmatch(text):
        paragraphs = [text] if text else []
    else:
        return None
    plain = tuple(html.unescape(paragraph.replace("<br>", "\n")) for paragraph in paragraphs)
    is_kept = all(
        html.escape(words, quote=False) == typed.replace("<br>", "\n")
        and all(line == " ".join(line.split()) and line for line in words.split("\n"))
        for words, typed in zip(plain, paragraphs, strict=True)
    )
    return GridCell(plain, int(found["columns"] or 1), int(found["rows"] or 1)) if is_kept else None


def _grid(rows: list[list[GridCell]]) -> Grid | None:
    covered: dict[int, GridCell] = {}
    left: dict[int, int] = {}
    made: list[tuple[GridCell, ...]] = []
    for row in rows:
        waiting, column, placed = list(row), 0, list[GridCell]()
        while waiting or left.get(column):
            if left.get(column):
                cell = GridCell((), covered[column].columns, goes_on=True)
                left[column] -= 1
            else:
                cell = waiting.pop(0)
                covered[column], left[column] = cell, cell.rows - 1
            placed.append(cell)
            column += cell.columns
        made.append(tuple(placed))
    widths = set(map(_width, made))
    is_whole = len(widths) == 1 and max(widths) <= _WIDEST and not any(left.values())
    return Grid(tuple(made), widths.pop()) if is_whole and _is_aligned(made) else None


def _width(row: tuple[GridCell, ...]) -> int:
    return sum(cell.columns for cell in row)


def _is_aligned(rows: list[tuple[GridCell, ...]]) -> bool:
    """Whether each cell that goes on lies right below one of its width."""
    above: set[tuple[int, int]] = set()
    for row in rows:
        places = list(_places(row))
        if any(cell.goes_on and (column, cell.columns) not in above for column, cell in places):
            return False
        above = {(column, cell.columns) for column, cell in places}
    return True


def _places(row: tuple[GridCell, ...]) -> Iterator[tuple[int, GridCell]]:
    column = 0
    for cell in row:
        yield column, cell
        column += cell.columns
