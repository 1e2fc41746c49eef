"""Allowances of what is not there: they would silence what comes later."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, PersonalData, search_check
from noticeboard.checks.personal.registry import named
from noticeboard.checks.personal.search import paths_of
from noticeboard.problems import Level


@search_check("allowance-unused", Level.WARNING)
def allowance_unused(board: Board, personal: PersonalData) -> Iterator[Finding]:
    """允许了却没有用到

    `允许` 里写的检查在这份文件和它的附件里什么也没有查到。改过内容以后，把多余的允许删去：留着它，以后写进来的就没有人提醒了。

    ```markdown title="错误 plans/2026/示例.md" hl_lines="6"
    ---
    类型: 通知
    标题: 假期值班安排
    日期: 2026-05-06
    允许:
      - 手机号: 假期值班，校务会同意公布
    ---

    值班电话见公示栏。
    ```

    ```markdown title="正确 plans/2026/示例.md"
    ---
    类型: 通知
    标题: 假期值班安排
    日期: 2026-05-06
    允许:
      - 手机号: 假期值班，校务会同意公布
    ---

    值班电话 13812345678。
    ```
    """
    for document in board.texts:
        paths = set(paths_of(document)) if document.allow else ()
        for allowance in document.allow:
            check = named(allowance.check)
            if check is None or not check.may_be_allowed:
                continue
            if not any(fact.check is check and fact.finding.path in paths for fact in personal.facts):
                message = f"允许了“{allowance.check}”，但是没有查到。"
                yield Finding(document.path, allowance.line, allowance.column, message, "请删去这一条。")
