"""Corrections that those do not see who saw what was wrong (SPECIFICATION section 2)."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.board import Board, place_of_field
from noticeboard.checks.check import Finding, board_check
from noticeboard.checks.relations.corrections import corrected_by
from noticeboard.problems import Level


@board_check("correction-hidden", Level.WARNING)
def correction_hidden(board: Board) -> Iterator[Finding]:
    for path, replaced in corrected_by(board).items():
        if board.by_path[path].audience == "internal" and board.by_path[replaced].audience == "public":
            message = f"更正的是对外的“{replaced}”，自己却是对内的，外面的人看到的还是旧的。"
            hint = "请写上“范围: 对外”，或把旧的那一份也改成对内。"
            yield Finding(path, *place_of_field(board.by_path[path], "replaces"), message, hint)
