"""Attachments and pictures that Git LFS has not fetched."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from noticeboard.checks.attachments.samples import sample_of
from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, board_check
from noticeboard.content.repository.file_types import is_lfs_pointer
from noticeboard.content.source import LFS_HINT
from noticeboard.problems import Level, Scope


@board_check("lfs-pointer", Level.ERROR, Scope.FILE)
def lfs_pointer(board: Board) -> Iterator[Finding]:
    for path, places in board.published_files.items():
        if is_lfs_pointer(sample_of(path, board)):
            for place in places:
                message = f"“{posixpath.basename(path)}”没有下载下来，这里只有 Git LFS 的指针。"
                yield Finding(place.path, place.line, place.column, message, LFS_HINT)
