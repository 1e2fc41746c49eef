"""A disclosure that was taken back while its notice period runs."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.board import place_of_field
from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.content.documents import Disclosure, Document
from noticeboard.content.notice_period import NoticeState
from noticeboard.problems import Level


@document_check("withdrawn-in-notice", Level.WARNING)
def withdrawn_in_notice(document: Document, context: CheckContext) -> Iterator[Finding]:
    period = document.notice_period if isinstance(document, Disclosure) else None
    if document.withdrawn and period and period.state(context.today) is NoticeState.OPEN:
        message = f"公示期到 {period.end} 才满，现在撤回，大家就看不到公示的内容了。"
        hint = "内容有错的，请另登一份写“取代”；确实要撤回的，重新公示时公示期从头算。"
        yield Finding(document.path, *place_of_field(document, "withdrawn"), message, hint)
