"""合计 that is not the sum of what stands above it, or beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.content.documents import Document
from noticeboard.markup.body import tables_among
from noticeboard.markup.nodes import Cell
from noticeboard.markup.plain import plain_text
from noticeboard.problems import Level

_TOTAL = re.compile(r"(?:总\s*)?合\s*计|总\s*计|共\s*计")
_PARTIAL = re.compile(
    r"小\s*计|其\s*中|结\s*余|余\s*额|差\s*额|增\s*减|上\s*[年期月]|同\s*比|平均|占比|比例|率|单价|序号"
)
_NUMBER = re.compile(
    r"(?P<sign>[-－−]?)[¥￥]?(?P<number>(?:[0-9]{1,3}(?:[,，][0-9]{3})+|[0-9]+)(?:\.[0-9]+)?)\s*(?P<unit>[^\d\s%％].{0,4})?"
)
_MEASURE = re.compile("人数|人次|数量|件数|户数|次数|个数|金额|经费|费用|分数|得分")
"""Columns of more than one of these have no common sum."""
_EMPTY = frozenset({"", "-", "—", "——", "/", "／", "无", "–"})


@document_check("table-sum", Level.WARNING)
def table_sum(document: Document, context: CheckContext) -> Iterator[Finding]:
    for table in tables_among(document.tree.blocks):
        rows = [row.cells for row in table.rows]
        heads = [plain_text(cell.parts).strip() for cell in table.head.cells]
        for wrong in (*_wrong_rows(heads, rows), *_wrong_columns(heads, rows)):
            cell, stated, found = wrong
            message = f"合计写的是 {stated}，各项加起来是 {found}。"
            yield Finding(document.path, cell.line, cell.column, message, "请核对各项和合计。")


Wrong = tuple[Cell, str, str]


def _wrong_rows(heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> Iterator[Wrong]:
    """A last row of 合计, column by column."""
    names = [_text(row[0]) for row in rows]
    totals = [number for number, name in enumerate(names) if _TOTAL.fullmatch(name)]
    # Several of them, or parts of sums, are sums of who knows what.
    if totals != [len(rows) - 1] or any(_PARTIAL.match(name) or _TOTAL.match(name) for name in names[:-1]):
        return
    for column in range(1, len(heads)):
        if not _PARTIAL.search(heads[column]):
            yield from _wrong(rows[-1][column], [row[column] for row in rows[:-1]])


def _wrong_columns(heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> Iterator[Wrong]:
    """A column of 合计, row by row."""
    bare = [re.sub(r"[（(].*?[）)]", "", head).strip() for head in heads]
    totals = [number for number, head in enumerate(bare) if _TOTAL.fullmatch(head)]
    if len(totals) != 1 or totals[0] < 2 or any(map(_PARTIAL.search, heads)):
        return
    units = {found[1] for head in heads[1:] if (found := re.search(r"[（(](.*?)[）)]", head)) and found[1]}
    measures = {found[0] if (found := _MEASURE.search(head)) else "" for head in bare[1 : totals[0]]}
    if len(units) > 1 or len(measures) > 1:
        return
    for row in rows:
        yield from _wrong(row[totals[0]], row[1 : totals[0]])


def _wrong(total: Cell, parts: Sequence[Cell]) -> Iterator[Wrong]:
    """The total when it is a number, all others are numbers of its unit, and they do not make it."""
    stated = _number(total)
    numbers = [_number(cell) for cell in parts if _text(cell) not in _EMPTY]
    if stated is None or len(numbers) < 2:
        return
    alike = [number[0] for number in numbers if number and number[1] == stated[1]]
    if len(alike) < len(numbers):
        return
    found = sum(alike, Decimal(0))
    if found != stated[0]:
        yield total, f"{stated[0]:,}", f"{found:,}"


def _number(cell: Cell) -> tuple[Decimal, str] | None:
    """The number of a cell and its unit; None for a text, and for a part of a hundred."""
    found = _NUMBER.fullmatch(_text(cell))
    if found is None:
        return None
    value = Decimal(found["number"].replace(",", "").replace("，", ""))
    return (-value if found["sign"] else value), (found["unit"] or "").strip()


def _text(cell: Cell) -> str:
    return plain_text(cell.parts).strip()
