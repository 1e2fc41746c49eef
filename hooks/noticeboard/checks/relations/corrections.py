"""Which disclosure replaces which."""

from __future__ import annotations

from collections.abc import Mapping

from noticeboard.checks.board import Board
from noticeboard.content.documents import Disclosure
from noticeboard.content.repository.paths import candidates


def corrected_by(board: Board) -> Mapping[str, str]:
    """Path of a disclosure → path of the one that it replaces; also of those with errors, and of future ones."""
    found: dict[str, str] = {}
    for document in board.all_documents:
        if isinstance(document, Disclosure) and document.replaces is not None:
            paths = candidates(document.path, document.replaces.text)
            target = next((path for path in paths if path in board.by_path), None)
            if target is not None:
                found[document.path] = target
    return found
