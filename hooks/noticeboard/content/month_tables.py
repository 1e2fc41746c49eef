"""Tables that say month by month what is done: columns 月份 or 时间, 内容 or 活动, and perhaps 负责 (SPECIFICATION section 4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from noticeboard import times
from noticeboard.content import poor_forms
from noticeboard.content.activity_maker import Saying
from noticeboard.content.clauses import clauses
from noticeboard.markup.flat_text import FlatText
from noticeboard.markup.nodes import Cell, Row, Table
from noticeboard.markup.plain import plain_text
from noticeboard.problems import Fault

_TIME = re.compile(r"月份?|(?:活动|开展|实施|完成|计划|具体|安排)?(?:时间|日期)(?:安排)?|日程")
_ORIGINAL = re.compile(r"\s*[（(]\s*原(?:定|计划)(?:于|在)?[：:]?\s*(?P<time>[^（）()]+)[）)]\s*$")
_NO_TIME = re.compile("备注|说明|注[：:]|合计|总计|小计|[-—－/／无]+$")
_WHAT = re.compile(r"(?:主要|重点|具体|工作|活动|计划)*(?:内容|活动|工作|项目|任务|事项|安排|名称|主题)")
_FIELDS = (
    ("leader", re.compile(r"负责.*|责任.*|承办.*|牵头.*|主办.*|经办.*|组织者")),
    ("place", re.compile(r"(?:活动)?地[点址]")),
    ("participants", re.compile(r"参加.*|参与.*|对象|范围")),
    ("headcount", re.compile(r"人数.*")),
    ("cost", re.compile(r"(?:经费|预算|费用).*")),
    ("category", re.compile("类别|类型")),
)


@dataclass(frozen=True, slots=True)
class MonthRow:
    """A row: its time, and what is done then."""

    line: int
    column: int
    time: times.Time | None
    """None when its time cannot be read."""
    faults: tuple[Fault, ...]
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class MonthTable:
    """A table of activities."""

    rows: tuple[MonthRow, ...]

    @classmethod
    def of(cls, table: Table, context: times.Context, *, is_dated: bool) -> MonthTable | None:
        """The activities of a table; None when its columns or its first times say that it has none.

        `is_dated` says that it stands in a time section, so that days without a month can be read.
        """
        heads = [re.sub(r"\s", "", plain_text(cell.parts)) for cell in table.head.cells]
        when = next((index for index, head in enumerate(heads) if _TIME.fullmatch(head)), None)
        what = next((index for index, head in enumerate(heads) if _WHAT.fullmatch(head)), None)
        if when is None or what is None or when == what:
            return None
        fields = {
            index: name for index, head in enumerate(heads) for name, rule in _FIELDS if rule.fullmatch(head)
        }
        rows = tuple(_rows(table, when, what, fields, context))
        return (
            cls(rows)
            if any(row.time and (is_dated or "月" in row.time.text or row.time.months) for row in rows)
            else None
        )


def _rows(
    table: Table, when: int, what: int, fields: dict[int, str], context: times.Context
) -> Iterator[MonthRow]:
    time: times.Time | None = None
    for row in table.rows:
        written = plain_text(row.cells[when].parts).strip()
        faults: tuple[Fault, ...] = ()
        original = ""
        if written:
            bracket = _ORIGINAL.search(written)
            original = bracket["time"] if bracket else ""
            plain = _ORIGINAL.sub("", written).rstrip("、，,；;。")
            time, faults = _time_of(plain, context)
            if time is None and not faults and not _NO_TIME.match(written):
                faults = (poor_forms.row_time_not_read(written),)
        said = plain_text(row.cells[what].parts).strip()
        if said:
            sayings = tuple(_sayings(row, row.cells[what], fields, original))
            yield MonthRow(row.line, row.cells[when].column, time, faults, sayings)


def _time_of(written: str, context: times.Context) -> tuple[times.Time | None, tuple[Fault, ...]]:
    reading = times.read_heading(written, context)
    if reading is None or reading.theme:
        reading = times.read_leading(written, context)
        if reading is not None and reading.length < len(written):
            reading = None
    return (reading.time, reading.faults) if reading else (None, ())


def _sayings(row: Row, cell: Cell, fields: dict[int, str], original: str) -> Iterator[Saying]:
    said = FlatText.of(cell.parts)
    values = {
        name: value for index, name in fields.items() if (value := plain_text(row.cells[index].parts).strip())
    }
    for start, end in clauses(said.text, 0, len(said.text)):
        yield Saying.of_cell(said, start, end, row.line, row.column, values, original)
