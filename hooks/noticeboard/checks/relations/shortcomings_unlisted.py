"""A section 存在问题 that does not say its problems item by item (SPECIFICATION section 15)."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.content.documents import Document, Summary
from noticeboard.content.sections.shortcomings import sections_without_items
from noticeboard.problems import Level


@document_check("shortcomings-unlisted", Level.NOTICE)
def shortcomings_unlisted(document: Document, context: CheckContext) -> Iterator[Finding]:
    if isinstance(document, Summary):
        for section in sections_without_items(document.tree):
            message = f"“{section.name}”没有一条一条地写，看不出哪一条写进了以后的计划。"
            hint = "一条写一件，例如“1. 账目公开断断续续（措施：每月10日提醒一次）”。"
            yield Finding(document.path, section.line, section.column, message, hint)
