"""What checks look at of an attachment."""

from __future__ import annotations

from noticeboard.checks.board import Board
from noticeboard.content.repository import file_types


def sample_of(path: str, board: Board) -> bytes:
    """The beginning and the end of the file at `path`; empty when it cannot be read."""
    try:
        return file_types.sample_of(board.root / path)
    except OSError:
        return b""


def is_empty(path: str, board: Board) -> bool:
    """Whether the file at `path` holds nothing; one that cannot be read is another check's."""
    try:
        return (board.root / path).stat().st_size == 0
    except OSError:
        return False
