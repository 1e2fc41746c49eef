"""A session that was not announced as long before as the settings ask."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.catalog.meetings import notice_deadline
from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, board_check
from noticeboard.checks.meetings.late_documents import missed
from noticeboard.problems import Level


@board_check("meeting-notice-late", Level.WARNING)
def meeting_notice_late(board: Board) -> Iterator[Finding]:
    return missed(board, notice_deadline, "会议要在 {} 以前通知", "通知")
