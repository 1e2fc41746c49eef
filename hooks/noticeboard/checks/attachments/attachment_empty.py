"""Attachments of no bytes."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, board_check
from noticeboard.problems import Level


@board_check("attachment-empty", Level.ERROR)
def attachment_empty(board: Board) -> Iterator[Finding]:
    for document in board.all_documents:
        for attachment in document.attachments:
            name = posixpath.basename(attachment.path)
            if board.catalog.files.sizes.get(attachment.path) == 0 and not name.lower().endswith(".md"):
                message = f"附件“{name}”是空文件。"
                yield Finding(
                    document.path, attachment.line, attachment.column, message, "请重新导出并上传这个文件。"
                )
