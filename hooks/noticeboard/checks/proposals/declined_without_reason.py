"""A proposal that was declined, and nobody says why."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.board import place_of_field
from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.content.documents import Document, Proposal
from noticeboard.content.sections.answers import has_reason
from noticeboard.problems import Level


@document_check("declined-without-reason", Level.WARNING)
def declined_without_reason(document: Document, context: CheckContext) -> Iterator[Finding]:
    if not isinstance(document, Proposal) or document.triage != "declined":
        return
    if not (document.answer or has_reason(document.tree)):
        message = "不立案，没有写理由。"
        hint = "请在正文里加“## 审查意见”，下面写为什么不立案、怎样向提案人说明。"
        yield Finding(document.path, *place_of_field(document, "triage"), message, hint)
