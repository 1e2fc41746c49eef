"""同上 and 同左: what a cell or an item says by pointing at the one above it or beside it (SPECIFICATION section 4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from noticeboard.markup.nodes import Cell, Row, Table
from noticeboard.markup.plain import plain_text
from noticeboard.patterns import pattern_of
from noticeboard.times import is_whole_time

_ABOVE = pattern_of("[（(]?(?:同上(?:月|一?[行条项格栏])?|同前|〃|″|”|\"|''|,,)[）)]?[。.]?")
_NUMBER = "[0-9一二三四五六七八九十]{1,3}"
_ELSEWHERE = pattern_of(
    rf"(?:内容|活动)?(?:同|与)(?:上个?月|{_NUMBER}月份?|上?第{_NUMBER}[项条])(?:的?第{_NUMBER}[项条])?(?:相同|一样)?[。；;.]?"
)
"""同6月份, 同上月第2项: nobody can tell for certain what is meant."""
_BESIDE = pattern_of("[（(]?(?:同左|←)[）)]?[。.]?")


def is_ditto(text: str) -> bool:
    """Whether a text says only that it is what stands above it."""
    return _ABOVE.fullmatch(text.strip()) is not None


def says_same(text: str) -> bool:
    """Whether a text says only that it is what stands in another month, or under another number."""
    return _ELSEWHERE.fullmatch(text.strip()) is not None and not is_ditto(text)


def without_dittos(table: Table) -> Table:
    """A table of which each cell says what it points at; one in the first row, or the first column, stays."""
    rows: list[Row] = []
    for row in table.rows:
        cells: list[Cell] = []
        for index, cell in enumerate(row.cells):
            cells.append(_meant(cell, rows[-1].cells[index : index + 1] if rows else (), cells[-1:]))
        rows.append(replace(row, cells=tuple(cells)))
    return replace(table, rows=tuple(rows))


def _meant(cell: Cell, above: Sequence[Cell], beside: Sequence[Cell]) -> Cell:
    text = plain_text(cell.parts).strip()
    points_beside = _BESIDE.fullmatch(text) is not None
    if points_beside and beside and not is_whole_time(plain_text(beside[0].parts)):
        return replace(cell, parts=beside[0].parts)
    if above and (points_beside or is_ditto(text)):
        return replace(cell, parts=above[0].parts)
    return cell
