"""Votes so few that they tell who voted how."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.content.documents import Document
from noticeboard.content.sections.evaluations import FEWEST
from noticeboard.problems import Level


@document_check("evaluation-few", Level.WARNING)
def evaluation_few(document: Document, context: CheckContext) -> Iterator[Finding]:
    for it in document.evaluations:
        if not it.fault and it.is_small:
            message = f"“{it.subject}”只有 {it.base} 票，登出来能猜出谁投了什么。"
            hint = f"少于 {FEWEST} 票的，请和上级工会、别的小组合在一起登，或者不登票数。"
            yield Finding(document.path, it.line, it.column, message, hint)
