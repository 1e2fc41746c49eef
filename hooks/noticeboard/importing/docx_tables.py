"""Tables of a Word file, with the cells that are merged (ECMA-376-1, 17.4)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from noticeboard.importing.paper import PaperCell, PaperParagraph, PaperTable
from noticeboard.importing.xml_tree import XmlElement

_WIDEST = 64
"""Columns that a cell may span; Word allows 63."""
ReadCell = Callable[[XmlElement], tuple[PaperParagraph, ...]]


@dataclass(slots=True)
class _Place:
    """A cell at its place in the grid."""

    column: int
    columns: int
    goes_on: bool
    """Whether it is the lower part of the cell above it."""
    cell: PaperCell


def read_table(element: XmlElement, read_cell: ReadCell) -> PaperTable:
    """The rows of ``w:tbl``; `read_cell` reads what a cell holds. Rows that a tracked change took out are not there."""
    rows = [list(_places(row, read_cell)) for row in _rows(element)]
    for index, row in enumerate(rows):
        for place in row:
            if not place.goes_on:
                place.cell = replace(place.cell, rows=1 + _below(rows[index + 1 :], place))
    return PaperTable(tuple(tuple(place.cell for place in row if not place.goes_on) for row in rows))


def _rows(table: XmlElement) -> Iterator[XmlElement]:
    """Rows, also those that something is put around."""
    for child in table.children:
        if child.name == "tr":
            if child.child("trPr", "del") is None:
                yield child
        elif child.name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            yield from _rows(child)


def _places(row: XmlElement, read_cell: ReadCell) -> Iterator[_Place]:
    column = _whole(row.value("trPr", "gridBefore"))
    for element in _cells(row):
        merged = element.child("tcPr", "vMerge")
        goes_on = merged is not None and merged.attributes.get("val", "continue") != "restart"
        columns = max(1, _whole(element.value("tcPr", "gridSpan")))
        paragraphs = read_cell(element)
        # Word shows nothing of what stands in the lower part of a merged cell, but what nobody sees was written too.
        yield _Place(column, columns, goes_on and not paragraphs, PaperCell(paragraphs, columns))
        column += columns


def _cells(row: XmlElement) -> Iterator[XmlElement]:
    for child in row.children:
        if child.name == "tc":
            yield child
        elif child.name in ("sdt", "sdtContent", "customXml"):
            yield from _cells(child)


def _below(rows: list[list[_Place]], place: _Place) -> int:
    """How many rows further down the cell goes."""
    count = 0
    for row in rows:
        if not any(other.column == place.column and other.goes_on for other in row):
            break
        count += 1
    return count


def _whole(value: str | None) -> int:
    return (
        min(int(value), _WIDEST) if value and value.isascii() and value.isdecimal() and len(value) < 5 else 0
    )
