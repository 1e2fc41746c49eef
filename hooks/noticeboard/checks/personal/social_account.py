"""Private accounts of WeChat and QQ."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.check import personal_check
from noticeboard.privacy.normalized_text import NormalizedText, Span
from noticeboard.privacy.social_accounts import find_social_accounts
from noticeboard.problems import Level


@personal_check(
    "social-account", Level.WARNING, name="微信或QQ号", hint="请改成办公室电话，或工作群、公众号的名称。"
)
def social_account(reading: NormalizedText) -> Iterator[Span]:
    """微信或QQ号

    写出了某个人的微信号或QQ号。公众号、工作群的号不算。

    文件的开头、正文、表格、文件名和附件（Word、Excel、PDF、CSV、压缩包，连同隐藏的工作表、行、列和文件属性）都查。

    确实要登的，审核的人在文件开头写明允许哪一项、为什么：`允许: 微信或QQ号: 理由`。

    ```markdown title="错误 plans/2026/示例.md" hl_lines="7"
    ---
    类型: 通知
    标题: 五月值班安排
    日期: 2026-05-06
    ---

    报名加微信 wlh19880302（王丽华）。
    ```

    ```markdown title="正确 plans/2026/示例.md"
    ---
    类型: 通知
    标题: 五月值班安排
    日期: 2026-05-06
    ---

    报名请到工会办公室，或加“晨光小学工会”公众号。
    ```
    """
    return find_social_accounts(reading)
