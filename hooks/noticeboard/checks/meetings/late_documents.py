"""What is told of a session's document that is late, or that nobody has laid on the board in time."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from noticeboard.catalog.meetings import Assembly, PublicationDeadline, assemblies_of
from noticeboard.checks.board import Board, place_of_field
from noticeboard.checks.check import Finding
from noticeboard.content.settings.board_settings import Settings


def missed(
    board: Board,
    deadline_of: Callable[[Assembly, Settings], PublicationDeadline | None],
    duty: str,
    kind: str,
) -> Iterator[Finding]:
    """`duty` is what was to be done, with {} for the day; `kind` the type of document that does it."""
    catalog = board.catalog
    if catalog.audience != "internal":
        return
    for assembly in assemblies_of(catalog):
        deadline = deadline_of(assembly, catalog.settings)
        if deadline and (deadline.late or (not deadline.document and deadline.last_day < catalog.today)):
            meeting = assembly.meetings[-1]
            duty_text = duty.format(deadline.last_day)
            message = f"{duty_text}，没有找到这次会议的{kind}。"
            hint = f"请登一份{kind}，标题写上届次，或者在会议文件里链接到它。"
            if deadline.document:
                message = f"{duty_text}，“{deadline.document.path}”晚了 {deadline.late} 天。"
                hint = f"请核对会议和{kind}的日期。"
            yield Finding(meeting.path, *place_of_field(meeting, "date"), message, hint)
