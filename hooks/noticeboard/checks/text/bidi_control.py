"""Signs that turn the direction of text, so that it reads otherwise than it is."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.checks.text.places import finding_at
from noticeboard.content.documents import Document
from noticeboard.patterns import pattern_of
from noticeboard.problems import Level

_BIDI = pattern_of(r"[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")


@document_check("bidi-control", Level.ERROR)
def bidi_control(document: Document, context: CheckContext) -> Iterator[Finding]:
    for found in _BIDI.finditer(document.text):
        message = f"这里藏着改变文字方向的字符（U+{ord(found[0]):04X}），读者看到的顺序会和写的不同。"
        yield finding_at(document, found.start(), message, "请删去前后几个字，重新输入。")
