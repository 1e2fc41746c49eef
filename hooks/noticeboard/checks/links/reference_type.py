"""References of the front matter to a document of another type."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, board_check
from noticeboard.checks.links.references import path_of_reference, references_of
from noticeboard.problems import Level


@board_check("reference-type", Level.ERROR)
def reference_type(board: Board) -> Iterator[Finding]:
    for document in board.all_documents:
        for reference, wanted in references_of(document):
            path = path_of_reference(document, reference, board)
            if path is None:
                continue
            target = board.by_path.get(path)
            kind = target.label if target is not None else "附件"
            if kind and kind != wanted.label:
                message = f"“{reference.text}”是{kind}，这里应当是{wanted.label}。"
                hint = f"请改成一份{wanted.label}的文件名，以“.md”结尾。"
                yield Finding(document.path, reference.line, reference.column, message, hint)
