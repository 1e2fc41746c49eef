"""A result that holds no single number (SPECIFICATION section 15)."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.content.documents import Disclosure, Document, Summary
from noticeboard.problems import Level

_LONGEST = 40
"""Characters of a value that a message repeats."""


@document_check("result-without-number", Level.WARNING)
def result_without_number(document: Document, context: CheckContext) -> Iterator[Finding]:
    if not isinstance(document, Summary | Disclosure):
        return
    for amount in document.results:
        if amount.number is None:
            message = (
                f"数据“{amount.name}”写的“{_shown(amount.text)}”里看不出是哪一个数，没法和目标、往年对照。"
            )
            hint = "请一行写一个数，后面写单位，如“慰问: 278人次”；有两个数的分成两行，没有数的写进正文。"
            yield Finding(document.path, amount.line, amount.column, message, hint)


def _shown(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
