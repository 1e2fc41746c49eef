"""What may be a blank that nobody filled, or a sign that was lost: less certain than `placeholder` and `missing-glyph`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.checks.text.places import finding_at, is_in_dated_field, matches_outside_code
from noticeboard.content.documents import Document
from noticeboard.patterns import pattern_of
from noticeboard.problems import Level

_BLANK = pattern_of(
    r"(?<![0-9A-Za-z])[12][0-9][xX×ｘＸ]{2}(?![0-9A-Za-z年])(?!\s?(?:[-/.][0-9xX×]|〕|】|\]|学年))"
    r"|(?<![0-9A-Za-z×*])(?:[xｘ]{2,4}|[XＸ]{2,4}|×{2,4}|[○〇]{2,4})(?=厂|局|部|处|科|院|校|村|队|班)"
    r"|(?:\\_){2,}"
    r"|(?<=[\u4e00-\u9fff])(?:_{3,}|＿{2,})(?![年月日号届街])(?=[\u4e00-\u9fff])"
    r"|(?<=[-*、.．） \u3000])＿{2,}(?=[\u4e00-\u9fff])"
    r"|(?<=[\u4e00-\u9fff])[□▯]{2,}(?=[\u4e00-\u9fff])"
    r"|(?<=[\u4e00-\u9fff])[（(][ \t\u3000]*[）)](?=[\u4e00-\u9fff])"
    r"|(?<=[\u4e00-\u9fff，、。；：“”（）《》0-9A-Za-z])[□▯](?:(?=[“”（）《》0-9A-Za-z]|[ \t\u3000]*$)"
    r"|(?<=[“”（）《》0-9A-Za-z][□▯])(?=[\u4e00-\u9fff，、。；：]))",
    re.MULTILINE,
)
_SIGNS = pattern_of(r"[xX×ｘＸ○〇_＿][xX×ｘＸ○〇_＿\\]|[□▯]|[（(][ \t\u3000]*[）)]")
"""A quick look: every such place has one of these."""
_FORM = pattern_of(r"□\s?\S{1,6}\s+□|[是否有无男女]\s?□|[（(][ \t\u3000]*[）)].*[（(][ \t\u3000]*[）)]")


@document_check("likely-placeholder", Level.WARNING)
def likely_placeholder(document: Document, context: CheckContext) -> Iterator[Finding]:
    if document.draft or not _SIGNS.search(document.text):
        return
    reported: set[int] = set()
    for found in matches_outside_code(document, _BLANK):
        finding = finding_at(
            document,
            found.start(),
            f"“{document.text[found.start() : found.end() + 2].strip()}”可能没有填，或者丢了字。",
            "请对照原件核对。",
        )
        line = document.text.split("\n", finding.line)[finding.line - 1] if found[0][0] in "□▯（(" else ""
        if finding.line in reported or is_in_dated_field(document, found.start()) or _FORM.search(line):
            continue
        reported.add(finding.line)
        yield finding
