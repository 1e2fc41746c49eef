"""Attachments that may run programs."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from noticeboard.checks.attachments.samples import is_empty
from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, board_check
from noticeboard.problems import Level, Scope

_WITHOUT_MACROS = {
    ".xlsm": "xlsx",
    ".xltm": "xlsx",
    ".xlam": "xlsx",
    ".xlsb": "xlsx",
    ".docm": "docx",
    ".dotm": "docx",
    ".pptm": "pptx",
    ".potm": "pptx",
    ".ppsm": "pptx",
}
"""The endings of files that may run programs, and what to save them as. Those of old Office say nothing of it."""


@board_check("attachment-macros", Level.WARNING, Scope.FILE)
def attachment_macros(board: Board) -> Iterator[Finding]:
    for document in board.all_documents:
        for attachment in document.attachments:
            if board.catalog.files.sizes.get(attachment.path) and (better := _better(attachment.path)):
                message = f"附件“{posixpath.basename(attachment.path)}”带有宏，收到的人打开时有风险。"
                yield Finding(
                    document.path, attachment.line, attachment.column, message, f"请另存为 {better} 再上传。"
                )
    for path in board.published_files.keys() - board.brought.keys():
        if (better := _better(path)) and not is_empty(path, board):
            message = f"“{posixpath.basename(path)}”带有宏，收到的人打开时有风险。"
            yield Finding(path, 1, 1, message, f"请另存为 {better} 再放进来。")


def _better(path: str) -> str | None:
    """What to save a file as that may run programs."""
    return _WITHOUT_MACROS.get(posixpath.splitext(path)[1].lower())
