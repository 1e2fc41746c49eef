"""File names of which no address can be made (SPECIFICATION section 5)."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.board import Board, place_of_field
from noticeboard.checks.check import Finding, board_check
from noticeboard.problems import Level, Scope


@board_check("bad-slug", Level.ERROR, Scope.FILE)
def bad_slug(board: Board) -> Iterator[Finding]:
    for document in board.all_documents:
        if document.address.endswith("//"):
            hint = "请加一行“网址名: 英文名”，例如“网址名: zhiban-2026”，或者改文件名。"
            yield Finding(
                document.path, *place_of_field(document, "slug"), "文件名里没有能做成网址的字。", hint
            )
