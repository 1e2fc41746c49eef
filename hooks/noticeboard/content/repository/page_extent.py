"""How much may stand in a page of docs/: Python-Markdown, which lays it out, needs far longer for signs than we do.

It looks from a sign to the end of its paragraph, and some signs make it begin again: its time grows with both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from noticeboard.content.extent import TOO_DENSE, Found, faults_of_extent, signs_in
from noticeboard.markup.scanner import LineKind, ScannedLine, lines_of, scan
from noticeboard.patterns import pattern_of
from noticeboard.problems import Fault

MOST_WORK = 20_000_000
"""Of all paragraphs together: signs of Markdown times characters. Cells and items stand alone, so that long tables have little."""
MOST_TAGS = 10_000
"""Signs that may begin a tag of HTML."""
MOST_HEADINGS = 3_000
MOST_DEEP = 200
"""Columns before a line's text. Nobody writes lists so deep."""

_CODE = (LineKind.FENCE, LineKind.CODE)
_DEEP = pattern_of(rf"^[ \t>]{{{MOST_DEEP}}}[ \t>]*[^\s>]", re.MULTILINE)
_HINT = "请删去多余的，或者分成几页。"


def faults_of_page(text: str) -> Iterator[Found]:
    """Why a page of docs/ is more than can be laid out, if it is: at most one fault, and where in the text it stands."""
    yield from list(faults_of_extent(text))[:1] or _faults_of_lines(text)


def _faults_of_lines(text: str) -> Iterator[Found]:
    if (tags := text.count("<")) > MOST_TAGS:
        yield _fault(f"这一页里有 {tags} 个“<”，超过了 {MOST_TAGS} 个，排不出来。"), text.index("<")
    elif deep := _DEEP.search(text):
        yield _fault(f"这一行缩进了 {MOST_DEEP} 多格，排不出来。"), deep.start()
    else:
        yield from _faults_of_rows(text)


def _faults_of_rows(text: str) -> Iterator[Found]:
    lines = lines_of(text)
    rows = scan(lines, is_page=True)
    if (headings := sum(row.kind is LineKind.HEADING for row in rows)) > MOST_HEADINGS:
        yield _fault(f"这一页里有 {headings} 个标题，超过了 {MOST_HEADINGS} 个，排不出来。"), 0
        return
    works = [(_work(lines[first:end]), first) for first, end in _paragraphs(rows, lines)]
    if sum(work for work, _ in works) > MOST_WORK:
        _, first = max(works)
        message = "这一段里“*”“[”“#”这样的符号太多，排不出来。"
        yield _fault(message), sum(len(line) + 1 for line in lines[:first])


def _work(lines: Sequence[str]) -> int:
    return sum(map(signs_in, lines)) * sum(map(len, lines))


def _paragraphs(rows: Sequence[ScannedLine], lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """From which line to which each text goes that Python-Markdown lays out as one, or may: in doubt it is all one."""
    first, in_table = 0, False
    for row in rows:
        line = lines[row.index]
        if row.kind is not LineKind.TABLE or row.opens:
            in_table = row.kind is LineKind.TABLE and _is_table(lines[row.index : row.index + 2])
        is_none = not line.strip() or row.kind in _CODE
        if is_none or in_table or _is_alone(row, line):
            if row.index > first:
                yield first, row.index
            first = row.index + is_none
    if first < len(lines):
        yield first, len(lines)


def _is_alone(row: ScannedLine, line: str) -> bool:
    """Whether a text begins with this line, for Python-Markdown too: it takes lists for code that are indented so."""
    if row.marker is not None:
        return row.depth > 0 or (row.marker.start < 4 and "\t" not in line[: row.marker.start])
    return row.kind is LineKind.HEADING and row.text != line.strip()


def _is_table(lines: Sequence[str]) -> bool:
    """Whether a head and the line below it are a table's for Python-Markdown, which wants as many cells in both."""
    head, rule = (line.strip() for line in lines)
    is_plain = "`" not in head and "\\" not in head
    return (
        is_plain
        and head.count("|") == rule.count("|")
        and head[:1] + head[-1:] in ("||", rule[:1] + rule[-1:])
    )


def _fault(message: str) -> Fault:
    return Fault(TOO_DENSE, message, _HINT)
