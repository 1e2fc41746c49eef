"""An item of a register whose days, reminder or year cannot be read, or contradict each other."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.content.documents import Document, Register
from noticeboard.problems import Level

_HINT = "请写成 2026-12-31 这样的日子；没有期限的写“长期”，提前多久提醒写“30天前”或“2个月前”。"


@document_check("item-not-read", Level.WARNING)
def item_not_read(document: Document, context: CheckContext) -> Iterator[Finding]:
    if isinstance(document, Register):
        for item in document.items:
            for fault in item.faults:
                yield Finding(document.path, item.line, item.column, f"“{item.name}”：{fault}。", _HINT)
