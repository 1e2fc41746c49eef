"""One figure given twice in one list (SPECIFICATION section 15)."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.catalog.same_activities import words_of
from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.content.documents import Document
from noticeboard.problems import Level


@document_check("figure-twice", Level.WARNING)
def figure_twice(document: Document, context: CheckContext) -> Iterator[Finding]:
    first: dict[tuple[str, object], int] = {}
    for amount in document.figures:
        key = words_of(amount.name), amount.measure
        if key in first:
            message = f"“{amount.name}”和第 {first[key]} 行是同一项，单位也一样，看不出哪一个数算数。"
            hint = "请只留一行；说的不是一回事的，把名称写得不一样。"
            yield Finding(document.path, amount.line, amount.column, message, hint)
        first.setdefault(key, amount.line)
