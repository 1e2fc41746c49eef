"""A session that does not say which one it is."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.catalog.session_names import is_numbered, session_code
from noticeboard.checks.board import place_of_field
from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.content.documents import Document, Meeting
from noticeboard.problems import Level


@document_check("session-unclear", Level.WARNING)
def session_unclear(document: Document, context: CheckContext) -> Iterator[Finding]:
    if not isinstance(document, Meeting):
        return
    if document.session and not is_numbered(session_code(document.session)):
        message = f"届次“{document.session}”没有读出第几届第几次，不能和提案、通知对上。"
        hint = "请写成“三届二次”这样；别的会议照原样登，可以不改。"
        yield Finding(document.path, *place_of_field(document, "session"), message, hint)
