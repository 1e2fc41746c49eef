"""Allowances of what no reviewer may allow."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, board_check
from noticeboard.checks.personal.registry import NAMES, named
from noticeboard.problems import Level, Scope


@board_check("allowance-refused", Level.ERROR, Scope.FILE)
def allowance_refused(board: Board) -> Iterator[Finding]:
    for document in board.texts:
        for allowance in document.allow:
            check = named(allowance.check)
            if check is not None and not check.may_be_allowed:
                message = f"“{allowance.check}”不能允许。"
                hint = f"请删去这一条，并改掉文件里的号码；可以允许的有：{'、'.join(NAMES)}。"
                yield Finding(document.path, allowance.line, allowance.column, message, hint)
