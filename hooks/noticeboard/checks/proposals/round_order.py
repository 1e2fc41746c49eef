"""A further answer that is not behind an earlier one that did not content."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.board import place_of_field
from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.content.documents import Document, Proposal
from noticeboard.problems import Level


@document_check("round-order", Level.WARNING)
def round_order(document: Document, context: CheckContext) -> Iterator[Finding]:
    if not isinstance(document, Proposal) or not document.rounds:
        return
    if not document.answered:
        message, hint = "写了“再办”，没有写第一次的“答复日期”。", "请补上“答复日期”和“满意度”。"
        yield Finding(document.path, *place_of_field(document, "rounds"), message, hint)
        return
    before, pleased = document.answered, document.satisfaction
    for item in document.rounds:
        if item.answered < before:
            message, hint = "再次答复的日期早于前一次答复。", "请检查这几个日期的先后和年份。"
            yield Finding(document.path, item.line, item.column, message, hint)
        elif pleased in ("satisfied", "mostly"):
            message = "前一次的答复提案人已经满意，后面又写了再办。"
            hint = "请核对前一次的满意度；没有再办的，删去这一行。"
            yield Finding(document.path, item.line, item.column, message, hint)
        before, pleased = item.answered, item.satisfaction
