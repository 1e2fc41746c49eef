"""Files of docs/ that would run in a reader's browser."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, board_check
from noticeboard.content.repository.hand_placed import is_junk
from noticeboard.problems import Level, Scope


@board_check("file-left-out", Level.ERROR, Scope.FILE)
def file_left_out(board: Board) -> Iterator[Finding]:
    for address in sorted(board.left_out):
        if not is_junk(address):
            path = board.hand_placed[address]
            message = f"“{path}”不是图片、文档或表格，会在读者的浏览器里运行，不能登。"
            yield Finding(
                path, 1, 1, message, "请改写成 .md，或存成 PDF、PNG；是网站自己要用的，写进 mkdocs.yml。"
            )
