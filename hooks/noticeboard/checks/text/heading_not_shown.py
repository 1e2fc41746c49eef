"""Lines that were meant as headings and are rendered as something else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.content.documents import Document
from noticeboard.markup.body import walk
from noticeboard.markup.nodes import Item, Label, Paragraph
from noticeboard.markup.plain import written_lines
from noticeboard.markup.scanner import lines_of
from noticeboard.patterns import pattern_of
from noticeboard.problems import Level

_SIGN = pattern_of(
    r"^(?P<lead>[ \t\u3000]*(?:(?:[-*+]|[0-9]{1,3}[.、)）])[ \t\u3000]*)?)(?P<sign>[#＃]{1,6})(?P<text>[^#＃\n]*)",
    re.MULTILINE,
)
_NUMBER_SIGN = pattern_of(r"[0-9A-Za-z]")


@document_check("heading-not-shown", Level.WARNING)
def heading_not_shown(document: Document, context: CheckContext) -> Iterator[Finding]:
    if not any(_is_suspect(found) for found in _SIGN.finditer(document.body)):
        return
    lines = lines_of(document.body)
    for number in _lines_of_text(document):
        line = lines[number - document.body_line]
        found = _SIGN.match(line)
        if found and _is_suspect(found):
            text = found["text"].strip()
            message = f"“{line.strip()[:20]}”不会显示成标题。"
            hint = (
                f"请写成“## {text}”，从行首开始，用英文的“#”。"
                if text
                else "请在“#”后面写标题，或删去这一行。"
            )
            yield Finding(document.path, number, found.start("sign") + 1, message, hint)


def _lines_of_text(document: Document) -> Iterator[int]:
    """The lines that are shown as text, each once."""
    reported = 0
    for block in walk(document.tree.blocks):
        if isinstance(block, Paragraph | Label | Item):
            numbers = [line for line, _, _ in written_lines(block.parts)]
        else:
            continue
        for number in numbers:
            if number > reported:
                yield number
                reported = number


def _is_suspect(found: re.Match[str]) -> bool:
    """Full-width, in a list, or empty. #1 in a list is a number."""
    if found["lead"].strip() and _NUMBER_SIGN.match(found["text"]):
        return False
    return "＃" in found["sign"] or bool(found["lead"].strip()) or not found["text"].strip()
