"""Allowances of what is no check."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, board_check
from noticeboard.checks.personal.registry import NAMES, named
from noticeboard.content.similar_names import nearest
from noticeboard.problems import Level


@board_check("allowance-unknown", Level.ERROR)
def allowance_unknown(board: Board) -> Iterator[Finding]:
    """允许了没有的检查

    `允许` 里写的是检查的名字：手机号、护照号、家庭住址、病困情况，后面写理由。

    ```markdown title="错误 plans/2026/示例.md" hl_lines="6"
    ---
    类型: 通知
    标题: 假期值班安排
    日期: 2026-05-06
    允许:
      - 值班室: 座机可以公布
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
        for allowance in document.allow:
            if named(allowance.check) is None:
                message = f"没有叫“{allowance.check}”的检查。"
                near = nearest(allowance.check, NAMES)
                hint = f"是不是“{near}”？" if near else f"可以允许的有：{'、'.join(NAMES)}。"
                yield Finding(document.path, allowance.line, allowance.column, message, hint)
