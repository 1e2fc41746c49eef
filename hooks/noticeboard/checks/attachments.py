"""Attachments that are not there, are empty, or may carry macros."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from noticeboard.checks.board import Board
from noticeboard.checks.whereabouts import whereabouts
from noticeboard.content.kinds import Attachment
from noticeboard.problems import Level, Problem

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


def check(board: Board) -> Iterator[Problem]:
    """Problems of the files named under 附件."""
    for document in board.documents:
        for attachment in document.attachments:
            yield from _check(document.path, attachment, board)


def _check(path: str, attachment: Attachment, board: Board) -> Iterator[Problem]:
    size = board.catalog.files.sizes.get(attachment.path)
    name = posixpath.basename(attachment.path)
    ending = posixpath.splitext(name)[1].lower()

    def problem(level: Level, code: str, message: str, hint: str) -> Problem:
        return Problem(path, attachment.line, attachment.column, level, code, message, hint)

    if size is None:
        hint = whereabouts(attachment.path, board)
        yield problem(Level.ERROR, "attachment-missing", f"找不到附件“{attachment.path}”。", hint)
    elif ending == ".md":
        hint = f"请删去这一条，在正文里写链接：[{attachment.name}]({name})。"
        yield problem(Level.ERROR, "attachment-document", f"“{name}”是一份文章，不能当附件。", hint)
    elif size == 0:
        hint = "请重新导出并上传这个文件。"
        yield problem(Level.ERROR, "attachment-empty", f"附件“{name}”是空文件。", hint)
    elif ending in _WITHOUT_MACROS:
        message = f"附件“{name}”带有宏，收到的人打开时有风险。"
        hint = f"请另存为 {_WITHOUT_MACROS[ending]} 再上传。"
        yield problem(Level.WARNING, "attachment-macros", message, hint)
