"""Attachments that could not be looked into, and why."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, PersonalData, search_check
from noticeboard.problems import Level


@search_check("attachment-not-read", Level.WARNING)
def attachment_not_read(board: Board, personal: PersonalData) -> Iterator[Finding]:
    """附件没有查完

    附件加了密码、损坏了、是读不出的旧格式，或者大得不合常理，里面有没有个人信息就查不了。照提示另存一份；确实没有问题的，登出来之前请人打开看一遍。

    ```text title="错误 plans/2026/名单.pdf" hl_lines="1"
    %PDF-1.7 这个文件没有传完整
    ```

    ```text title="正确 plans/2026/名单.txt"
    工会委员 7 人
    ```

    ```markdown title="错误 plans/2026/示例.md"
    ---
    类型: 通知
    标题: 委员名单
    日期: 2026-05-06
    附件: 名单.pdf
    ---
    ```

    ```markdown title="正确 plans/2026/示例.md"
    ---
    类型: 通知
    标题: 委员名单
    日期: 2026-05-06
    附件: 名单.txt
    ---
    ```
    """
    for path, reasons in personal.skipped.items():
        for reason in reasons:
            message = f"{reason.rstrip('，')}，没能查完里面有没有个人信息。"
            yield Finding(path, 1, 1, message, "请另存一份能打开的，或请人看过再登。")
