"""Attachments that are not there, are empty, or may carry macros."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from noticeboard.checks.board import Board
from noticeboard.content.kinds import Attachment, nearest
from noticeboard.problems import Level, Problem

_MACROS = {
    ".xlsm": "xlsx",
    ".xltm": "xlsx",
    ".docm": "docx",
    ".dotm": "docx",
    ".pptm": "pptx",
    ".xls": "xlsx",
    ".doc": "docx",
}
_CERTAIN = frozenset({".xlsm", ".xltm", ".docm", ".dotm", ".pptm"})


def check(board: Board) -> Iterator[Problem]:
    """Problems of the files named under 附件."""
    for document in board.documents:
        for attachment in document.attachments:
            yield from _check(document.path, attachment, board)


def _check(path: str, attachment: Attachment, board: Board) -> Iterator[Problem]:
    size = board.catalog.files.sizes.get(attachment.path)
    name = posixpath.basename(attachment.path)

    def problem(level: Level, code: str, message: str, hint: str) -> Problem:
        return Problem(path, attachment.line, attachment.column, level, code, message, hint)

    if size is None:
        folder = posixpath.dirname(attachment.path)
        beside = [
            posixpath.basename(other)
            for other in board.catalog.files.sizes
            if posixpath.dirname(other) == folder
        ]
        near = nearest(name, beside)
        hint = f"是不是“{near}”？" if near else f"请把文件放进 {folder}/，或改正文件名（大小写也要一致）。"
        yield problem(Level.ERROR, "attachment-missing", f"找不到附件“{attachment.path}”。", hint)
    elif size == 0:
        yield problem(
            Level.ERROR, "attachment-empty", f"附件“{name}”是空文件。", "请重新导出并上传这个文件。"
        )
    else:
        ending = posixpath.splitext(name)[1].lower()
        if ending in _CERTAIN:
            message = f"附件“{name}”带有宏，收到的人打开时有风险。"
            yield problem(Level.WARNING, "attachment-macros", message, f"请另存为 {_MACROS[ending]} 再上传。")
