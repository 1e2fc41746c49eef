"""A history that git keeps from whoever runs the program."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, board_check
from noticeboard.content.repository.history import NoHistory
from noticeboard.content.repository.paths import SITE_FILE
from noticeboard.problems import Level, Scope


@board_check("history-refused", Level.WARNING, Scope.CHANGE)
def history_refused(board: Board) -> Iterator[Finding]:
    missing = board.catalog.history.missing
    if missing is NoHistory.REFUSED:
        message = "文件夹的主人不是运行的人，git 不让读，“修改记录”登不出来。"
        hint = '请由主人运行，或在这个文件夹里运行一次：git config --global --add safe.directory "$PWD"。'
        yield Finding(SITE_FILE, 1, 1, message, hint)
