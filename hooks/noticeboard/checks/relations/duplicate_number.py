"""Two documents with one number: a reader who cites it could mean either (SPECIFICATION section 2)."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from noticeboard.catalog.disclosures import automatic_number
from noticeboard.checks.board import Board, place_of_field
from noticeboard.checks.check import Finding, board_check
from noticeboard.content.documents import Disclosure, Document
from noticeboard.problems import Level

_BRACKETS = str.maketrans("[]【】〔〕{}<>《》〈〉", "()()()()()()()")


@board_check("duplicate-number", Level.ERROR)
def duplicate_number(board: Board) -> Iterator[Finding]:
    owners: dict[str, list[Document]] = defaultdict(list)
    for document in board.all_documents:
        if number := _number(document, board):
            owners[_normalized(number)].append(document)
    for documents in owners.values():
        for document in documents:
            if not document.number:
                continue
            others = "、".join(f"“{other.path}”" for other in documents if other is not document)
            if others:
                message = f"编号“{document.number}”和{others}重复。"
                hint = "请核对，改成全站唯一的编号。"
                yield Finding(document.path, *place_of_field(document, "number"), message, hint)


def _number(document: Document, board: Board) -> str | None:
    """Its own, or the one that a disclosure is given."""
    if document.number or not isinstance(document, Disclosure):
        return document.number
    category = board.catalog.categories.get(document.category)
    if category is None or document.date is None:
        return None
    return automatic_number(document, category)


def _normalized(number: str) -> str:
    """A number as one says it: 通知〔2026〕3号 and 通知[２０２６] 3号 are one."""
    return "".join(unicodedata.normalize("NFKC", number).casefold().split()).translate(_BRACKETS)
