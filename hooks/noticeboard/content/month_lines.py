"""Finds what looks like a plan by months in a body from which no activity was read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from noticeboard.markup.body import Body
from noticeboard.markup.nodes import Blocks, Element, Heading, Item, Label, List, Paragraph, Table
from noticeboard.markup.plain import plain_text, written_lines
from noticeboard.times import is_month_like, is_time_line

_LONGEST = 200
_HEADED = re.compile(r"[^：:，。；]{1,12}[：:]")
"""三月份： with whatever behind it. 三月，我们 is a sentence."""
_WHAT_IS_DONE = re.compile("活动|内容|工作|安排|任务|主题|事项")
"""What heads a column of activities; a table of months without one may be of accounts."""


def find_month_line(body: Body, *, headings: bool) -> tuple[int, int] | None:
    """1-based line and column of the first line that only a month begins; None when there is none.

    That is a month alone (三月), one before a colon (三月份：植树), and a row that begins with a month in a
    table with a column of activities. With `headings` these count too.
    """
    heading: tuple[int, int] | None = None
    for block in _in_sight(body.blocks):
        if isinstance(block, Heading):
            is_month = headings and _begins_with_a_month(plain_text(block.parts))
            heading = (block.line, block.column) if is_month else None
            continue
        place = _month_in_table(block) if isinstance(block, Table) else _month_in_lines(block)
        if isinstance(block, Item):
            if place is not None:
                return place
        # A heading without a word below it waits to be filled in.
        elif heading is not None or place is not None:
            return heading or place
    return None


def _in_sight(blocks: Blocks) -> Iterator[Heading | Label | Paragraph | Table | Item]:
    """The texts of a body but those in quotes and notes."""
    for block in blocks:
        if isinstance(block, List):
            for item in block.items:
                yield item
                yield from _in_sight(item.blocks)
        elif isinstance(block, Element):
            yield from _in_sight(block.blocks)
        elif isinstance(block, Heading | Label | Paragraph | Table):
            yield block


def _month_in_lines(block: Label | Paragraph | Item) -> tuple[int, int] | None:
    """The first line that a month begins; an item's own line is no plan by months."""
    for line, column, text in written_lines(block.parts):
        if not (isinstance(block, Item) and line == block.line) and _begins_with_a_month(text):
            return line, column
    return None


def _month_in_table(table: Table) -> tuple[int, int] | None:
    head = [plain_text(cell.parts) for cell in table.head.cells]
    if not any(map(_WHAT_IS_DONE.search, head)):
        return None
    for row in (table.head, *table.rows):
        if any(_is_month(plain_text(cell.parts)) for cell in row.cells):
            return row.line, row.column
    return None


def _begins_with_a_month(text: str) -> bool:
    text = text.strip()
    if "月" not in text or len(text) > _LONGEST:
        return False
    headed = _HEADED.match(text)
    return _is_month(headed[0] if headed else text)


def _is_month(text: str) -> bool:
    return "月" in text and is_time_line(text) and is_month_like(text)
