"""Attachments that could not be looked into, and why."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from noticeboard.checks.attachments.users import users_of
from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, PersonalData, search_check
from noticeboard.problems import Level


@search_check("attachment-not-read", Level.WARNING)
def attachment_not_read(board: Board, personal: PersonalData) -> Iterator[Finding]:
    """附件没有查完

    附件加了密码、损坏了、是读不出的旧格式，或者里面的内容多得不合常理，有没有个人信息就查不了。每个附件最多读 10 秒、512 MB 内存，读不完就说在这里，别的文件照常检查。照提示另存一份；确实没有问题的，登出来之前请人打开看一遍。

    ```text title="错误 plans/2026/名单.pdf"
    %PDF-1.7 这个文件没有传完整
    ```

    ```text title="正确 plans/2026/名单.txt"
    工会委员 7 人
    ```

    ```markdown title="错误 plans/2026/示例.md" hl_lines="5"
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
    places = users_of(board) if personal.skipped else {}
    for path, (reason, *others) in personal.skipped.items():
        more = f"，还有 {len(others)} 处也是这样" if others else ""
        name = posixpath.basename(path)
        message = f"附件“{name}”没能查完里面有没有个人信息：{reason.rstrip('，')}{more}。"
        for user, line, column in places.get(path, [(path, 1, 1)]):
            yield Finding(user, line, column, message, "请另存一份能打开的，或请人看过再登。")
