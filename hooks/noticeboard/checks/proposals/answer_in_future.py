"""An answer whose day is still to come (SPECIFICATION section 14)."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.board import place_of_field
from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.content.documents import Document, Proposal
from noticeboard.problems import Level


@document_check("answer-in-future", Level.WARNING)
def answer_in_future(document: Document, context: CheckContext) -> Iterator[Finding]:
    if not isinstance(document, Proposal):
        return
    days = [(document.answered, place_of_field(document, "answered"))] if document.answered else []
    days += [(item.answered, (item.line, item.column)) for item in document.rounds]
    for day, place in days:
        if day > context.today:
            message = f"答复日期 {day} 还没有到，不算已答复。"
            hint = "请核对年份和月份；还没有答复的，先删去这个日期。"
            yield Finding(document.path, *place, message, hint)
