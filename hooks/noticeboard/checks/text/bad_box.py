"""Boxes that are not read as ticked or empty (SPECIFICATION section 4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.checks.text.places import finding_at, matches_outside_code
from noticeboard.content.documents import Document
from noticeboard.problems import Level

_BOX = re.compile(
    r"^[ \t\u3000]*(?:[-*+]|[0-9]{1,3}[.、)）]|[（(][0-9]{1,2}[）)])[ \t\u3000]*"
    r"(?P<box>[\[［【](?:\s+[xXｘＸ√✓✔]\s*|[xXｘＸ√✓✔]\s+|\s{2,}|[vV×oO0*\-+是否]|[oO][kK]|完成|已完成|未完成|done|未|已)[\]］】](?![(\[:])"
    r"|[\[［【][ xX]?[)）}｝](?=[ \t])|[(（{｛][xXｘＸ√✓✔ ][)）}｝\]］](?=[ \t]|[\u4e00-\u9fff0-9])|[☓](?=.))"
    r"|^[ \t\u3000]*(?P<glued>[-*+]\[[ xX]?\])(?!\()",
    re.MULTILINE,
)
_TICKED = re.compile(r"[xXｘＸ√✓✔vV☑☒✅是]|(?<!未)完成|done|ok|已", re.IGNORECASE)


@document_check("bad-box", Level.WARNING)
def bad_box(document: Document, context: CheckContext) -> Iterator[Finding]:
    """方框写得不对

    完成的活动在行首写 `[x]`，没有完成的写 `[ ]`，都在减号和空格之后。写成 `[ x ]`、`[v]`、`(x)`，或者少了减号后面的空格，都不算打勾。

    ```markdown title="错误 plans/2026/示例.md" hl_lines="10 11"
    ---
    类型: 计划
    标题: 2026年工作计划
    日期: 2026-01-10
    期间: 2026年
    ---

    ### 三月

    - [ x ] 8日 女教职工座谈会
    - [v] 12日 植树
    - [ ] 20日 健步走
    ```

    ```markdown title="正确 plans/2026/示例.md"
    ---
    类型: 计划
    标题: 2026年工作计划
    日期: 2026-01-10
    期间: 2026年
    ---

    ### 三月

    - [x] 8日 女教职工座谈会
    - [x] 12日 植树
    - [ ] 20日 健步走
    ```
    """
    for found in matches_outside_code(document, _BOX):
        box = found["box"] or found["glued"]
        place = found.start("box") if found["box"] else found.start("glued")
        ticked = "[x]" if _TICKED.search(box) else "[ ]"
        if found["glued"]:
            message, hint = f"“{box}”少了减号后面的空格，不会成为列表。", f"请写成“- {ticked} ”。"
        else:
            message, hint = f"“{box}”不是方框。", f"请写成“{ticked}”，后面空一格。"
        yield finding_at(document, place, message, hint)
