"""Names beside an illness or a hardship."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.check import personal_check
from noticeboard.privacy.hardships import find_hardships
from noticeboard.privacy.normalized_text import NormalizedText, Span
from noticeboard.problems import Level


@personal_check(
    "hardship", Level.WARNING, name="病困情况", hint="请只写人数、金额和标准；要分得开的，把名字改成“张*三”。"
)
def hardship(reading: NormalizedText) -> Iterator[Span]:
    """姓名和病困连在一起

    表格的一行、列表的一条里，姓名旁边写着病情或困难。谁病了、谁困难，由本人告诉别人；公示写人数、金额和标准就够了。

    文件的开头、正文、表格、文件名和附件（Word、Excel、PDF、CSV、压缩包，连同隐藏的工作表、行、列和文件属性）都查。

    确实要登的，审核的人在文件开头写明允许哪一项、为什么：`允许: 病困情况: 理由`。

    ```markdown title="错误 plans/2026/示例.md" hl_lines="9"
    ---
    类型: 通知
    标题: 五月值班安排
    日期: 2026-05-06
    ---

    | 姓名 | 困难原因 | 补助 |
    | --- | --- | --- |
    | 王丽华 | 本人患乳腺癌 | 3000元 |
    | 李*梅 | 家属重病 | 2000元 |
    ```

    ```markdown title="正确 plans/2026/示例.md"
    ---
    类型: 通知
    标题: 五月值班安排
    日期: 2026-05-06
    ---

    | 困难原因 | 人数 | 补助 |
    | --- | --- | --- |
    | 本人重病 | 1 | 3000元 |
    | 家属重病 | 1 | 2000元 |
    ```
    """
    return find_hardships(reading)
