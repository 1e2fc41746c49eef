"""Where somebody lives, down to the door."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.check import personal_check
from noticeboard.privacy.home_addresses import find_home_addresses
from noticeboard.privacy.normalized_text import NormalizedText, Span
from noticeboard.problems import Level


@personal_check("home-address", Level.WARNING, name="家庭住址", hint="请删去，或只写到街道、小区，不写门牌。")
def home_address(reading: NormalizedText) -> Iterator[Span]:
    """家庭住址

    写到了门牌的住址。单位自己的地址（文化路12号）和办公室（行政楼203室）不算。

    文件的开头、正文、表格、文件名和附件（Word、Excel、PDF、CSV、压缩包，连同隐藏的工作表、行、列和文件属性）都查。

    确实要登的，审核的人在文件开头写明允许哪一项、为什么：`允许: 家庭住址: 理由`。

    ```markdown title="错误 plans/2026/示例.md" hl_lines="7"
    ---
    类型: 通知
    标题: 五月值班安排
    日期: 2026-05-06
    ---

    慰问品送到家里：幸福小区12号楼3单元401室。
    ```

    ```markdown title="正确 plans/2026/示例.md"
    ---
    类型: 通知
    标题: 五月值班安排
    日期: 2026-05-06
    ---

    慰问品送到家里。
    ```
    """
    return find_home_addresses(reading)
