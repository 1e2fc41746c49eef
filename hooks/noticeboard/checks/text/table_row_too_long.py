"""Rows of a table that have more cells than its head: what stands there is shown nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.content.documents import Document
from noticeboard.markup.body import walk
from noticeboard.markup.nodes import Table
from noticeboard.problems import Level


@document_check("table-row-too-long", Level.WARNING)
def table_row_too_long(document: Document, context: CheckContext) -> Iterator[Finding]:
    if "|" not in document.body:
        return
    for table in walk(document.tree.blocks):
        if not isinstance(table, Table):
            continue
        columns = len(table.head.cells)
        for row in table.rows:
            if row.width > columns:
                message = f"这一行有{row.width}格，表头只有{columns}格，多出来的并在了最后一格里。"
                hint = "请给表头加上一列，或者把多出来的格子并好。"
                yield Finding(document.path, row.line, 1, message, hint)
