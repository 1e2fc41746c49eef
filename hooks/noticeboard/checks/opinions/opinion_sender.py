"""A reply whose table has a column for who sent the opinion (SPECIFICATION section 14)."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.content.documents import Document, Notice
from noticeboard.content.sections.opinions import sender_columns
from noticeboard.problems import Level


@document_check("opinion-sender", Level.WARNING)
def opinion_sender(document: Document, context: CheckContext) -> Iterator[Finding]:
    if isinstance(document, Notice) and document.is_reply:
        for head, line, column in sender_columns(document.tree):
            message = f"意见答复的表里有“{head}”一列，会看出是谁提的意见。"
            yield Finding(document.path, line, column, message, "请删去这一列，只登意见和答复。")
