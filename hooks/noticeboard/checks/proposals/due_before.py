"""A last day for an answer before the proposal itself."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.board import place_of_field
from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.content.documents import Document, Proposal
from noticeboard.problems import Level


@document_check("due-before", Level.WARNING)
def due_before(document: Document, context: CheckContext) -> Iterator[Finding]:
    if isinstance(document, Proposal) and document.due and document.date and document.due < document.date:
        message = "“期限”早于提案的日期。"
        hint = "请检查这两个日期的先后和年份。"
        yield Finding(document.path, *place_of_field(document, "due"), message, hint)
