"""More votes than people who were there."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.content.documents import Document, Meeting
from noticeboard.problems import Level


@document_check("vote-sum", Level.WARNING)
def vote_sum(document: Document, context: CheckContext) -> Iterator[Finding]:
    if not isinstance(document, Meeting):
        return
    for vote in document.votes:
        present = vote.counts.get("present", document.present)
        if not vote.fault and present is not None and vote.cast > present:
            message = f"“{vote.subject}”的票加起来是 {vote.cast}，比实到的 {present} 人还多。"
            hint = "请核对赞成、反对、弃权的票数和实到的人数。"
            yield Finding(document.path, vote.line, vote.column, message, hint)
