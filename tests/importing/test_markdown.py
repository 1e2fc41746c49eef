"""Blocks of a file of others → Markdown."""

from __future__ import annotations

import pytest

from noticeboard.importing.markdown import MarkdownWriter
from noticeboard.importing.paper import PaperCell, PaperParagraph, PaperTable, Run


def paragraph(text: str, level: int = 0) -> PaperParagraph:
    return PaperParagraph((Run(text),), level=level)


def table(*rows: tuple[str, ...]) -> PaperTable:
    return PaperTable(tuple(tuple(PaperCell((paragraph(text),)) for text in row) for row in rows))


@pytest.mark.parametrize(("level", "hashes"), [(1, "##"), (2, "###"), (5, "######"), (6, "######")])
def test_a_table_of_months_stands_one_level_below_its_heading(level, hashes):
    months = table(("月份", "活动"), ("三月", "植树"), ("四月", "春游"))
    written = MarkdownWriter({}).write([paragraph("工作安排", level), months])
    assert [line for line in written.splitlines() if "月" in line] == [f"{hashes} 三月", f"{hashes} 四月"]
