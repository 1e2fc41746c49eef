"""Files that are too large to be published."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from noticeboard.checks.attachments.users import users_of
from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, board_check
from noticeboard.content.repository.files import LARGEST
from noticeboard.problems import Level, Scope


@board_check("attachment-too-large", Level.ERROR, Scope.FILE)
def attachment_too_large(board: Board) -> Iterator[Finding]:
    too_large = {path: size for path, size in board.catalog.files.attachments.items() if size > LARGEST}
    places = users_of(board) if too_large else {}
    for path, size in too_large.items():
        name, limit = posixpath.basename(path), LARGEST // 1024 // 1024
        message = f"附件“{name}”有 {size / 1024 / 1024:.0f} MB，超过了 {limit} MB。"
        for user, line, column in places.get(path, [(path, 1, 1)]):
            yield Finding(user, line, column, message, "请压缩里面的图片，或者分成几份。")
