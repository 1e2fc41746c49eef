"""Attachments and pictures that a browser, a computer or a server may run, or that are not what they say."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.attachments.samples import sample_of
from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, board_check
from noticeboard.content.repository.file_faults import fault_of
from noticeboard.content.repository.file_types import is_lfs_pointer, type_in_docs, type_of
from noticeboard.problems import Level, Scope


@board_check("attachment-type", Level.ERROR, Scope.FILE)
def attachment_type(board: Board) -> Iterator[Finding]:
    for path, places in board.published_files.items():
        data = sample_of(path, board)
        # What is empty, or was not fetched, is told by other checks.
        if not data or is_lfs_pointer(data):
            continue
        types = type_in_docs if path in board.hand_placed.values() else type_of
        fault = fault_of(path, data, board.catalog.settings.attachment_endings, types)
        if fault:
            for place in places:
                yield Finding(place.path, place.line, place.column, fault.message, fault.hint)
