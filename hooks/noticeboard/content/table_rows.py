"""Rows of a body's tables by what their columns are called."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from noticeboard.markup.body import Body, walk
from noticeboard.markup.html_tables import tables_in
from noticeboard.markup.nodes import Html, Table
from noticeboard.markup.plain import plain_text

Columns = Mapping[str, re.Pattern[str]]
"""What a column is for → what its head may be; the first head that is one counts."""
_NOTE = re.compile(r"[(（].*?[)）]")
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


def rows_under(body: Body, columns: Columns, needed: Collection[str]) -> Iterator[TableRow]:
    """The rows of all tables that have a column for one of `needed`."""
    for table in _tables(body):
        heads = ["".join(plain_text(cell.parts).split()) for cell in table.head.cells]
        places = dict(_places(heads, columns))
        if not places.keys().isdisjoint(needed):
            yield from _rows(table, heads, places)


def _tables(body: Body) -> Iterator[Table]:
    """Those of HTML too, as an import writes tables with merged cells."""
    for block in walk(body.blocks):
        if isinstance(block, Table):
            yield block
        elif isinstance(block, Html):
            yield from tables_in(block)


def _places(heads: list[str], columns: Columns) -> Iterator[tuple[str, int]]:
    taken: set[int] = set()
    for name, pattern in columns.items():
        for at, head in enumerate(heads):
            bare = unicodedata.normalize("NFKC", _NOTE.sub("", head))
            if at not in taken and pattern.fullmatch(bare):
                taken.add(at)
                yield name, at
                break


def _rows(table: Table, heads: list[str], places: Mapping[str, int]) -> Iterator[TableRow]:
    for row in table.rows:
        texts = [plain_text(cell.parts).strip() for cell in row.cells]
        cells = {name: _said(texts[at]) if at < len(texts) else "" for name, at in places.items()}
        if any(cells.values()):
            yield TableRow(
                row.line, row.column, table.head.line, cells, {name: heads[at] for name, at in places.items()}
            )


def _said(text: str) -> str:
    return "" if text in _NOTHING else text
