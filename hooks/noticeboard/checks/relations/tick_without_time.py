"""A tick on what recurs that says neither when it was done nor by what that is known."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.catalog.occasions import occasions_of, recurs
from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.content.activities.activity import Status
from noticeboard.content.documents import Document, Plan
from noticeboard.problems import Level


@document_check("tick-without-time", Level.WARNING)
def tick_without_time(document: Document, context: CheckContext) -> Iterator[Finding]:
    if not isinstance(document, Plan):
        return
    for activity in document.activities:
        if not recurs(activity) or activity.status is not Status.DONE or activity.done_on or activity.links:
            continue
        occasions = occasions_of(activity.time, document.period.months)
        ahead = [item.title for item in occasions if item.last >= context.today]
        if len(occasions) > 1 and ahead:
            message = f"“{activity.text}”要做 {len(occasions)} 次，打了勾，没有写是哪一次。"
            hint = "请写上做过的日期，例如“（已完成：3月20日、6月18日）”，或者链接到那一次的小结。"
            yield Finding(document.path, activity.line, activity.column, message, hint)
