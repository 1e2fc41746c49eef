"""Where in a document a match stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from noticeboard.checks.check import Finding
from noticeboard.content.documents import Document
from noticeboard.content.paths import ROOT
from noticeboard.markup.raw_tags import Tag, tags_of

_CODE = re.compile(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,}).*?(?:^ {0,3}\1[`~]*\s*$|\Z)", re.MULTILINE | re.DOTALL)
_DATED = ("date", "period", "publish_on", "expire_on", "notice_period", "due", "answered")


def finding_at(document: Document, offset: int, message: str, hint: str) -> Finding:
    """A finding at a character of the document's text."""
    text = document.text
    line = text.count("\n", 0, offset) + 1
    return Finding(document.path, line, offset - text.rfind("\n", 0, offset), message, hint)


def matches_outside_code(document: Document, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The matches of `pattern` in the document's text, but for those in code, which shows what it shows on purpose."""
    codes: list[tuple[int, int]] | None = None
    for found in pattern.finditer(document.text):
        if codes is None:
            codes = _codes(document.text) if "`" in document.text or "~~~" in document.text else []
        if not any(start <= found.start() < end for start, end in codes):
            yield found


def raw_tags(document: Document) -> tuple[Tag, ...]:
    """The tags of raw HTML in a document's body; on a hand-written page, which MkDocs renders, also lists of attributes."""
    is_page = not document.path.startswith(f"{ROOT}/")
    return tags_of(document.body, document.body_line, with_lists=is_page)


def _codes(text: str) -> list[tuple[int, int]]:
    return [found.span() for pattern in (_FENCE, _CODE) for found in pattern.finditer(text)]


def line_of(text: str, offset: int) -> str:
    """The whole line of a character."""
    end = text.find("\n", offset)
    return text[text.rfind("\n", 0, offset) + 1 : len(text) if end < 0 else end]


def is_in_dated_field(document: Document, offset: int) -> bool:
    """Whether a character stands in a field of dates: those are read, and what is wrong there is told."""
    if offset >= len(document.head):
        return False
    line = document.text.count("\n", 0, offset) + 1
    keys = {place[0]: name for name, place in document.positions.items()}
    key = max((number for number in keys if number <= line), default=0)
    return keys.get(key) in _DATED
