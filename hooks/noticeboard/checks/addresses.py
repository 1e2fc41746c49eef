"""Addresses that cannot be: taken twice, empty, or too long for a disk (FORMAT section 5)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from noticeboard.checks.board import Board, problem_at_field
from noticeboard.content.documents import Document
from noticeboard.problems import Level, Problem

LONGEST = 200
"""Characters of an address. A folder of 255 is the most that a disk holds, and Windows wants 260 for the whole path."""

_HINT = "请给其中一份加一行“网址名: 英文名”，例如“网址名: zhiban-2026”，或者改文件名。"
_OWN_NAME = "请加一行“网址名: 英文名”，例如“网址名: zhiban-2026”，或者改文件名。"


def check(board: Board) -> Iterator[Problem]:
    """One problem in every document without an address of its own, and in every file of docs/ that takes one."""
    owners: dict[str, list[Document]] = defaultdict(list)
    for document in board.documents:
        owners[document.address].append(document)
        yield from _check_form(document, board)
    for address, documents in owners.items():
        for document in documents:
            others = "、".join(f"“{other.path}”" for other in documents if other is not document)
            if others:
                message = f"网址 /{address} 和{others}重复。"
                yield problem_at_field(document, "slug", "duplicate-address", message, _HINT)
    for address, path in (*board.hand_written.items(), *board.hand_placed.items()):
        if address and address in board.addresses:
            message = f"网址 /{address} 和自动生成的重复，会互相覆盖。"
            yield Problem(path, 1, 1, Level.ERROR, "duplicate-address", message, "请给这个文件改名。")


def _check_form(document: Document, board: Board) -> Iterator[Problem]:
    if document.address.endswith("//"):
        message = "文件名里没有能做成网址的字。"
        yield problem_at_field(document, "slug", "bad-slug", message, _OWN_NAME)
    elif document.address.rstrip("/") in board.addresses:
        message = f"网址 /{document.address} 和附件“{document.address.rstrip('/')}”重复。"
        yield problem_at_field(document, "slug", "duplicate-address", message, _OWN_NAME)
    elif len(document.address) > LONGEST:
        message = f"文件夹和文件名做成的网址有 {len(document.address)} 个字符，超过了 {LONGEST} 个，有的电脑存不下。"
        yield problem_at_field(document, "slug", "address-too-long", message, _OWN_NAME)
