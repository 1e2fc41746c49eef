"""Files that were meant as documents, but whose names do not end in .md."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, board_check
from noticeboard.content.file_faults import document_name
from noticeboard.problems import Level


@board_check("document-ending", Level.WARNING)
def document_ending(board: Board) -> Iterator[Finding]:
    """文章的名字不是以 .md 结尾

    只有以 `.md` 结尾的才当成文章读。Windows 常常不显示 `.txt`：看着是“计划.md”，其实是“计划.md.txt”。在文件夹的“查看”里勾上“文件扩展名”，再改名。

    ```text title="错误 plans/2026/值班安排.md.txt" hl_lines="1"
    （文章）
    ```

    ```markdown title="正确 plans/2026/值班安排.md"
    ---
    类型: 通知
    标题: 五月值班安排
    日期: 2026-05-06
    ---
    ```
    """
    for path in board.catalog.files.attachments.keys() - board.brought.keys():
        folder, name = posixpath.split(path)
        if document := document_name(name):
            message = f"“{name}”不是以“.md”结尾，没有当成文章读，不会登出来。"
            yield Finding(path, 1, 1, message, _hint(document, f"{folder}/{document}" in board.by_path))


def _hint(document: str, is_there: bool) -> str:
    if is_there:
        return f"旁边已经有“{document}”，这一份不要了就删去。"
    return f"请改名为“{document}”；看不到结尾的，先在文件夹的“查看”里勾上“文件扩展名”。"
