"""Bank cards (Luhn)."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.check import personal_check
from noticeboard.privacy.bank_cards import find_bank_cards
from noticeboard.privacy.normalized_text import NormalizedText, Span
from noticeboard.problems import Level


@personal_check(
    "bank-card", Level.ERROR, name="银行卡号", hint="请删去；要核对的，只留后四位，其余改成星号。"
)
def bank_card(reading: NormalizedText) -> Iterator[Span]:
    """银行卡号

    写出了整个银行卡号，按校验码核对过。

    文件的开头、正文、表格、文件名和附件（Word、Excel、PDF、CSV、压缩包，连同隐藏的工作表、行、列和文件属性）都查。这一项不能用“允许”放行。

    ```markdown title="错误 plans/2026/示例.md" hl_lines="7"
    ---
    类型: 通知
    标题: 五月值班安排
    日期: 2026-05-06
    ---

    慰问金打入卡号 6222021234567890128。
    ```

    ```markdown title="正确 plans/2026/示例.md"
    ---
    类型: 通知
    标题: 五月值班安排
    日期: 2026-05-06
    ---

    慰问金打入登记的卡，尾号 0128。
    ```
    """
    return find_bank_cards(reading)
