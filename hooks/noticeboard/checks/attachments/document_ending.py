"""Files that were meant as documents, but whose names do not end in .md."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, board_check
from noticeboard.content.repository.file_faults import document_name
from noticeboard.problems import Level


@board_check("document-ending", Level.WARNING)
def document_ending(board: Board) -> Iterator[Finding]:
    for path in board.catalog.files.attachments.keys() - board.brought.keys():
        folder, name = posixpath.split(path)
        if document := document_name(name):
            message = f"“{name}”不是以“.md”结尾，没有当成文章读，不会登出来。"
            yield Finding(path, 1, 1, message, _hint(document, f"{folder}/{document}" in board.by_path))


def _hint(document: str, is_there: bool) -> str:
    if is_there:
        return f"旁边已经有“{document}”，这一份不要了就删去。"
    return f"请改名为“{document}”；看不到结尾的，先在文件夹的“查看”里勾上“文件扩展名”。"
