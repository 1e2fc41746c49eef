"""Allowances of what no reviewer may allow."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, board_check
from noticeboard.checks.personal.registry import NAMES, named
from noticeboard.problems import Level


@board_check("allowance-refused", Level.ERROR)
def allowance_refused(board: Board) -> Iterator[Finding]:
    """不能允许的检查

    身份证号和银行卡号不能用 `允许` 放行，只能删去或改成星号。

    ```markdown title="错误 plans/2026/示例.md" hl_lines="6"
    ---
    类型: 通知
    标题: 假期值班安排
    日期: 2026-05-06
    允许:
      - 身份证号: 本人同意
    ---

    值班的人见公示栏。
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
            check = named(allowance.check)
            if check is not None and not check.may_be_allowed:
                message = f"“{allowance.check}”不能允许。"
                hint = f"请删去这一条，并改掉文件里的号码；可以允许的有：{'、'.join(NAMES)}。"
                yield Finding(document.path, allowance.line, allowance.column, message, hint)
