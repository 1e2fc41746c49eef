"""到期 before 签订, or a reminder of what has no end."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.board import place_of_field
from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.content.documents import Disclosure, Document, Register
from noticeboard.problems import Level


@document_check("term-order", Level.WARNING)
def term_order(document: Document, context: CheckContext) -> Iterator[Finding]:
    if not isinstance(document, Register | Disclosure):
        return
    if document.signed and document.expires and document.expires < document.signed:
        place = place_of_field(document, "expires")
        yield Finding(document.path, *place, "“到期”早于“签订”。", "请检查这两个日期的先后和年份。")
    if document.remind and not _has_end(document):
        place = place_of_field(document, "remind")
        yield Finding(document.path, *place, "写了“提醒”，没有写“到期”。", "请加一行“到期: 2026-12-31”。")


def _has_end(document: Register | Disclosure) -> bool:
    is_in_table = isinstance(document, Register) and any(item.expires for item in document.items)
    return bool(document.expires) or is_in_table
