"""Attachments that are not there."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, board_check
from noticeboard.checks.path_hint import path_hint
from noticeboard.problems import Level


@board_check("attachment-missing", Level.ERROR)
def attachment_missing(board: Board) -> Iterator[Finding]:
    """附件找不到

    附件和文章要一起上传。

    <!-- 同时放着: plans/2026/附件/值班表.xlsx -->

    ```markdown title="错误 plans/2026/示例.md" hl_lines="5"
    ---
    类型: 通知
    标题: 五月值班安排
    日期: 2026-05-06
    附件: 值班表.xlsx
    ---
    ```

    ```markdown title="正确 plans/2026/示例.md"
    ---
    类型: 通知
    标题: 五月值班安排
    日期: 2026-05-06
    附件: 附件/值班表.xlsx
    ---
    ```
    """
    for document in board.all_documents:
        for attachment in document.attachments:
            if attachment.path not in board.catalog.files.sizes:
                message = f"找不到附件“{attachment.path}”。"
                hint = path_hint(attachment.path, board)
                yield Finding(document.path, attachment.line, attachment.column, message, hint)
