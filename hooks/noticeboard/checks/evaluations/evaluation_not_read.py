"""A line of 民主评议 that could not be read."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.content.documents import Document
from noticeboard.problems import Level


@document_check("evaluation-not-read", Level.WARNING)
def evaluation_not_read(document: Document, context: CheckContext) -> Iterator[Finding]:
    for it in document.evaluations:
        if it.fault:
            message = f"这一条评议没有读懂：{it.fault}。"
            hint = "请写成“- 工会工作：满意 38，基本满意 4，不满意 0，弃权 0”这样。"
            yield Finding(document.path, it.line, it.column, message, hint)
