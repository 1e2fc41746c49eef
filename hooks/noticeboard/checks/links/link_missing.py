"""Links to files that are not there."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, board_check
from noticeboard.checks.links.targets import is_in_plans, missing_path
from noticeboard.checks.path_hint import path_hint
from noticeboard.content.paths import ROOT
from noticeboard.problems import Level


@board_check("link-missing", Level.ERROR)
def link_missing(board: Board) -> Iterator[Finding]:
    for document in board.all_documents:
        for link in document.links:
            path = missing_path(document, link, board)
            if path is None:
                continue
            target = link.target.strip()
            if is_in_plans(path):
                message, hint = f"链接“{target}”找不到对应的文件。", path_hint(path, board)
            else:
                message = f"链接“{target}”不在 {ROOT} 文件夹里，网站上打不开。"
                hint = f"请链接到 {ROOT} 里的文件，或写完整的网址。"
            yield Finding(document.path, link.line, link.column, message, hint)
