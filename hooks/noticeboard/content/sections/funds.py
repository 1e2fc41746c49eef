"""Budget, actual and what the auditors say, side by side: a table of a disclosure (SPECIFICATION section 18)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from noticeboard.content.quantities.amounts import Amount, read_amount
from noticeboard.content.sections.table_rows import TableRow, rows_under
from noticeboard.markup.body import Body
from noticeboard.patterns import pattern_of

_TIME = (
    r"(?:\d{4}年?(?:度)?|全年|本年度?|年度?|上半年|下半年|本期|[一二三四1-4]季度|1?\d月|1?\d?[—–~至-]1?\d月)*"
)
_COLUMNS = {
    "name": pattern_of(r"(?:收支|收入|支出|经费|预算|开支)?(?:项目|科目|名称)|事项|内容|用途"),
    "group": pattern_of(r"(?:收支|收入|支出|经费|预算|开支)?(?:类别|大类)|收入|支出"),
    "budget": pattern_of(rf"{_TIME}(?:预算|计划)(?:数|额|金额|支出|收入|安排)?"),
    "actual": pattern_of(
        rf"{_TIME}(?:实际|决算|执行|实支|实收|支出|收入)(?:数|额|金额|支出|收入|发生额?|使用|情况)?"
    ),
    "opinion": pattern_of(r"(?:审计|经审|审查|审核)(?:意见|结论|结果|情况)?"),
}
_YEAR = pattern_of(r"\d{4}")
_TOTAL = pattern_of(r"(?:总|收入|支出)?\s*合\s*计|总\s*计|共\s*计")
_IN_HEAD = pattern_of(r"[(（](?:单位[:：])?(?P<unit>[^()（）]*[元])[)）]")
_PLAIN = pattern_of(r"[-−]?[\d,.]+")


@dataclass(frozen=True, slots=True)
class FundLine:
    """One item of a budget; a number that is not there or cannot be read is None."""

    name: str
    line: int
    column: int
    table: int
    """The line of its table's heads."""
    head: str
    """What the table calls its items: 收入, 支出, 项目."""
    budget: Decimal | None
    """In `unit`."""
    actual: Decimal | None
    unit: str
    """元, unless the table says another."""
    opinion: str
    is_total: bool
    faults: tuple[str, ...] = ()
    """What could not be read, in Chinese."""

    @property
    def difference(self) -> Decimal | None:
        """The actual sum less the budget."""
        return None if self.budget is None or self.actual is None else self.actual - self.budget

    @property
    def percent(self) -> Decimal | None:
        """The actual sum as a part of the budget, in hundredths, to one place; None for a budget of nought."""
        if not self.budget or self.actual is None:
            return None
        return (self.actual / self.budget * 100).quantize(Decimal("0.1"), ROUND_HALF_UP)


def funds_in(body: Body) -> tuple[FundLine, ...]:
    """The lines of all tables that have a column for the budget and one for the actual sum."""
    return tuple(_lines(body))


def _lines(body: Body) -> Iterator[FundLine]:
    for row in rows_under(body, _COLUMNS, ("budget",)):
        named = "name" if "name" in row.cells else "group"
        if {named, "budget", "actual"} <= row.cells.keys() and _is_of_one_year(row):
            yield _line(row, named)


def _is_of_one_year(row: TableRow) -> bool:
    """2025年决算 beside 2026年预算 is no comparison."""
    years = {year for name in ("budget", "actual") for year in _YEAR.findall(row.heads[name])}
    return len(years) < 2


def _line(row: TableRow, named: str) -> FundLine:
    """A row, called by the column `named`. A sum that it shares with another row is not its own."""
    amounts = {name: None if name in row.shared else _amount(row, name) for name in ("budget", "actual")}
    faults = [
        f"“{row.heads[name]}”和别的行合并成一格，这一行是多少没有写"
        for name in ("budget", "actual")
        if name in row.shared
    ]
    faults += [
        f"“{row.heads[name]}”写的是“{amount.text}”，不是一个数"
        for name, amount in amounts.items()
        if amount and amount.number is None
    ]
    units = {amount.unit for amount in amounts.values() if amount and amount.number is not None}
    if len(units) > 1:
        faults.append("预算和实际的单位不同")
    budget, actual = (amount.number if amount else None for amount in amounts.values())
    name = _name(row, named)
    return FundLine(
        name,
        row.line,
        row.column,
        row.table,
        row.heads[named],
        budget,
        actual if len(units) < 2 else None,
        next(iter(units), "元") or "元",
        row.cells.get("opinion", ""),
        _TOTAL.fullmatch(name) is not None,
        tuple(faults),
    )


def _name(row: TableRow, named: str) -> str:
    """What a line is called: its item, else the group, which says 合计 too."""
    group = row.cells.get("group", "")
    return group if _TOTAL.fullmatch(group) else row.cells[named] or group


def _amount(row: TableRow, name: str) -> Amount | None:
    """A cell's number in the unit that it says, else in that of its head."""
    text = row.cells[name]
    if not text:
        return None
    found = _IN_HEAD.search(row.heads[name])
    plain = unicodedata.normalize("NFKC", text).strip()
    unit = found["unit"] if found and _PLAIN.fullmatch(plain) else ""
    return read_amount(name, f"{text}{unit}")
