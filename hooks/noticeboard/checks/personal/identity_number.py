"""Resident identity numbers (GB 11643)."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.check import personal_check
from noticeboard.privacy.identity_numbers import find_identity_numbers
from noticeboard.privacy.normalized_text import NormalizedText, Span
from noticeboard.problems import Level


@personal_check(
    "identity-number",
    Level.ERROR,
    name="身份证号",
    hint="请删去，写姓名和部门就够了；非写不可的，只留前三位，其余改成星号。",
)
def identity_number(reading: NormalizedText) -> Iterator[Span]:
    """身份证号

    写出了整个身份证号，18 位的按国家标准核对过校验码。一个号码登出去，就收不回来了。

    文件的开头、正文、表格、文件名和附件（Word、Excel、PDF、CSV、压缩包，连同隐藏的工作表、行、列和文件属性）都查。这一项不能用“允许”放行。

    ```markdown title="错误 plans/2026/示例.md" hl_lines="7"
    ---
    类型: 通知
    标题: 五月值班安排
    日期: 2026-05-06
    ---

    王某，身份证号 110101199003077715，补助 500 元。
    ```

    ```markdown title="正确 plans/2026/示例.md"
    ---
    类型: 通知
    标题: 五月值班安排
    日期: 2026-05-06
    ---

    王某，身份证号 110***************，补助 500 元。
    ```
    """
    return find_identity_numbers(reading)
