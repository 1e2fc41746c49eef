"""Tables whose signs are not those of a table, and that are read as one all the same."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.content.documents import Document
from noticeboard.markup.body import walk
from noticeboard.markup.nodes import Table
from noticeboard.problems import Level

_MESSAGES = {
    "tabs": "这是从电子表格里粘贴来的，已按表格读取。",
    "blanks": "这几行用空格排成了表格，已按表格读取。",
    "full-width": "表格用了全角的“｜”，已按表格读取。",
    "no-rule": "表头下面少了一行“|---|---|”，已按表格读取。",
    "poor-rule": "表头下面那一行横线写得不对，已按表格读取。",
}


@document_check("table-form", Level.WARNING)
def table_form(document: Document, context: CheckContext) -> Iterator[Finding]:
    for table in walk(document.tree.blocks):
        if isinstance(table, Table) and table.form:
            dashes = "|---" * len(table.head.cells) + "|"
            hint = f"请用“|”隔开各格，表头下面写一行“{dashes}”；board fix 会替您改好。"
            yield Finding(document.path, table.line, table.column, _MESSAGES[table.form], hint)
