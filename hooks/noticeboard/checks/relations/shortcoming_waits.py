"""A shortcoming of a summary that an item of the next plan seems to take up, and does not say so (SPECIFICATION section 15)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from noticeboard.catalog.shortcomings import FollowUp
from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, board_check
from noticeboard.problems import Level


@board_check("shortcoming-waits", Level.NOTICE)
def shortcoming_waits(board: Board) -> Iterator[Finding]:
    for found in board.catalog.follow_ups.values():
        yield from (finding for it in found if (finding := _finding(it)))


def _finding(it: FollowUp) -> Finding | None:
    suggested = it.suggested
    if suggested is None or suggested.activity is None:
        return None
    plan, activity = suggested.plan, suggested.activity
    message = f"“{it.shortcoming.text}”还没有写进哪份计划；“{plan.path}”第{activity.line}行的“{activity.text}”像是接着办它的。"
    target = f"{posixpath.relpath(plan.path, posixpath.dirname(it.summary.path))}#{activity.anchor}"
    target = f"<{target}>" if set(target) & set(" ()") else target
    title = plan.title.replace("[", "〔").replace("]", "〕")
    hint = f"是的话，在这一行末尾写上“ → [{title}]({target})”；不是的，不用改。"
    return Finding(it.summary.path, it.shortcoming.line, it.shortcoming.column, message, hint)
