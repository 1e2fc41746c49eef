"""References of the front matter to files that are not there."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, board_check
from noticeboard.checks.links.references import path_of_reference, references_of
from noticeboard.checks.path_hint import path_hint
from noticeboard.content.paths import ROOT, candidates
from noticeboard.problems import Level


@board_check("reference-missing", Level.ERROR)
def reference_missing(board: Board) -> Iterator[Finding]:
    """开头指的文件找不到

    “计划”“取代”后面写文件名，结尾的 `.md` 也要写。

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
    计划: 工会计划.md
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
            if path_of_reference(document, reference, board) is None:
                paths = candidates(document.path, reference.text)
                hint = (
                    path_hint(paths[0], board)
                    if paths
                    else f"请写 {ROOT} 文件夹里一份{wanted.label}的文件名。"
                )
                message = f"找不到“{reference.text}”这份文件。"
                yield Finding(document.path, reference.line, reference.column, message, hint)
