"""Who brings a file along: where a problem of the file is told, so that its officer reads of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from noticeboard.catalog.brought_files import brought_files
from noticeboard.checks.board import Board

Place = tuple[str, int, int]
"""Path of a document, line and column."""


def users_of(board: Board) -> Mapping[str, list[Place]]:
    """Path of a file → where documents name it under 附件 or link to it, the first place in each document."""
    found: dict[str, dict[str, Place]] = defaultdict(dict)
    for document in board.all_documents:
        for file in brought_files(document):
            found[file.path][document.path] = (document.path, file.line, file.column)
    return {path: sorted(places.values()) for path, places in found.items()}
