"""Rows of a body's tables by what their columns are called."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from noticeboard.markup.body import Body, tables_among
from noticeboard.markup.nodes import Row, Table
from noticeboard.markup.plain import plain_text
from noticeboard.patterns import pattern_of

Columns = Mapping[str, re.Pattern[str]]
"""What a column is for → what its head may be; the first head that is one counts."""
_NOTE = pattern_of(r"[(（].*?[)）]")
_NOTHING = frozenset({"-", "—", "——", "–", "/", "／", "无"})


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row; a cell that is not there, or holds nothing but a dash, is empty."""

    line: int
    column: int
    table: int
    """The line of its table's heads."""
    cells: Mapping[str, str]
    """What the column is for → the text of its cell."""
    heads: Mapping[str, str]
    """The same → the head as written: 预算（万元）."""
    shared: frozenset[str] = frozenset()
    """Those whose cell is merged with that of another row."""


def rows_under(body: Body, columns: Columns, needed: Collection[str]) -> Iterator[TableRow]:
    """The rows of all tables that have a column for one of `needed`."""
    for table in tables_among(body.blocks, filled=True):
        heads = ["".join(plain_text(cell.parts).split()) for cell in table.head.cells]
        places = dict(_places(heads, columns))
        if not places.keys().isdisjoint(needed):
            yield from _rows(table, heads, places)


def _places(heads: list[str], columns: Columns) -> Iterator[tuple[str, int]]:
    taken: set[int] = set()
    for name, pattern in columns.items():
        for at, head in enumerate(heads):
            bare = unicodedata.normalize("NFKC", _NOTE.sub("", head))
            if at not in taken and pattern.fullmatch(bare):
                taken.add(at)
                yield name, at
                break


def texts_by_rows(table: Table) -> Iterator[tuple[Row, list[str], frozenset[int]]]:
    """Each row with the texts of its cells, and the places of those that it shares with another row: merged cells.

    A cell that is left empty at the front, as below the head of a group, says what the one above it says.
    """
    rows_of = Counter(
        place for row in table.rows for place in {(cell.line, cell.column) for cell in row.cells}
    )
    above: list[str] = []
    for row in table.rows:
        texts = [plain_text(cell.parts).strip() for cell in row.cells]
        front = next((at for at, text in enumerate(texts) if text), 0)
        texts[:front] = above[:front] + texts[len(above) : front]
        shared = (at for at, cell in enumerate(row.cells) if rows_of[cell.line, cell.column] > 1)
        yield row, texts, frozenset(shared)
        above = texts


def _rows(table: Table, heads: list[str], places: Mapping[str, int]) -> Iterator[TableRow]:
    for row, texts, shared in texts_by_rows(table):
        cells = {name: _cell_text(texts[at]) if at < len(texts) else "" for name, at in places.items()}
        if any(cells.values()):
            yield TableRow(
                row.line,
                row.column,
                table.head.line,
                cells,
                {name: heads[at] for name, at in places.items()},
                frozenset(name for name, at in places.items() if at in shared),
            )


def _cell_text(text: str) -> str:
    return "" if text in _NOTHING else text
