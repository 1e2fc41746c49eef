"""A budget's table with a sum that is no number, or two that do not compare."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.content.documents import Disclosure, Document
from noticeboard.problems import Level

_HINT = "请写成 12000 或 1.2万元；没有的写“—”。"


@document_check("fund-not-read", Level.WARNING)
def fund_not_read(document: Document, context: CheckContext) -> Iterator[Finding]:
    if isinstance(document, Disclosure):
        for item in document.funds:
            for fault in item.faults:
                yield Finding(document.path, item.line, item.column, f"“{item.name}”：{fault}。", _HINT)
