"""How much may stand in one document: what nobody writes by hand could take hours to lay out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from noticeboard.patterns import pattern_of
from noticeboard.problems import Diagnostic, Fault, Level

TOO_LONG = Diagnostic("too-long", Level.ERROR)
TOO_DENSE = Diagnostic("too-dense", Level.ERROR)

MOST_LINES = 20_000
"""A megabyte of ordinary paragraphs has a third of it; every line may be an item, a heading or a row."""
MOST_SIGNS = 40_000
"""Signs of Markdown between two blank lines: each may belong to each that stands before it."""
MOST_CELLS = 2_000
"""Of a table's row."""
MOST_BARS = 150_000
"""Of all tables together: twenty columns of seven thousand rows."""

MOST_PLACES = 20_000
"""Of activities on pages of months: each stands on one, what recurs on as many as it has months."""

SIGNS = "*_`[]()<>~!\\&{}^#:="
"""What Markdown may give a meaning."""
_BLANK = pattern_of(r"\n[ \t]*\n")
_WIDE_ROW = pattern_of(rf"^(?:[^|\n]*\|){{{MOST_CELLS + 1}}}", re.MULTILINE)

Found = tuple[Fault, int]
"""A fault, and the offset in the text where it stands."""


def fault_of_lines(count: int) -> Fault:
    """Says that a document has so many lines."""
    message = f"这份文件有 {count} 行，超过了 {MOST_LINES} 行，不像是一份文字材料。"
    return Fault(TOO_LONG, message, "请分成几份，或者把表格放成附件。")


def fault_of_activities(places: int) -> Fault:
    """Says that a document's activities stand on so many pages of months, all counted."""
    message = f"这份文件的活动分到各月有 {places} 处，超过了 {MOST_PLACES} 处，网页排不出来。"
    return Fault(TOO_DENSE, message, "请分成几份，或者把定期的活动合成一项。")


def lines_of_bytes(data: bytes) -> int:
    """How many lines a file has, before it is decoded; 0 where its bytes do not tell (UTF-16)."""
    return 0 if b"\0" in data else max(data.count(b"\n"), data.count(b"\r"))


def faults_of_extent(text: str) -> Iterator[Found]:
    """Why a document is more than can be read, if it is."""
    if (lines := text.count("\n")) > MOST_LINES:
        yield fault_of_lines(lines), 0
    else:
        yield from _too_dense(text)


def signs_in(text: str, start: int = 0, end: int | None = None) -> int:
    """How many signs of Markdown stand in a part of a text."""
    return sum(text.count(sign, start, end) for sign in SIGNS)


def _too_dense(text: str) -> Iterator[Found]:
    if row := _WIDE_ROW.search(text):
        message = f"这一行有 {MOST_CELLS} 多个“|”，排不成表格。"
        yield Fault(TOO_DENSE, message, "请把表格放成附件，或者分成几张。"), row.start()
        return
    if (bars := text.count("|")) > MOST_BARS:
        message = f"这份文件的表格有 {bars} 格上下，超过了 {MOST_BARS} 格，网页打不开。"
        yield Fault(TOO_DENSE, message, "请把表格存成 Excel 文件，放成附件。"), 0
        return
    if signs_in(text) <= MOST_SIGNS:
        return
    start = 0
    for blank in (*_BLANK.finditer(text), None):
        end = blank.end() if blank else len(text)
        if signs_in(text, start, end) > MOST_SIGNS:
            message = f"这一段里“*”“[”“#”这样的符号有 {MOST_SIGNS} 多个，排不出来。"
            yield Fault(TOO_DENSE, message, "请删去多余的符号，或者分成几段。"), start
            return
        start = end
