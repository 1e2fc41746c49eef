"""A day in a reply that cannot be, or cannot be read."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.content.documents import Document, Notice
from noticeboard.content.sections.opinions import opinions_in
from noticeboard.problems import Level


@document_check("opinion-not-read", Level.WARNING)
def opinion_not_read(document: Document, context: CheckContext) -> Iterator[Finding]:
    if not isinstance(document, Notice) or not document.is_reply:
        return
    hint = "请核对收到和答复的日期。"
    if document.received_on and document.date and document.date < document.received_on:
        message = "答复的日期早于收到意见的日期。"
        yield Finding(document.path, *document.positions.get("received_on", (1, 1)), message, hint)
    for item in opinions_in(document.tree, document.date):
        for fault in item.faults:
            yield Finding(document.path, item.line, item.column, fault, hint)
