"""A notice or disclosure that shows already and is dated ahead: until its day it is not among what was published last."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.board import place_of_field
from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.content.documents import Disclosure, Document, Notice
from noticeboard.problems import Level


@document_check("dated-ahead", Level.NOTICE)
def dated_ahead(document: Document, context: CheckContext) -> Iterator[Finding]:
    """Who wrote 发布 has said that it may show before its day, or does not show yet."""
    if not isinstance(document, Notice | Disclosure):
        return
    # A date that could not be read is None, whatever its type says.
    if document.publish_on is None and document.date and document.date > context.today:
        message = f"日期 {document.date} 还没有到，文件已经看得到，到那天才列在“最近登出”里。"
        hint = "请核对年份和月份；想到那天才登出来的，在开头写“发布: 那一天”。"
        yield Finding(document.path, *place_of_field(document, "date"), message, hint)
