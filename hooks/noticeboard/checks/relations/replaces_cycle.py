"""Corrections that go round in a circle: then none of them is the valid one (SPECIFICATION section 8)."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.board import Board, place_of_field
from noticeboard.checks.check import Finding, board_check
from noticeboard.checks.relations.corrections import corrected_by
from noticeboard.problems import Level


@board_check("replaces-cycle", Level.ERROR)
def replaces_cycle(board: Board) -> Iterator[Finding]:
    """取代绕成了圈

    只在新的那一份里写“取代”。

    ```markdown title="错误 plans/2026/食堂收支.md" hl_lines="7"
    ---
    类型: 公开
    标题: 2026年4月食堂收支
    日期: 2026-05-06
    类别: 后勤与食堂
    责任部门: 总务处
    取代: 食堂收支更正.md
    ---
    ```

    ```markdown title="错误 plans/2026/食堂收支更正.md" hl_lines="7"
    ---
    类型: 公开
    标题: 2026年4月食堂收支（更正）
    日期: 2026-05-08
    类别: 后勤与食堂
    责任部门: 总务处
    取代: 食堂收支.md
    ---
    ```

    ```markdown title="正确 plans/2026/食堂收支.md"
    ---
    类型: 公开
    标题: 2026年4月食堂收支
    日期: 2026-05-06
    类别: 后勤与食堂
    责任部门: 总务处
    ---
    ```

    ```markdown title="正确 plans/2026/食堂收支更正.md"
    ---
    类型: 公开
    标题: 2026年4月食堂收支（更正）
    日期: 2026-05-08
    类别: 后勤与食堂
    责任部门: 总务处
    取代: 食堂收支.md
    ---
    ```
    """
    replaced = corrected_by(board)
    for path in replaced:
        chain = [path]
        while (following := replaced.get(chain[-1])) is not None and following not in chain:
            chain.append(following)
        if following == path:
            message = f"“取代”绕成了圈：{' → '.join([*chain, path])}。"
            hint = "请只在新的那份里写“取代”，旧的删去这一行。"
            yield Finding(path, *place_of_field(board.by_path[path], "replaces"), message, hint)
