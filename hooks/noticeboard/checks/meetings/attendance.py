"""More people than should have come."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.board import place_of_field
from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.content.documents import Document, Meeting
from noticeboard.problems import Level


@document_check("attendance", Level.WARNING)
def attendance(document: Document, context: CheckContext) -> Iterator[Finding]:
    if not isinstance(document, Meeting):
        return
    if (
        document.expected is not None
        and document.present is not None
        and document.present > document.expected
    ):
        message = f"实到 {document.present} 人，比应到 {document.expected} 人还多。"
        hint = "请核对这两个数；列席的人不算在实到里。"
        yield Finding(document.path, *place_of_field(document, "present"), message, hint)
