"""How wide a table is at least: what a sheet of paper needs to know to show all of it, smaller or turned."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from noticeboard.markup.figures import longest_figure, width

STEPS = (40, 46, 53, 61, 70, 80, 92, 106, 122, 140, 161, 185, 213, 245, 282, 324, 373, 429)
"""In em. wide.css has the size of type and the way of the sheet for each."""
_ROW = re.compile(r"<tr\b")
_CELL = re.compile(r"<t[dh]\b([^>]*)>(.*?)(?=<t[dh]\b|</tr>|\Z)", re.DOTALL)
_SPAN = re.compile(r'colspan="(\d{1,3})"')
_TAG = re.compile(r"<(?:\"[^\"]*\"|[^\">])*>")
_PADDING = 0.7
_MOST_SPANNED = 50
_LEAST, _COMFORTABLE = 2.0, 4.0
"""In em: the room of an empty column, and that in which words can be read though they take several lines."""


def wide_class(table: str) -> str:
    """The class of a table's HTML that says how wide it is at least, as `wide-92`; empty for one that always fits."""
    needed = sum(_columns(table))
    if needed <= STEPS[0]:
        return ""
    return f"wide-{next((step for step in STEPS if needed <= step), STEPS[-1])}"


def _columns(table: str) -> list[float]:
    """The least width of each column, in em."""
    columns: list[float] = []
    for row in _ROW.split(table)[1:]:
        for index, least in enumerate(_cells(row)):
            if index == len(columns):
                columns.append(0)
            columns[index] = max(columns[index], least)
    return columns


def _cells(row: str) -> Iterator[float]:
    """What each cell of a row needs; one over several columns needs a part of it from each."""
    for attributes, inner in _CELL.findall(row):
        span = _SPAN.search(attributes)
        count = min(max(1, int(span[1])), _MOST_SPANNED) if span else 1
        yield from [_least(html.unescape(_TAG.sub("", inner))) / count + _PADDING] * count


def _least(text: str) -> float:
    return max(_LEAST, longest_figure(text), min(_COMFORTABLE, width(text)))
