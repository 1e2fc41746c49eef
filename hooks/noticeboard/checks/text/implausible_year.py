"""Years that slipped: 1017, 20226."""

from __future__ import annotations

import re
from collections.abc import Iterator

from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.checks.text.places import finding_at, is_in_dated_field, matches_outside_code
from noticeboard.content.documents import Document
from noticeboard.problems import Level

_YEAR = re.compile(
    r"[0-9０-９][0-9０-９]{3,4}\s?年(?!以?[前来]|历史|文明|代|[多余]年|[的之]?(?:历史|文明|古))"
)
_COUNTED = re.compile(r"(?:近|约|上|达|过|有|共|长达|超过|公元前?|前)\s?$")
_GOES_ON = tuple("0123456789０１２３４５６７８９.,")
_EARLIEST = 1840
_AHEAD = 50


@document_check("implausible-year", Level.WARNING)
def implausible_year(document: Document, context: CheckContext) -> Iterator[Finding]:
    """年份不像话

    `1017年`、`20226年` 多半是打错的 `2017年`、`2026年`。正文和标题里的年份，在 1840 年和今后五十年之间的才不提醒。

    ```markdown title="错误 plans/2026/示例.md" hl_lines="7"
    ---
    类型: 通知
    标题: 五月值班安排
    日期: 2026-05-06
    ---

    1017年起，办公室值班到下午四点半。
    ```

    ```markdown title="正确 plans/2026/示例.md"
    ---
    类型: 通知
    标题: 五月值班安排
    日期: 2026-05-06
    ---

    2017年起，办公室值班到下午四点半。
    ```
    """
    latest = context.today.year + _AHEAD
    for found in matches_outside_code(document, _YEAR):
        year = int(found[0].rstrip("年").strip())
        if _EARLIEST <= year <= latest or is_in_dated_field(document, found.start()):
            continue
        if document.text[found.start() - 1 : found.start()] in _GOES_ON:
            continue
        if not _COUNTED.search(document.text, max(0, found.start() - 3), found.start()):
            message = f"“{found[0]}”不像真的年份。"
            yield finding_at(document, found.start(), message, "请核对，是不是打错了一个数字。")
