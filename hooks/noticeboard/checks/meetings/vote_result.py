"""What is said to have passed, and has not by the settings' rule, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.content.documents import Document, Meeting
from noticeboard.content.quantities.shares import read_share
from noticeboard.content.sections.votes import has_passed
from noticeboard.problems import Level


@document_check("vote-result", Level.WARNING)
def vote_result(document: Document, context: CheckContext) -> Iterator[Finding]:
    if not isinstance(document, Meeting):
        return
    rule = read_share(context.settings.meetings.passing)
    for vote in document.votes:
        passed = has_passed(vote, rule, document.expected, document.present)
        if passed is not None and vote.passed is not None and passed is not vote.passed:
            written, counted = ("通过", "没有通过") if vote.passed else ("未通过", "通过了")
            message = (
                f"“{vote.subject}”写的是{written}，按规定（{context.settings.meetings.passing}）是{counted}。"
            )
            yield Finding(document.path, vote.line, vote.column, message, "请核对票数、应到和实到的人数。")
