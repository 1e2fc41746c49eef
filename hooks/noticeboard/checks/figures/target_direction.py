"""A target of a cost that does not say whether it is the least or the most (SPECIFICATION section 15)."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.catalog.verdicts import direction_of
from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.content.documents import Document, Plan
from noticeboard.problems import Level


@document_check("target-direction", Level.WARNING)
def target_direction(document: Document, context: CheckContext) -> Iterator[Finding]:
    if not isinstance(document, Plan):
        return
    for amount in document.targets:
        if amount.number is not None and not direction_of(amount):
            message = f"目标“{amount.name}: {amount.text}”没有说是不超过还是不少于，到时候判不出达到没有。"
            hint = f"请写成“{amount.name}: ≤{amount.text}”或“{amount.name}: ≥{amount.text}”。"
            yield Finding(document.path, amount.line, amount.column, message, hint)
