"""A row of what hung on a wall that cannot be read, or names no disclosure."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.catalog.postings import postings_of
from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, board_check
from noticeboard.problems import Level

_HINT = "请写公开的编号或链接、地点和 2026-03-02 这样的日子；还贴着的，“撤下”空着。"


@board_check("posting-not-read", Level.WARNING)
def posting_not_read(board: Board) -> Iterator[Finding]:
    for posting in postings_of(board.catalog):
        for fault in posting.faults:
            yield Finding(posting.register.path, posting.line, posting.column, f"张贴：{fault}。", _HINT)
