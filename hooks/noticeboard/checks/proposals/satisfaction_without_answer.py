"""What the proposer thinks of an answer that there is not (SPECIFICATION section 14)."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.board import place_of_field
from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.content.documents import Document, Proposal
from noticeboard.problems import Level


@document_check("satisfaction-without-answer", Level.WARNING)
def satisfaction_without_answer(document: Document, context: CheckContext) -> Iterator[Finding]:
    if not isinstance(document, Proposal) or document.satisfaction is None:
        return
    if not (document.answered or document.answers):
        message = "写了满意度，没有答复，不计入满意的件数。"
        hint = "请写上“答复日期”和“## 答复”；还没有答复的，删去“满意度”这一行。"
        yield Finding(document.path, *place_of_field(document, "satisfaction"), message, hint)
