"""Signs that nobody sees and that part a word for every search."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.checks.text.places import finding_at
from noticeboard.content.documents import Document
from noticeboard.patterns import pattern_of
from noticeboard.problems import Level

_INVISIBLE = pattern_of(
    r"[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200c\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f]"
    r"|(?<=[\u0000-\u2fff\u3000-\uffef])\u200d(?![\u2600-\u27bf\U0001f000-\U0001faff])"
)


@document_check("invisible-character", Level.WARNING)
def invisible_character(document: Document, context: CheckContext) -> Iterator[Finding]:
    reported = set()
    for found in _INVISIBLE.finditer(document.text):
        message = f"这里有看不见的字符（U+{ord(found[0]):04X}），会让人搜不到这些字。"
        finding = finding_at(document, found.start(), message, "请删去前后几个字，重新输入。")
        if finding.line not in reported:
            reported.add(finding.line)
            yield finding
