"""Two pages with one address: the second would overwrite the first in silence (FORMAT section 5)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from noticeboard.checks.board import Board, problem_at_field
from noticeboard.content.documents import Document
from noticeboard.problems import Level, Problem

_HINT = "请给其中一份加一行“网址名: 英文名”，或改文件名。"


def check(board: Board) -> Iterator[Problem]:
    """One problem in every document that shares its address with another, and in every page of docs/ that takes one."""
    owners: dict[str, list[Document]] = defaultdict(list)
    for document in board.documents:
        owners[document.address].append(document)
    for address, documents in owners.items():
        for document in documents:
            others = "、".join(f"“{other.path}”" for other in documents if other is not document)
            if others:
                message = f"网址 /{address} 和{others}重复。"
                yield problem_at_field(document, "slug", "duplicate-address", message, _HINT)
    for address, path in board.hand_written.items():
        if address and address in board.addresses:
            message = f"这一页的网址 /{address} 和自动生成的页面重复。"
            yield Problem(path, 1, 1, Level.ERROR, "duplicate-address", message, "请给这个文件改名。")
