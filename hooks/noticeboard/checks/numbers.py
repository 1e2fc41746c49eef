"""Two documents with one number: a reader who cites it could mean either (FORMAT section 2)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from noticeboard.checks.board import Board, problem_at_field
from noticeboard.content.documents import Document
from noticeboard.problems import Problem


def check(board: Board) -> Iterator[Problem]:
    """One problem in every document whose 编号 another has too."""
    owners: dict[str, list[Document]] = defaultdict(list)
    for document in board.documents:
        if document.number:
            owners[document.number].append(document)
    for number, documents in owners.items():
        for document in documents:
            others = "、".join(f"“{other.path}”" for other in documents if other is not document)
            if others:
                message = f"编号“{number}”和{others}重复。"
                yield problem_at_field(
                    document, "number", "duplicate-number", message, "请核对，改成全站唯一的编号。"
                )
