"""Counts that cannot all be true: parts that are more than the whole."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.content.documents import Document, Meeting
from noticeboard.content.field_types import Count
from noticeboard.problems import Level

_PARTS = (
    ("received", ("accepted", "suggestion", "declined", "pending", "merged"), 4),
    ("received", ("adopted", "partly", "refused"), 0),
    ("answered", ("satisfied", "mostly", "dissatisfied"), 0),
    ("received", ("answered",), 0),
)
"""What is counted, what it falls into, and how many of these must be there to make the whole; 0 for those that need not."""


@document_check("counts-sum", Level.WARNING)
def counts_sum(document: Document, context: CheckContext) -> Iterator[Finding]:
    if not isinstance(document, Meeting):
        return
    counts = {count.name: count for count in document.counts}
    for whole, names, all_of_them in _PARTS:
        parts = [counts[name] for name in names if name in counts]
        if whole in counts and parts and (message := _wrong(counts[whole], parts, all_of_them)):
            place = counts[whole].line, counts[whole].column
            yield Finding(document.path, *place, message, "请核对这几个数。")


def _wrong(whole: Count, parts: list[Count], all_of_them: int) -> str:
    total = sum(part.number for part in parts)
    is_all = bool(all_of_them) and len(parts) >= all_of_them
    if total <= whole.number and not (is_all and total < whole.number):
        return ""
    terms = " + ".join(f"{part.text} {part.number}" for part in parts)
    return f"{terms} 是 {total}，和{whole.text} {whole.number} 对不上。"
