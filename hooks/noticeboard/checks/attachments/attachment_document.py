"""Documents that are named as attachments; they have pages of their own."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, board_check
from noticeboard.problems import Level


@board_check("attachment-document", Level.ERROR)
def attachment_document(board: Board) -> Iterator[Finding]:
    """把文章当成了附件

    附件是 PDF、表格、图片这样的文件；另一份文章请在正文里链接。

    ```markdown title="plans/2026/值班表.md"
    ---
    类型: 通知
    标题: 五月值班表
    日期: 2026-05-06
    ---
    ```

    ```markdown title="错误 plans/2026/示例.md" hl_lines="5"
    ---
    类型: 通知
    标题: 五月值班安排
    日期: 2026-05-06
    附件: 值班表.md
    ---
    ```

    ```markdown title="正确 plans/2026/示例.md"
    ---
    类型: 通知
    标题: 五月值班安排
    日期: 2026-05-06
    ---

    见[值班表](值班表.md)。
    ```
    """
    for document in board.all_documents:
        for attachment in document.attachments:
            name = posixpath.basename(attachment.path)
            if attachment.path in board.catalog.files.sizes and name.lower().endswith(".md"):
                message = f"“{name}”是一份文章，不能当附件。"
                hint = f"请删去这一条，在正文里写链接：[{attachment.name}]({name})。"
                yield Finding(document.path, attachment.line, attachment.column, message, hint)
