"""Tables that keep every cell: what a row has more than its head stands in its last column."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from collections.abc import Sequence

from markdown import Markdown
from markdown.extensions.tables import TableExtension, TableProcessor


class Tables(TableExtension):
    """Python-Markdown's tables, with our rows."""

    def extendMarkdown(self, md: Markdown) -> None:
        super().extendMarkdown(md)
        md.parser.blockprocessors.register(_WholeRows(md.parser, self.getConfigs()), "table", 75)


class _WholeRows(TableProcessor):
    """Python-Markdown drops the cells that a row has more than its head."""

    columns: int | None = None
    """Of the table whose row is being built."""

    def _build_row(self, row: str, parent: etree.Element, align: Sequence[str | None]) -> None:
        self.columns = len(align)
        super()._build_row(row, parent, align)
        self.columns = None

    def _split_row(self, row: str) -> list[str]:
        cells = super()._split_row(row)
        if self.columns is None or len(cells) <= self.columns:
            return cells
        last = self.columns - 1
        return [*cells[:last], " | ".join(filter(None, map(str.strip, cells[last:])))]
