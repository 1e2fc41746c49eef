"""Attachments that are not there."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, board_check
from noticeboard.checks.path_hint import path_hint
from noticeboard.problems import Level


@board_check("attachment-missing", Level.ERROR)
def attachment_missing(board: Board) -> Iterator[Finding]:
    for document in board.all_documents:
        for attachment in document.attachments:
            if attachment.path not in board.catalog.files.sizes:
                message = f"找不到附件“{attachment.path}”。"
                hint = path_hint(attachment.path, board)
                yield Finding(document.path, attachment.line, attachment.column, message, hint)
