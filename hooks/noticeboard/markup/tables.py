"""Tables that keep every cell: what a row has more than its head stands in its last column."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator, Sequence
from itertools import pairwise

from markdown import Markdown
from markdown.extensions.tables import TableExtension, TableProcessor

from noticeboard.markup.scanner import TABLE_RULE, Kind, lines_of, scan


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


_NO_BORDERS = re.compile(r"`[^`\n]*`|\\.")
"""What parts no cells though it may hold a |."""


def long_rows(body: str) -> Iterator[tuple[int, int, int]]:
    """Rows with more cells than their table's head: 0-based line, how many it has, and how many the head."""
    lines = lines_of(body)
    if not _may_have_long_rows(lines):
        return
    rows = scan(lines)
    columns = 0
    for row, following in pairwise(rows):
        if row.opens or row.kind is not Kind.TEXT:
            is_head = row.kind is Kind.TEXT and "|" in row.text and TABLE_RULE.match(following.text)
            columns = len(_cells(row.text)) if is_head else 0
        if columns and following.kind is Kind.TEXT and not following.opens:
            cells = _cells(following.text)
            if any(cell.strip() for cell in cells[columns:]):
                yield following.index, len(cells), columns


def _may_have_long_rows(lines: Sequence[str]) -> bool:
    """A quick look, which takes everything that looks like a table for one."""
    columns = 0
    for line, following in pairwise(lines):
        if "|" in line and "-" in following and TABLE_RULE.match(following):
            columns = len(_cells(line))
        elif not line.strip():
            columns = 0
        if columns and following.count("|") >= columns and any(map(str.strip, _cells(following)[columns:])):
            return True
    return False


def _cells(row: str) -> list[str]:
    bare = _NO_BORDERS.sub("x", row.strip())
    return bare.removeprefix("|").removesuffix("|").split("|")
