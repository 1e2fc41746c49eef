"""Tables that plan month by month → sections of months with their activities."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from noticeboard.content.activities.clauses import clauses
from noticeboard.content.activities.month_tables import columns_of
from noticeboard.importing.paper import PaperCell, PaperTable
from noticeboard.times import is_time_line

_FIELDS = {
    "leader": "负责", "place": "地点", "participants": "参加", "headcount": "人数", "cost": "经费", "category": "类别",
}  # fmt: skip
_COUNT = re.compile("序号?|编号|项次|号")


@dataclass(frozen=True, slots=True)
class MonthSection:
    """A month as the table writes it, and the texts of its items."""

    time: str
    items: tuple[str, ...]


def month_sections(table: PaperTable) -> tuple[MonthSection, ...] | None:
    """The sections that a table says; None for one that says anything else, which stays a table.

    Every column must be known, count the rows or be empty, every time a month or months, and no note or picture may stand in it.
    """
    grid = [list(_expanded(row)) for row in _rows(table)]
    heads = ["".join(_text(cell).split()) if cell else "" for cell in grid[0]] if grid else []
    columns = columns_of(heads) if len(grid) > 1 else None
    if columns is None or any(len(row) != len(heads) for row in grid) or _has_signs(table):
        return None
    when, what, fields = columns
    others = set(range(len(heads))) - {when, what, *fields}
    if not all(_says_nothing(heads[column], [row[column] for row in grid[1:]]) for column in others):
        return None
    sections: list[tuple[str, list[str]]] = []
    for row in grid[1:]:
        time = _text(row[when]).strip(" ：:")
        if time and not (is_time_line(time) and "月" in time):
            return None
        if time and not (sections and sections[-1][0] == time):
            sections.append((time, []))
        if not sections:
            return None
        sections[-1][1].extend(_items(row, what, fields))
    if any(not items for _, items in sections):
        return None
    return tuple(MonthSection(time, tuple(items)) for time, items in sections)


def _says_nothing(head: str, cells: Sequence[PaperCell | None]) -> bool:
    """Whether a column is empty, or only counts the rows."""
    words = [text for cell in cells if (text := _text(cell).strip(" 、.．"))]
    is_count = words == [str(number) for number in range(1, len(words) + 1)]
    return not words or (is_count and _COUNT.fullmatch(head) is not None)


def _rows(table: PaperTable) -> Iterator[list[tuple[int, PaperCell]]]:
    """Rows with the column of each cell, counted over cells that reach down from above."""
    covered: dict[int, int] = {}
    for row in table.rows:
        column = 0
        placed = []
        for cell in row:
            while covered.get(column):
                covered[column] -= 1
                column += 1
            placed.append((column, cell))
            for place in range(column, column + cell.columns):
                covered[place] = cell.rows - 1
            column += cell.columns
        while covered.get(column):
            covered[column] -= 1
            column += 1
        yield placed


def _expanded(row: Sequence[tuple[int, PaperCell]]) -> Iterator[PaperCell | None]:
    """A cell for each column, None where one goes on."""
    width = max((column + cell.columns for column, cell in row), default=0)
    cells = dict(row)
    yield from (cells.get(column) for column in range(width))


def _items(row: Sequence[PaperCell | None], what: int, fields: dict[int, str]) -> Iterator[str]:
    cell = row[what]
    values = [
        f"{_FIELDS[name]}：{value}"
        for column, name in sorted(fields.items())
        if (value := _text(row[column]).strip())
    ]
    behind = f"（{'；'.join(values)}）" if values else ""
    for paragraph in cell.paragraphs if cell else ():
        for line in paragraph.shown.split("\n"):
            for start, end in clauses(line, 0, len(line)):
                yield line[start:end] + behind


def _text(cell: PaperCell | None) -> str:
    return "、".join(paragraph.shown.strip() for paragraph in cell.paragraphs) if cell else ""


def _has_signs(table: PaperTable) -> bool:
    return any(
        run.note or run.picture or run.target
        for row in table.rows
        for cell in row
        for paragraph in cell.paragraphs
        for run in paragraph.runs
    )
