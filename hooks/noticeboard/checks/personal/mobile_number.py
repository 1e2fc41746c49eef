"""Mobile telephone numbers."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.check import personal_check
from noticeboard.privacy.mobile_numbers import find_mobile_numbers
from noticeboard.privacy.normalized_text import NormalizedText, Span
from noticeboard.problems import Level


@personal_check(
    "mobile-number",
    Level.WARNING,
    name="手机号",
    hint="请改成办公室电话，或把中间四位改成星号：138****5678。",
)
def mobile_number(reading: NormalizedText) -> Iterator[Span]:
    """手机号

    写出了整个手机号。办公室的座机和内线不算。

    文件的开头、正文、表格、文件名和附件（Word、Excel、PDF、CSV、压缩包，连同隐藏的工作表、行、列和文件属性）都查。

    确实要登的，审核的人在文件开头写明允许哪一项、为什么：`允许: 手机号: 理由`。

    ```markdown title="错误 plans/2026/示例.md" hl_lines="7"
    ---
    类型: 通知
    标题: 五月值班安排
    日期: 2026-05-06
    ---

    报名请找文体委员，13812345678。
    ```

    ```markdown title="正确 plans/2026/示例.md"
    ---
    类型: 通知
    标题: 五月值班安排
    日期: 2026-05-06
    ---

    报名请找文体委员，内线8218，或 138****5678。
    ```
    """
    return find_mobile_numbers(reading)
