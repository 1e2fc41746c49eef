"""A text of an answer without its day: nobody knows whether it came in time (SPECIFICATION section 14)."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.board import place_of_field
from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.content.documents import Document, Proposal
from noticeboard.problems import Level


@document_check("answer-without-date", Level.WARNING)
def answer_without_date(document: Document, context: CheckContext) -> Iterator[Finding]:
    if not isinstance(document, Proposal) or document.triage == "declined":
        return
    # A day that cannot be read, or is before the proposal, is told already.
    days = bool("answered" in document.positions) + len(document.rounds)
    if days < len(document.answers) and "rounds" not in document.positions:
        message = "有答复的文字，没有答复的日期，不算已答复。"
        hint = "请在开头加一行“答复日期: 2026-04-17”这样的日期。"
        if days:
            message = f"有 {len(document.answers)} 段答复，只写了 {days} 个日期。"
            hint = "请在开头加“再办:”，下面一行写一次，如“- 2026-06-12: 满意”。"
        yield Finding(document.path, *place_of_field(document, "answered"), message, hint)
