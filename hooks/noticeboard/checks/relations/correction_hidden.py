"""Corrections that those do not see who saw what was wrong (SPECIFICATION section 2)."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.board import Board, place_of_field
from noticeboard.checks.check import Finding, board_check
from noticeboard.checks.relations.corrections import corrected_by
from noticeboard.problems import Level


@board_check("correction-hidden", Level.WARNING)
def correction_hidden(board: Board) -> Iterator[Finding]:
    """更正只有里面的人看得到

    对外的公开用对内的更正，外面的人看到的还是旧的那一份。

    ```markdown title="plans/2026/收费.md"
    ---
    类型: 公开
    标题: 2026年春季收费
    日期: 2026-03-02
    类别: 财务
    责任部门: 财务室
    范围: 对外
    ---
    ```

    ```markdown title="错误 plans/2026/收费更正.md" hl_lines="7"
    ---
    类型: 公开
    标题: 2026年春季收费（更正）
    日期: 2026-03-06
    类别: 财务
    责任部门: 财务室
    取代: 收费.md
    范围: 对内
    ---
    ```

    ```markdown title="正确 plans/2026/收费更正.md"
    ---
    类型: 公开
    标题: 2026年春季收费（更正）
    日期: 2026-03-06
    类别: 财务
    责任部门: 财务室
    取代: 收费.md
    范围: 对外
    ---
    ```
    """
    for path, replaced in corrected_by(board).items():
        if board.by_path[path].audience == "internal" and board.by_path[replaced].audience == "public":
            message = f"更正的是对外的“{replaced}”，自己却是对内的，外面的人看到的还是旧的。"
            hint = "请写上“范围: 对外”，或把旧的那一份也改成对内。"
            yield Finding(path, *place_of_field(board.by_path[path], "replaces"), message, hint)
