"""Where in a document a match stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from noticeboard.checks.check import Finding
from noticeboard.content.documents import Document
from noticeboard.content.repository.paths import ROOT
from noticeboard.markup.raw_tags import HtmlTag, tags_of
from noticeboard.patterns import pattern_of

_CODE = pattern_of(r"(?<!`)(`+)(?!`).{1,2000}?(?<!`)\1(?!`)")
_FENCE = pattern_of(r"^ {0,3}(`{3,}|~{3,}).*?(?:^ {0,3}\1[`~]*\s*$|\Z)", re.MULTILINE | re.DOTALL)
_LINE_END = pattern_of("\n")
_DATED = ("date", "period", "publish_on", "expire_on", "notice_period", "due", "answered")


def finding_at(document: Document, offset: int, message: str, hint: str) -> Finding:
    """A finding at a character of the document's text."""
    line = line_number(document, offset)
    column = offset - _line_starts(document.text)[line - 1] + 1
    return Finding(document.path, line, column, message, hint)


def line_number(document: Document, offset: int) -> int:
    """The 1-based line of a character of the document's text."""
    return bisect_right(_line_starts(document.text), offset)


@lru_cache(maxsize=1)
def _line_starts(text: str) -> tuple[int, ...]:
    """Where each line of a document begins: it may have a hundred thousand findings."""
    return (0, *(found.end() for found in _LINE_END.finditer(text)))


def matches_outside_code(document: Document, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The matches of `pattern` in the document's text, but for those in code, which shows what it shows on purpose."""
    text = document.text
    codes: Sequence[tuple[int, int]] | None = None
    for found in pattern.finditer(text):
        if codes is None:
            codes = _codes(text) if "`" in text or "~~~" in text else ()
        last = bisect_right(codes, (found.start(), len(text))) - 1
        if last < 0 or found.start() >= codes[last][1]:
            yield found


def raw_tags(document: Document) -> tuple[HtmlTag, ...]:
    """The tags of raw HTML in a document's body; on a hand-written page, which MkDocs renders, also lists of attributes."""
    is_page = not document.path.startswith(f"{ROOT}/")
    return tags_of(document.body, document.body_line, with_lists=is_page)


def _codes(text: str) -> Sequence[tuple[int, int]]:
    """Start and end of what is code, in order; those that overlap are one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(found.span() for pattern in (_FENCE, _CODE) for found in pattern.finditer(text)):
        if joined and start < joined[-1][1]:
            before = joined.pop()
            start, end = before[0], max(end, before[1])
        joined.append((start, end))
    return joined


def line_of(text: str, offset: int) -> str:
    """The whole line of a character."""
    end = text.find("\n", offset)
    return text[text.rfind("\n", 0, offset) + 1 : len(text) if end < 0 else end]


def is_in_dated_field(document: Document, offset: int) -> bool:
    """Whether a character stands in a field of dates: those are read, and what is wrong there is told."""
    if offset >= len(document.head):
        return False
    line = line_number(document, offset)
    keys = {place[0]: name for name, place in document.positions.items()}
    key = max((number for number in keys if number <= line), default=0)
    return keys.get(key) in _DATED
