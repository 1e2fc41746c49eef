"""Finds what looks like a plan by months in a body from which no activity was read."""

from __future__ import annotations

import re
from collections.abc import Sequence

from noticeboard.content.times import is_month_like, is_time_line
from noticeboard.markup.inline import plain_text
from noticeboard.markup.scanner import Kind, lines_of, scan

_LONGEST = 200
_HEADED = re.compile(r"[^：:，。；]{1,12}[：:]")
"""三月份： with whatever behind it. 三月，我们 is a sentence."""
_WHAT_IS_DONE = re.compile("活动|内容|工作|安排|任务|主题|事项")
"""What heads a column of activities; a table of months without one may be of accounts."""


def find_month_line(body: str, first_line: int, *, headings: bool) -> tuple[int, int] | None:
    """1-based line and column of the first line that only a month begins; None when there is none.

    That is a month alone (三月), one before a colon (三月份：植树), and a row that begins with a month in a
    table with a column of activities. With `headings` these count too. `first_line` is the number of the
    body's first line in its file.
    """
    if "月" not in body:
        return None
    table: Sequence[str] = ()
    heading: tuple[int, int] | None = None
    for row in scan(lines_of(body)):
        place = (row.index + first_line, row.column + 1)
        if row.kind is Kind.HEADING:
            heading = place if headings and _begins_with_a_month(row.text) else None
        elif row.kind is Kind.TEXT or row.kind is Kind.LABEL:
            # A heading without a word below it waits to be filled in.
            if heading is not None:
                return heading
            if "|" in row.text:
                cells = [plain_text(cell) for cell in row.text.strip("| ").split("|")]
                table = cells if row.opens else table
                if any(map(_WHAT_IS_DONE.search, table)) and any(map(_is_month, cells)):
                    return place
            elif _begins_with_a_month(row.text):
                return place
    return None


def _begins_with_a_month(line: str) -> bool:
    if "月" not in line or len(line) > _LONGEST:
        return False
    text = plain_text(line)
    headed = _HEADED.match(text)
    return _is_month(headed[0] if headed else text)


def _is_month(text: str) -> bool:
    return "月" in text and is_time_line(text) and is_month_like(text)
