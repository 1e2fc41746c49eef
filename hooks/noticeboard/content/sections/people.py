"""Who is who in the union: a table of 姓名, 职务, 分工, 办公电话 and 地点 in a 办事 (SPECIFICATION section 14)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from noticeboard.content.sections.table_rows import TableRow, rows_under
from noticeboard.markup.body import Body
from noticeboard.patterns import pattern_of

_COLUMNS: Mapping[str, re.Pattern[str]] = {
    "name": pattern_of(r"姓名|名字|委员姓名"),
    "role": pattern_of(r"(?:工会)?职务|身份|担任(?:职务)?"),
    "duty": pattern_of(r"分工|职责|岗位职责|分管(?:的?工作)?|负责(?:的?(?:工作|事项))?|管什么"),
    "phone": pattern_of(r"(?:办公室?|联系)?(?:电话|内线|分机|座机)(?:号码)?|联系方式|办公电话（?内线）?"),
    "place": pattern_of(r"(?:办公)?(?:地点|地址)|办公室|在哪里"),
    "unit": pattern_of(r"(?:所在)?单位|分工会"),
}


@dataclass(frozen=True, slots=True)
class Person:
    """An officer of the union as members may know of them; what was not written is empty."""

    name: str
    role: str
    duty: str
    phone: str
    """Of the office."""
    place: str
    unit: str
    """As written; empty where it is the document's."""
    line: int
    column: int

    @property
    def fault(self) -> str:
        """What is missing, in Chinese."""
        if not self.name:
            return "没有写姓名"
        if not self.role and not self.duty:
            return f"没有写“{self.name}”的职务或者分工"
        return "" if self.phone or self.place else f"没有写“{self.name}”的办公电话或者地点，大家找不到"


def people_in(body: Body) -> tuple[Person, ...]:
    """The rows of all tables that have 姓名, and 职务 or 分工; empty rows are none."""
    return tuple(_person(row) for row in rows_under(body, _COLUMNS, ("name",)) if _tells_duties(row))


def tables_of_names(body: Body) -> Iterator[TableRow]:
    """The first rows of those that have 姓名 and a telephone, and neither 职务 nor 分工."""
    seen: set[int] = set()
    for row in rows_under(body, _COLUMNS, ("name",)):
        if "phone" in row.cells and not _tells_duties(row) and row.table not in seen:
            seen.add(row.table)
            yield row


def _tells_duties(row: TableRow) -> bool:
    return not row.cells.keys().isdisjoint(("role", "duty"))


def _person(row: TableRow) -> Person:
    texts = {key: row.cells.get(key, "") for key in _COLUMNS}
    return Person(**texts, line=row.line, column=row.column)
