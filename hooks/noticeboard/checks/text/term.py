"""Words that the organisation does not want (settings: `terms`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.checks.text.places import finding_at, matches_outside_code
from noticeboard.content.documents import Document
from noticeboard.problems import Level


@document_check("term", Level.WARNING)
def term(document: Document, context: CheckContext) -> Iterator[Finding]:
    terms = context.settings.terms
    if not any(wrong in document.text for wrong in terms):
        return
    # The right words come first: 工资集体协商 may hold what is wrong by itself.
    words = sorted({*terms.values(), *terms}, key=lambda word: (word in terms, -len(word), word))
    for found in matches_outside_code(document, re.compile("|".join(map(re.escape, words)))):
        if found[0] in terms:
            right = terms[found[0]]
            message = f"“{found[0]}”应当写作“{right}”。"
            yield finding_at(document, found.start(), message, f"请改成“{right}”。")
