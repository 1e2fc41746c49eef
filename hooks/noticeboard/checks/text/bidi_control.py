"""Signs that turn the direction of text, so that it reads otherwise than it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.checks.text.places import finding_at
from noticeboard.content.documents import Document
from noticeboard.problems import Level

_BIDI = re.compile(r"[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")


@document_check("bidi-control", Level.ERROR)
def bidi_control(document: Document, context: CheckContext) -> Iterator[Finding]:
    """改变文字方向的字符

    文字里藏着改变方向的控制字符（U+202E 等），读者看到的顺序和存的不一样。中文用不着它，多半是粘贴来的。删去前后几个字，重新输入。

    ```markdown title="错误 plans/2026/示例.md" hl_lines="7"
    ---
    类型: 通知
    标题: 五月值班安排
    日期: 2026-05-06
    ---

    五月值班\u202e表在公示栏。
    ```

    ```markdown title="正确 plans/2026/示例.md"
    ---
    类型: 通知
    标题: 五月值班安排
    日期: 2026-05-06
    ---

    五月值班表在公示栏。
    ```
    """
    for found in _BIDI.finditer(document.text):
        message = f"这里藏着改变文字方向的字符（U+{ord(found[0]):04X}），读者看到的顺序会和写的不同。"
        yield finding_at(document, found.start(), message, "请删去前后几个字，重新输入。")
