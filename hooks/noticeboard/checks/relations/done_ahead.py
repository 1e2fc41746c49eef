"""What is ticked, or recorded in a summary, before its day has come."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from noticeboard.catalog.occasions import recurs
from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.content.activities.activity import Activity, Status
from noticeboard.content.documents import Document, Plan, Summary
from noticeboard.problems import Level
from noticeboard.views.helpers.day_words import chinese_date


@document_check("done-ahead", Level.WARNING)
def done_ahead(document: Document, context: CheckContext) -> Iterator[Finding]:
    if not isinstance(document, Plan | Summary):
        return
    for activity in document.activities:
        day = _day_ahead(activity, context.today)
        if day is not None:
            message = f"“{activity.text}”写着已完成，可是{chinese_date(day)}还没有到。"
            hint = "请核对日期；还没有办的，请去掉勾，或者写成“[ ]”。"
            yield Finding(document.path, activity.line, activity.column, message, hint)


def _day_ahead(activity: Activity, today: date) -> date | None:
    """The day in the future on which it is said to have been done."""
    if activity.status is not Status.DONE:
        return None
    days_done = [
        day for time in activity.done_on if (day := time.start or (time.days or (None,))[0]) is not None
    ]
    days_done += [time.months[0].first for time in activity.done_on if time.start is None and time.months]
    if not days_done and not recurs(activity):
        if activity.postponed_to:
            days_done = [(activity.new_time and activity.new_time.start) or activity.postponed_to[0].first]
        elif activity.time.deadline is None and (activity.time.start or activity.time.months):
            days_done = [activity.time.start or activity.time.months[0].first]
    return next((day for day in sorted(days_done) if day > today), None)
