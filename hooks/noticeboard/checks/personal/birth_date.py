"""When somebody was born."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.check import personal_check
from noticeboard.privacy.birth_dates import find_birth_dates
from noticeboard.privacy.normalized_text import NormalizedText, Span
from noticeboard.problems import Level


@personal_check("birth-date", Level.WARNING, name="出生日期", hint="请删去，或只写年份。")
def birth_date(reading: NormalizedText) -> Iterator[Span]:
    """出生日期

    写出了某个人出生的年月日。只写年份或年月的不算。

    文件的开头、正文、表格、文件名和附件（Word、Excel、PDF、CSV、压缩包，连同隐藏的工作表、行、列和文件属性）都查。

    确实要登的，审核的人在文件开头写明允许哪一项、为什么：`允许: 出生日期: 理由`。

    ```markdown title="错误 plans/2026/示例.md" hl_lines="7"
    ---
    类型: 通知
    标题: 五月值班安排
    日期: 2026-05-06
    ---

    退休欢送会：王丽华老师，1966年3月2日出生。
    ```

    ```markdown title="正确 plans/2026/示例.md"
    ---
    类型: 通知
    标题: 五月值班安排
    日期: 2026-05-06
    ---

    退休欢送会：王丽华老师。
    ```
    """
    return find_birth_dates(reading)
