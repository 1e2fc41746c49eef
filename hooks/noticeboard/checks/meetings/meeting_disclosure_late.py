"""Resolutions that were not disclosed within the days that the settings give."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.catalog.meetings import disclosure_deadline
from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, board_check
from noticeboard.checks.meetings.late_documents import missed
from noticeboard.problems import Level


@board_check("meeting-disclosure-late", Level.WARNING)
def meeting_disclosure_late(board: Board) -> Iterator[Finding]:
    return missed(board, disclosure_deadline, "决议要在 {} 以前公开", "公开")
