"""A history that is there, and cannot be read."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, board_check
from noticeboard.content.repository.history import NoHistory
from noticeboard.content.repository.paths import SITE_FILE
from noticeboard.problems import Level, Scope

_HINTS = {
    NoHistory.SHALLOW: "请运行一次：git fetch --unshallow；持续集成里把取的深度设成 0（全部）。",
    NoHistory.NO_PROGRAM: "请装上 git。",
    NoHistory.SILENT: "请在这个文件夹里运行 git status，照它说的改好。",
}
_DAMAGED = "git 的仓库坏了：请运行 git fsck，或者重新取一份仓库。"
_NOT_FETCHED = "这个仓库只取了一部分（部分克隆），其余的取不到：请连上网再试，或者重新取一份完整的仓库。"


@board_check("history-missing", Level.WARNING, Scope.CHANGE)
def history_missing(board: Board) -> Iterator[Finding]:
    missing = board.catalog.history.missing
    if missing in _HINTS:
        yield Finding(SITE_FILE, 1, 1, f"{missing}，“修改记录”登不出来。", _HINTS[missing])
    elif unread := board.published.unread:
        what = (
            "文件"
            if unread == (".",)
            else f"“{unread[0]}”" + (f"等 {len(unread)} 份文件" if unread[1:] else "")
        )
        message = f"git 取不出{what}登出去时的样子，公开以后改没改数字、网址还在不在，没有查。"
        yield Finding(SITE_FILE, 1, 1, message, _NOT_FETCHED if board.published.is_partial else _DAMAGED)
