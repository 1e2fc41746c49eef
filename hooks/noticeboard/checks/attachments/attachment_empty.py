"""Attachments of no bytes."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from noticeboard.checks.attachments.samples import is_empty
from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, board_check
from noticeboard.problems import Level, Scope

_HINT = "请重新导出并上传这个文件。"


@board_check("attachment-empty", Level.ERROR, Scope.FILE)
def attachment_empty(board: Board) -> Iterator[Finding]:
    for path, places in board.published_files.items():
        if path not in board.brought and is_empty(path, board):
            message = f"“{posixpath.basename(path)}”是空文件。"
            yield from (Finding(place.path, place.line, place.column, message, _HINT) for place in places)
    for document in board.all_documents:
        for attachment in document.attachments:
            name = posixpath.basename(attachment.path)
            if board.catalog.files.sizes.get(attachment.path) == 0 and not name.lower().endswith(".md"):
                message = f"附件“{name}”是空文件。"
                yield Finding(document.path, attachment.line, attachment.column, message, _HINT)
