"""Characters that another program lost, and private ones that only its fonts show."""

from __future__ import annotations

import re
from collections.abc import Iterator

from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.checks.text.places import finding_at, line_number, line_of
from noticeboard.content.documents import Document
from noticeboard.patterns import pattern_of
from noticeboard.problems import Level

_BOX = pattern_of(
    r"[\ue000-\uf8ff\U000f0000-\U0010fffd]"
    r"|(?<=[\u4e00-\u9fff，、。；：])[□▯](?=[\u4e00-\u9fff，、。；：])",
    re.MULTILINE,
)
_CHOICE = pattern_of(
    r"□\s?(?:是|否|有|无|男|女|同意|不同意|已|未|满意|合格|参加|不参加)|(?:是|否|有|无|男|女|同意|参加|满意)\s?□"
)


@document_check("missing-glyph", Level.ERROR)
def missing_glyph(document: Document, context: CheckContext) -> Iterator[Finding]:
    choices: dict[int, bool] = {}
    for found in _BOX.finditer(document.text):
        line = line_number(document, found.start())
        if line not in choices:
            choices[line] = _CHOICE.search(line_of(document.text, found.start())) is not None
        if found[0] in "□▯" and choices[line]:
            continue
        around = document.text[max(0, found.start() - 4) : found.end() + 4].replace("\n", " ").strip()
        message = f"“{around}”里有一个字丢了，变成了方框。"
        yield finding_at(document, found.start(), message, "请对照原件补上。")
