"""Reasons of commits that were written for readers and say more than readers may know."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, board_check
from noticeboard.problems import Level, Scope


@board_check("reason-withheld", Level.WARNING, Scope.CHANGE)
def reason_withheld(board: Board) -> Iterator[Finding]:
    for document in board.all_documents:
        for change in board.catalog.history.changes.get(document.path, ()):
            if change.withheld and not document.correction:
                day = f"{change.day.year}年{change.day.month}月{change.day.day}日"
                message = f"{day}提交时写的更正说明里有{'、'.join(change.withheld)}，没有登出来。"
                hint = "请在开头加一行“更正说明: ”，重写一句，不写个人信息。"
                yield Finding(document.path, 1, 1, message, hint)
