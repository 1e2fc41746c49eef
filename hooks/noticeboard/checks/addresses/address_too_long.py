"""Addresses that are too long for a disk."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.board import Board, place_of_field
from noticeboard.checks.check import Finding, board_check
from noticeboard.problems import Level, Scope

LONGEST = 200
"""Characters of an address. A folder of 255 is the most that a disk holds, and Windows wants 260 for the whole path."""


@board_check("address-too-long", Level.ERROR, Scope.FILE)
def address_too_long(board: Board) -> Iterator[Finding]:
    for document in board.all_documents:
        length = len(document.address)
        if length > LONGEST and not document.address.endswith("//"):
            message = f"文件夹和文件名做成的网址有 {length} 个字符，超过了 {LONGEST} 个，有的电脑存不下。"
            hint = "请加一行“网址名: 英文名”，例如“网址名: zhiban-2026”，或者改文件名。"
            yield Finding(document.path, *place_of_field(document, "slug"), message, hint)
