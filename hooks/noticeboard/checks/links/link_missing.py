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
    """链接的文件找不到

    文件名要一字不差，大小写也要一样。

    ```markdown title="plans/2026/座谈会小结.md"
    ---
    类型: 总结
    标题: 女教职工座谈会小结
    日期: 2026-03-11
    期间: 2026年3月
    ---
    ```

    ```markdown title="错误 plans/2026/示例.md" hl_lines="7"
    ---
    类型: 通知
    标题: 座谈会情况
    日期: 2026-03-12
    ---

    情况见[小结](座谈会总结.md)。
    ```

    ```markdown title="正确 plans/2026/示例.md"
    ---
    类型: 通知
    标题: 座谈会情况
    日期: 2026-03-12
    ---

    情况见[小结](座谈会小结.md)。
    ```
    """
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
