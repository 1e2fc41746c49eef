"""Attachments and pictures that Git LFS has not fetched."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from noticeboard.checks.attachments.samples import sample_of
from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, board_check
from noticeboard.content.file_types import is_lfs_pointer
from noticeboard.content.source import LFS_HINT
from noticeboard.problems import Level


@board_check("lfs-pointer", Level.ERROR)
def lfs_pointer(board: Board) -> Iterator[Finding]:
    """文件没有下载下来

    仓库用 Git LFS 存放大文件，这台电脑上只有它的指针：几行英文，不是文件本身。登出去，读者什么也打不开。在仓库的文件夹里运行 `git lfs install`，再运行 `git lfs pull`；从网页上下载压缩包的，改用 `git clone`。

    ```text title="错误 plans/2026/值班表.txt"
    version https://git-lfs.github.com/spec/v1
    oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393
    size 12345
    ```

    ```text title="正确 plans/2026/值班表.txt"
    5月6日 工会办公室
    ```

    ```markdown title="错误 plans/2026/示例.md" hl_lines="5"
    ---
    类型: 通知
    标题: 五月值班安排
    日期: 2026-05-06
    附件: 值班表.txt
    ---
    ```

    ```markdown title="正确 plans/2026/示例.md"
    ---
    类型: 通知
    标题: 五月值班安排
    日期: 2026-05-06
    附件: 值班表.txt
    ---
    ```
    """
    for path, places in board.published_files.items():
        if is_lfs_pointer(sample_of(path, board)):
            for place in places:
                message = f"“{posixpath.basename(path)}”没有下载下来，这里只有 Git LFS 的指针。"
                yield Finding(place.path, place.line, place.column, message, LFS_HINT)
