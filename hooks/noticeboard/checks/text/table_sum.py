"""合计 or 小计 that is not the sum of what stands above it, below it, or beside it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import Enum, auto
from math import prod
from typing import NamedTuple

from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.content.documents import Document
from noticeboard.markup.body import tables_among
from noticeboard.markup.nodes import Cell
from noticeboard.markup.plain import plain_text
from noticeboard.patterns import pattern_of
from noticeboard.problems import Level

_GRAND = pattern_of(r"总?合计|总计|共计|总额|总数|共")
_SECTION = pattern_of(r"[^其含]{0,8}(?:合计|小计)")
_PARTIAL = pattern_of(r"其中|[结剩]余|余额|结转|差额|增减|同比|平均|人均|占比|比例|不含|扣除")
"""A row with such a name is a part of another one, or no part of a sum."""
_EARLIER = pattern_of("上[年期月]")
_OUTLINE = pattern_of(r"[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)")
_NO_SUM = pattern_of("率|均|单价|年份|日期|时间|编号|号码|电话|满意度|累计|期[初末]|账面")
"""A column with such a head has no sum below it."""
_HEADS = pattern_of(r"增加|减少|支出|标准|[价每]")
"""Nor is a total beside it the sum of a row that has one of these."""
_PEOPLE = pattern_of("人数|户数")
_MONTH = pattern_of("月|季度|学期")
_UNIT = pattern_of(r"\((?:单位:?)?([万亿]?元|人次?|[件户次个名份分票天])\)")
_NUMBER = pattern_of(
    r"(?P<sign>[-−(]?)¥?(?P<number>(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.(?P<places>[0-9]+))?)\)?(?P<unit>[^\d%)].{0,4})?"
)
_MEASURE = pattern_of("人数|人次|数量|件数|户数|次数|个数|金额|经费|费用|分数|得分")
"""Columns of more than one of these have no common sum."""
_EMPTY = pattern_of(r"[-—–─―−/无]*")
_NO_NUMBER = pattern_of("序号?|编号|No")
_LARGE = pattern_of("[万亿]")


class _Kind(Enum):
    ITEM = auto()
    SECTION = auto()
    GRAND = auto()
    UNCLEAR = auto()


class Wrong(NamedTuple):
    """A total, what it says, and what the parts make."""

    cell: Cell
    stated: Decimal
    found: Decimal


class _Amount(NamedTuple):
    value: Decimal
    unit: str
    places: int


@document_check("table-sum", Level.WARNING)
def table_sum(document: Document, context: CheckContext) -> Iterator[Finding]:
    for table in tables_among(document.tree.blocks):
        rows = [row.cells for row in table.rows]
        heads = [_text(cell) for cell in table.head.cells]
        for wrong in (*_wrong_rows(heads, rows), *_wrong_columns(heads, rows)):
            message = f"合计写的是 {wrong.stated:,}，各项加起来是 {wrong.found:,}。"
            yield Finding(document.path, wrong.cell.line, wrong.cell.column, message, "请核对各项和合计。")


def _wrong_rows(heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> Iterator[Wrong]:
    """Rows of 合计 and 小计, column by column."""
    names = [_name(row) for row in rows]
    kinds = [_kind(name) for name in names]
    outlined = {
        bool(_OUTLINE.match(name)) for name, kind in zip(names, kinds, strict=True) if kind is _Kind.ITEM
    }
    # Headings with sums of their own, or several totals, are sums of who knows what.
    if len(outlined) > 1 or kinds.count(_Kind.GRAND) > 1:
        return
    for number, kind in enumerate(kinds):
        if kind not in (_Kind.GRAND, _Kind.SECTION):
            continue
        readings = tuple(_readings(kinds, rows, number))
        for column in range(1, len(heads)):
            head = heads[column]
            counted_twice = _PEOPLE.search(head) and any(map(_MONTH.search, names))
            if not (_PARTIAL.search(head) or _EARLIER.search(head) or _NO_SUM.search(head) or counted_twice):
                parts = [[rows[one][column] for one in reading] for reading in readings]
                yield from _wrong(rows[number][column], parts, head)


def _readings(kinds: Sequence[_Kind], rows: Sequence[Sequence[Cell]], number: int) -> Iterator[list[int]]:
    """The rows that a total may be the sum of, the likeliest first; none where that is unclear."""
    totals = [one for one, kind in enumerate(kinds) if kind in (_Kind.GRAND, _Kind.SECTION)]
    before = max((one for one in totals if one < number), default=-1)
    behind = min((one for one in totals if one > number), default=len(rows))
    above, below = list(range(before + 1, number)), list(range(number + 1, behind))
    if kinds[number] is _Kind.GRAND:
        items = [one for one, kind in enumerate(kinds) if kind in (_Kind.ITEM, _Kind.UNCLEAR)]
        if 0 < number < len(rows) - 1:
            items = [one for one in items if one < number]
            if any(_amount(cell) for row in rows[number + 1 :] for cell in row):
                return
        readings = [items, [one for one, kind in enumerate(kinds) if kind is _Kind.SECTION], above]
    else:
        readings = [above, below] if above else []
    if not any(kinds[one] is _Kind.UNCLEAR for reading in readings for one in reading):
        yield from filter(None, readings)


def _wrong_columns(heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> Iterator[Wrong]:
    """A column of 合计, row by row."""
    bare = [re.sub(r"\(.*?\)", "", head).strip() for head in heads]
    totals = [number for number, head in enumerate(bare) if _GRAND.fullmatch(head) or head == "小计"]
    if len(totals) != 1 or any(
        _PARTIAL.search(head) or _NO_SUM.search(head) or _HEADS.search(head) for head in bare[1:]
    ):
        return
    if any(map(_EARLIER.search, bare)):
        return
    total = totals[0]
    parts = [one for one in _columns_of_numbers(bare, rows) if one < total]
    is_first = not parts
    if is_first:
        parts = [one for one in _columns_of_numbers(bare, rows) if one > total]
    units = {found[1] for one in (*parts, total) if (found := re.search(r"\((.*?)\)", heads[one]))}
    measures = {found[0] if (found := _MEASURE.search(bare[one])) else "" for one in parts}
    if len(parts) < 2 or len(units) > 1 or len(measures) > 1:
        return
    wrong = [
        (*_wrong(row[total], [[row[one] for one in parts]], heads[total], product=True),) for row in rows
    ]
    # A total that comes first may have only some of its parts behind it: one row must show that it has all.
    if not is_first or any(not found and _amount(row[total]) for found, row in zip(wrong, rows, strict=True)):
        yield from (found for each in wrong for found in each)


def _columns_of_numbers(heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> list[int]:
    """The columns behind the first whose cells are numbers or empty."""
    return [
        column
        for column in range(1, len(heads))
        if not _NO_NUMBER.fullmatch(heads[column])
        and any(_amount(row[column]) for row in rows)
        and all(_amount(row[column]) or _EMPTY.fullmatch(_text(row[column])) for row in rows)
    ]


def _wrong(
    total: Cell, readings: Sequence[Sequence[Cell]], head: str, *, product: bool = False
) -> Iterator[Wrong]:
    """The total when it is a number, all parts are numbers of its unit, and in no reading make it."""
    stated = _amount(total)
    sums = [_sum(stated, parts, head, product=product) for parts in readings] if stated else []
    known = [found for found in sums if found is not None]
    if stated and known and sums[0] is not None and all(stated.value != found for found in known):
        yield Wrong(total, stated.value, sums[0])


def _sum(stated: _Amount, parts: Sequence[Cell], head: str, *, product: bool) -> Decimal | None:
    """The sum of `parts`; what is stated where rounding, or a product, explains it; None where they cannot be added."""
    amounts = [_amount(cell) for cell in parts if not _EMPTY.fullmatch(_text(cell))]
    added = [amount for amount in amounts if amount is not None]
    units = {amount.unit for amount in (stated, *added)} - {""}
    if len(added) < max(len(amounts), 2 if product else 1) or len(units) > 1:
        return None
    if any(map(_LARGE.search, units)) and any(not amount.unit for amount in (stated, *added)):
        return None
    found = sum((amount.value for amount in added), Decimal(0))
    if product and len(added) > 1 and prod(amount.value for amount in added) == stated.value:
        return stated.value
    places = max(amount.places for amount in (stated, *added))
    is_rounded = places and any(map(_LARGE.search, (head, *units)))
    if is_rounded and abs(found - stated.value) <= Decimal(len(added) + 1) / 2 / 10**places:
        return stated.value
    return found


def _kind(name: str) -> _Kind:
    if _PARTIAL.search(name) or _EARLIER.match(name):
        return _Kind.UNCLEAR
    bare = _UNIT.sub("", name).rstrip(":")
    if _GRAND.fullmatch(bare):
        return _Kind.GRAND
    if _SECTION.fullmatch(bare):
        return _Kind.SECTION
    return _Kind.UNCLEAR if re.match("总?合计|[总共]计", bare) else _Kind.ITEM


def _name(row: Sequence[Cell]) -> str:
    """What a row is called: its first text, behind a number of its own."""
    texts = (_text(cell) for cell in row[:-1])
    return next((text for text in texts if text and not text.isdecimal()), "")


def _amount(cell: Cell) -> _Amount | None:
    """The number of a cell and its unit; None for a text, and for a part of a hundred."""
    found = _NUMBER.fullmatch(_text(cell))
    if found is None:
        return None
    value = Decimal(found["number"].replace(",", ""))
    return _Amount(-value if found["sign"] else value, found["unit"] or "", len(found["places"] or ""))


def _text(cell: Cell) -> str:
    """A cell in narrow signs, without blanks."""
    return "".join(unicodedata.normalize("NFKC", plain_text(cell.parts)).split())
