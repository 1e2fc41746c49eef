"""Tables in the signs that they should have, row by row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from noticeboard.content.documents import Document
from noticeboard.fixing.edits import PlacedEdit
from noticeboard.markup.body import walk
from noticeboard.markup.nodes import Table
from noticeboard.markup.table_forms import is_rule, with_signs
from noticeboard.problems import Edit

_CODE = "table-form"


def table_edits(document: Document, lines: Sequence[str]) -> Iterator[PlacedEdit]:
    """The edits for each table of poor form; `lines` are the file's."""
    for table in walk(document.tree.blocks):
        if isinstance(table, Table) and table.form:
            yield from _edits(table, lines)


def _edits(table: Table, lines: Sequence[str]) -> Iterator[PlacedEdit]:
    rule = "|---" * len(table.head.cells) + "|"
    last = table.rows[-1].line if table.rows else table.line
    has_rule = is_rule(lines[table.line])
    for number in range(table.line, last + 1):
        written = lines[number - 1][table.column - 1 :].rstrip(" \r")
        is_head = number == table.line
        good = rule if has_rule and number == table.line + 1 else _good(written)
        if is_head and not has_rule:
            good += "\n" + lines[number - 1][: table.column - 1] + rule
        if good != written:
            yield PlacedEdit(number, Edit(table.column, table.column + len(written), good), _CODE)


def _good(row: str) -> str:
    signed = with_signs(row)
    if signed == row and row.startswith("|"):
        return row
    inner = signed if "\t" in row else signed.strip().removeprefix("|").removesuffix("|")
    return "| " + " | ".join(cell.strip() for cell in inner.split("|")) + " |"
