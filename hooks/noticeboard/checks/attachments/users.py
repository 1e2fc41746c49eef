"""Who brings a file along: where a problem of the file is told, so that its officer reads of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from noticeboard.catalog.relations import path_of_link
from noticeboard.checks.board import Board

Place = tuple[str, int, int]
"""Path of a document, line and column."""


def users_of(board: Board) -> Mapping[str, list[Place]]:
    """Path of a file → where documents name it under 附件 or link to it, the first place in each document."""
    found: dict[str, dict[str, Place]] = defaultdict(dict)
    for document in board.all_documents:
        for attachment in document.attachments:
            place = (document.path, attachment.line, attachment.column)
            found[attachment.path].setdefault(document.path, place)
        for link in document.links:
            if path := path_of_link(document, link.target):
                found[path].setdefault(document.path, (document.path, link.line, link.column))
    return {path: sorted(places.values()) for path, places in found.items()}
