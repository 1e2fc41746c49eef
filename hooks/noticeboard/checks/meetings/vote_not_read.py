"""A line of votes that could not be read."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.content.documents import Document, Meeting
from noticeboard.problems import Level


@document_check("vote-not-read", Level.WARNING)
def vote_not_read(document: Document, context: CheckContext) -> Iterator[Finding]:
    if not isinstance(document, Meeting):
        return
    for vote in document.votes:
        if vote.fault:
            message = f"这一项表决没有读懂：{vote.fault}。"
            hint = "请写成“- 工会经费预算：赞成 58，反对 1，弃权 2”这样。"
            yield Finding(document.path, vote.line, vote.column, message, hint)
