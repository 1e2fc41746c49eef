"""Documents that are named as attachments; they have pages of their own."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, board_check
from noticeboard.problems import Level


@board_check("attachment-document", Level.ERROR)
def attachment_document(board: Board) -> Iterator[Finding]:
    for document in board.all_documents:
        for attachment in document.attachments:
            name = posixpath.basename(attachment.path)
            if attachment.path in board.catalog.files.sizes and name.lower().endswith(".md"):
                message = f"“{name}”是一份文章，不能当附件。"
                hint = f"请删去这一条，在正文里写链接：[{attachment.name}]({name})。"
                yield Finding(document.path, attachment.line, attachment.column, message, hint)
