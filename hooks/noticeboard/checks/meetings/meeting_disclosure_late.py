"""Resolutions that were not disclosed within the days that the settings give."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.catalog.meetings import assemblies_of, disclosure_deadline
from noticeboard.checks.board import Board, place_of_field
from noticeboard.checks.check import Finding, board_check
from noticeboard.problems import Level


@board_check("meeting-disclosure-late", Level.WARNING)
def meeting_disclosure_late(board: Board) -> Iterator[Finding]:
    catalog = board.catalog
    if catalog.audience != "internal":
        return
    for assembly in assemblies_of(catalog):
        deadline = disclosure_deadline(assembly, catalog.settings)
        if deadline and (deadline.late or (not deadline.document and deadline.last_day < catalog.today)):
            meeting = assembly.meetings[-1]
            message = f"决议要在 {deadline.last_day} 以前公开，没有找到这次会议的公开。"
            hint = "请登一份公开，标题写上届次，或者在会议文件里链接到它。"
            if deadline.document:
                message = f"决议要在 {deadline.last_day} 以前公开，“{deadline.document.path}”晚了 {deadline.late} 天。"
                hint = "请核对会议和公开的日期。"
            yield Finding(meeting.path, *place_of_field(meeting, "date"), message, hint)
