"""Passports and travel permits."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.check import personal_check
from noticeboard.privacy.normalized_text import NormalizedText, Span
from noticeboard.privacy.passports import find_passports
from noticeboard.problems import Level


@personal_check("passport-number", Level.WARNING, name="护照号", hint="请删去，或只留前三位，其余改成星号。")
def passport_number(reading: NormalizedText) -> Iterator[Span]:
    """护照号

    写出了整个护照或通行证的号码。

    文件的开头、正文、表格、文件名和附件（Word、Excel、PDF、CSV、压缩包，连同隐藏的工作表、行、列和文件属性）都查。

    确实要登的，审核的人在文件开头写明允许哪一项、为什么：`允许: 护照号: 理由`。

    ```markdown title="错误 plans/2026/示例.md" hl_lines="7"
    ---
    类型: 通知
    标题: 五月值班安排
    日期: 2026-05-06
    ---

    领队的护照号是 E12345678。
    ```

    ```markdown title="正确 plans/2026/示例.md"
    ---
    类型: 通知
    标题: 五月值班安排
    日期: 2026-05-06
    ---

    领队的护照号是 E12******。
    ```
    """
    return find_passports(reading)
