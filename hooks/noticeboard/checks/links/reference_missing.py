"""References of the front matter to files that are not there."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, board_check
from noticeboard.checks.links.references import path_of_reference, references_of
from noticeboard.checks.path_hint import path_hint
from noticeboard.content.repository.paths import ROOT, candidates
from noticeboard.problems import Level


@board_check("reference-missing", Level.ERROR)
def reference_missing(board: Board) -> Iterator[Finding]:
    for document in board.all_documents:
        for reference, wanted in references_of(document):
            if path_of_reference(document, reference, board) is None:
                paths = candidates(document.path, reference.text)
                hint = (
                    path_hint(paths[0], board)
                    if paths
                    else f"请写 {ROOT} 文件夹里一份{wanted.label}的文件名。"
                )
                message = f"找不到“{reference.text}”这份文件。"
                yield Finding(document.path, reference.line, reference.column, message, hint)
