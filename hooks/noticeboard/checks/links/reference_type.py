"""References of the front matter to a document of another type."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, board_check
from noticeboard.checks.links.references import path_of_reference, references_of
from noticeboard.problems import Level


@board_check("reference-type", Level.ERROR)
def reference_type(board: Board) -> Iterator[Finding]:
    """开头指的文件类型不对

    “计划”要指向一份计划，“取代”要指向一份公开。

    ```markdown title="plans/2026/值班通知.md"
    ---
    类型: 通知
    标题: 值班通知
    日期: 2026-01-12
    ---
    ```

    ```markdown title="plans/2026/工会工作计划.md"
    ---
    类型: 计划
    标题: 2026年工会工作计划
    日期: 2026-01-12
    期间: 2026年
    ---
    ```

    ```markdown title="错误 plans/2026/示例.md" hl_lines="6"
    ---
    类型: 总结
    标题: 2026年工会工作总结
    日期: 2026-12-28
    期间: 2026年
    计划: 值班通知.md
    ---
    ```

    ```markdown title="正确 plans/2026/示例.md"
    ---
    类型: 总结
    标题: 2026年工会工作总结
    日期: 2026-12-28
    期间: 2026年
    计划: 工会工作计划.md
    ---
    ```
    """
    for document in board.all_documents:
        for reference, wanted in references_of(document):
            path = path_of_reference(document, reference, board)
            if path is None:
                continue
            target = board.by_path.get(path)
            kind = target.label if target is not None else "附件"
            if kind and kind != wanted.label:
                message = f"“{reference.text}”是{kind}，这里应当是{wanted.label}。"
                hint = f"请改成一份{wanted.label}的文件名，以“.md”结尾。"
                yield Finding(document.path, reference.line, reference.column, message, hint)
