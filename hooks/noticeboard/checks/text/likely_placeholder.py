"""What may be a blank that nobody filled, or a sign that was lost: less certain than `placeholder` and `missing-glyph`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.checks.text.places import finding_at, is_in_dated_field, matches_outside_code
from noticeboard.content.documents import Document
from noticeboard.problems import Level

_BLANK = re.compile(
    r"(?<![0-9A-Za-z])[12][0-9][xX×ｘＸ]{2}(?![0-9A-Za-z年])(?!\s?(?:[-/.][0-9xX×]|〕|】|\]|学年))"
    r"|(?<![0-9A-Za-z×*])(?:[xｘ]{2,4}|[XＸ]{2,4}|×{2,4}|[○〇]{2,4})(?=厂|局|部|处|科|院|校|村|队|班)"
    r"|(?:\\_){2,}"
    r"|(?<=[\u4e00-\u9fff，、。；：“”（）《》0-9A-Za-z])[□▯](?:(?=[“”（）《》0-9A-Za-z]|[ \t\u3000]*$)"
    r"|(?<=[“”（）《》0-9A-Za-z][□▯])(?=[\u4e00-\u9fff，、。；：]))",
    re.MULTILINE,
)
_FORM = re.compile(r"□\s?\S{1,6}\s+□|[是否有无男女]\s?□")


@document_check("likely-placeholder", Level.WARNING)
def likely_placeholder(document: Document, context: CheckContext) -> Iterator[Finding]:
    """可能是没有填的空

    `20XX我们`、`xx厂` 这样的字，行尾的 `□`，多半是没有填的空，或者粘贴时丢了的字。对照原件补上。

    ```markdown title="错误 plans/2026/示例.md" hl_lines="7"
    ---
    类型: 通知
    标题: 五月值班安排
    日期: 2026-05-06
    ---

    20XX我们照常值班，xx厂的同志来校。
    ```

    ```markdown title="正确 plans/2026/示例.md"
    ---
    类型: 通知
    标题: 五月值班安排
    日期: 2026-05-06
    ---

    2026年我们照常值班，机床厂的同志来校。
    ```
    """
    if document.draft:
        return
    told: set[int] = set()
    for found in matches_outside_code(document, _BLANK):
        finding = finding_at(
            document,
            found.start(),
            f"“{document.text[found.start() : found.end() + 2].strip()}”可能没有填，或者丢了字。",
            "请对照原件核对。",
        )
        line = document.text.split("\n", finding.line)[finding.line - 1] if found[0] in "□▯" else ""
        if finding.line in told or is_in_dated_field(document, found.start()) or _FORM.search(line):
            continue
        told.add(finding.line)
        yield finding
