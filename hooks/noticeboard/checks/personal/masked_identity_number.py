"""Identity numbers whose mask leaves too much."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.check import personal_check
from noticeboard.privacy.identity_numbers import find_masked_identity_numbers
from noticeboard.privacy.normalized_text import NormalizedText, Span
from noticeboard.problems import Level


@personal_check(
    "masked-identity-number",
    Level.WARNING,
    name="遮得不够的身份证号",
    hint="请删去，或前后最多各留三位：110************715。",
)
def masked_identity_number(reading: NormalizedText) -> Iterator[Span]:
    """遮得不够的身份证号

    身份证号遮了一部分，前面或后面还留着三位以上：地区、生日、顺序号里的哪一样还看得出来，和姓名放在一起就能认出人。

    文件的开头、正文、表格、文件名和附件（Word、Excel、PDF、CSV、压缩包，连同隐藏的工作表、行、列和文件属性）都查。

    确实要登的，审核的人在文件开头写明允许哪一项、为什么：`允许: 遮得不够的身份证号: 理由`。

    ```markdown title="错误 plans/2026/示例.md" hl_lines="7"
    ---
    类型: 通知
    标题: 五月值班安排
    日期: 2026-05-06
    ---

    领奖人：王某，110101********7715。
    ```

    ```markdown title="正确 plans/2026/示例.md"
    ---
    类型: 通知
    标题: 五月值班安排
    日期: 2026-05-06
    ---

    领奖人：王某。
    ```
    """
    return find_masked_identity_numbers(reading)
