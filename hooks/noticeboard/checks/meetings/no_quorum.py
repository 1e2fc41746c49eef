"""Fewer people than the settings ask (SPECIFICATION section 14)."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.catalog.meetings import has_quorum
from noticeboard.checks.board import place_of_field
from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.content.documents import Document, Meeting
from noticeboard.problems import Level


@document_check("no-quorum", Level.WARNING)
def no_quorum(document: Document, context: CheckContext) -> Iterator[Finding]:
    if not isinstance(document, Meeting):
        return
    if has_quorum(document, context.settings) is False:
        rule = context.settings.meetings.quorum
        message = f"实到 {document.present} 人，应到 {document.expected} 人，没有达到规定的人数（{rule}）。"
        hint = "请核对应到和实到的人数。"
        yield Finding(document.path, *place_of_field(document, "present"), message, hint)
