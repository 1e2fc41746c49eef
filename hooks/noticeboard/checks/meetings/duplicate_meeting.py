"""Two documents of one session and one kind: one day and one count of it would hide the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from noticeboard.catalog.session_names import session_code
from noticeboard.checks.board import Board, place_of_field
from noticeboard.checks.check import Finding, board_check
from noticeboard.content.documents import Meeting
from noticeboard.problems import Level


@board_check("duplicate-meeting", Level.WARNING)
def duplicate_meeting(board: Board) -> Iterator[Finding]:
    found: dict[tuple[str, str, str], list[Meeting]] = defaultdict(list)
    for document in board.all_documents:
        if isinstance(document, Meeting) and document.session:
            kind = "".join((document.meeting_kind or "").split())
            found[session_code(document.session), document.unit, kind].append(document)
    for meetings in found.values():
        for meeting in meetings:
            if others := [f"“{other.path}”" for other in meetings if other is not meeting]:
                message = f"{meeting.session}已经有一份会议文件：{'、'.join(others)}。"
                hint = "请合成一份；是预备会议或临时会议的，写上“会议种类”。"
                yield Finding(meeting.path, *place_of_field(meeting, "session"), message, hint)
