"""Allowances of what is no check."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, board_check
from noticeboard.checks.personal.registry import NAMES, named
from noticeboard.content.similar_names import nearest
from noticeboard.problems import Level, Scope


@board_check("allowance-unknown", Level.ERROR, Scope.FILE)
def allowance_unknown(board: Board) -> Iterator[Finding]:
    for document in board.texts:
        for allowance in document.allow:
            if named(allowance.check) is None:
                message = f"没有叫“{allowance.check}”的检查。"
                near = nearest(allowance.check, NAMES)
                hint = f"是不是“{near}”？" if near else f"可以允许的有：{'、'.join(NAMES)}。"
                yield Finding(document.path, allowance.line, allowance.column, message, hint)
