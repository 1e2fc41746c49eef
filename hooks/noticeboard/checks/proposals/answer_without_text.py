"""A day of an answer without a text: nothing was answered yet (SPECIFICATION section 14)."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.board import place_of_field
from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.content.documents import Document, Proposal
from noticeboard.problems import Level


@document_check("answer-without-text", Level.WARNING)
def answer_without_text(document: Document, context: CheckContext) -> Iterator[Finding]:
    if not isinstance(document, Proposal) or not (document.answered or document.rounds):
        return
    days = bool(document.answered) + len(document.rounds)
    if days <= len(document.answers):
        return
    if document.answers:
        message = f"写了 {days} 个答复日期，只有 {len(document.answers)} 段答复的文字。"
        hint = "请把每一次的答复各写一段，如“## 再次答复”；没有答复的，删去那个日期。"
        field = "rounds" if document.rounds else "answered"
    else:
        message, field = "写了答复日期，没有答复的文字，不算已答复。", "answered"
        hint = "请在正文里加“## 答复”，下面写答复的全文；还没有答复的，删去日期。"
    yield Finding(document.path, *place_of_field(document, field), message, hint)
