"""A plan and the summary that answers it, of which one says done and the other cancelled."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.catalog.records import RecordKind
from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, board_check
from noticeboard.content.activities.activity import Status
from noticeboard.markup.marked import STATUS_WORDS
from noticeboard.problems import Level

_SETTLED = (Status.DONE, Status.CANCELLED)


@board_check("record-contradicts", Level.WARNING)
def record_contradicts(board: Board) -> Iterator[Finding]:
    for entry in board.catalog.entries:
        if not entry.planned or entry.status not in _SETTLED:
            continue
        for record in entry.outcome.records:
            other = record.status
            if record.kind is RecordKind.SUMMARY and other in _SETTLED and other is not entry.status:
                activity, title = entry.activity, record.document.title
                message = (
                    f"“{activity.text}”在计划里是“{STATUS_WORDS[entry.status]}”，"
                    f"在《{title}》里是“{STATUS_WORDS[other]}”。"
                )
                hint = "网页上按计划里写的显示。请核对，把两处改成一样。"
                yield Finding(entry.document.path, activity.line, activity.column, message, hint)
