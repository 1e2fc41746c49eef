"""A session that was not announced as long before as the settings ask."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.catalog.meetings import assemblies_of, notice_deadline
from noticeboard.checks.board import Board, place_of_field
from noticeboard.checks.check import Finding, board_check
from noticeboard.problems import Level


@board_check("meeting-notice-late", Level.WARNING)
def meeting_notice_late(board: Board) -> Iterator[Finding]:
    catalog = board.catalog
    if catalog.audience != "internal":
        return
    for assembly in assemblies_of(catalog):
        deadline = notice_deadline(assembly, catalog.settings)
        if deadline and (deadline.late or (not deadline.document and deadline.last_day < catalog.today)):
            meeting = assembly.meetings[-1]
            message = f"会议要在 {deadline.last_day} 以前通知，没有找到这次会议的通知。"
            hint = "请登一份通知，标题写上届次，或者在会议文件里链接到它。"
            if deadline.document:
                message = f"会议要在 {deadline.last_day} 以前通知，“{deadline.document.path}”晚了 {deadline.late} 天。"
                hint = "请核对会议和通知的日期。"
            yield Finding(meeting.path, *place_of_field(meeting, "date"), message, hint)
