"""Links in full-width brackets, or with slashes that no address has."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.checks.text.places import finding_at, matches_outside_code
from noticeboard.content.documents import Document
from noticeboard.markup.link_forms import LINK, read_poor_link
from noticeboard.problems import Edit, Level


@document_check("link-form", Level.WARNING)
def link_form(document: Document, context: CheckContext) -> Iterator[Finding]:
    """链接的括号、斜线写得不对

    链接写成 `[名称](文件)`，四个括号都是半角的；图片前面是半角的 `!`；文件夹之间是 `/`。写成 `【名称】（文件）`、`！[名称](图片)`、`附件\\表.xlsx` 的照样读得出来，`board fix` 会改好。

    ```markdown title="错误 plans/2026/示例.md" hl_lines="7"
    ---
    类型: 通知
    标题: 五月值班安排
    日期: 2026-05-06
    ---

    通知见【工会的网站】（https://gonghui.example.invalid/tongzhi）。
    ```

    ```markdown title="正确 plans/2026/示例.md"
    ---
    类型: 通知
    标题: 五月值班安排
    日期: 2026-05-06
    ---

    通知见[工会的网站](https://gonghui.example.invalid/tongzhi)。
    ```
    """
    for found in matches_outside_code(document, LINK):
        start = found.start()
        poor = read_poor_link(document.text, start)
        if poor is None and found["bang"]:
            start += 1
            poor = read_poor_link(document.text, start)
        if poor is None or start < len(document.head):
            continue
        written = document.text[poor.start : poor.end]
        finding = finding_at(
            document, start, f"“{written}”的括号或者斜线不是半角的，已按链接读取。", f"请写成“{poor.good}”。"
        )
        edit = Edit(finding.column, finding.column + len(written), poor.good)
        yield Finding(finding.path, finding.line, finding.column, finding.message, finding.hint, edit)
