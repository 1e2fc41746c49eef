"""Fewer people who second a proposal than the settings ask."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from noticeboard.checks.board import place_of_field
from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.content.documents import Document, Proposal
from noticeboard.content.quantities.whole_numbers import NUMBER, whole_number
from noticeboard.patterns import pattern_of
from noticeboard.problems import Level

_SEVERAL = pattern_of(rf"(?P<count>{NUMBER})\s*(?:名|位|人|个)")


@document_check("too-few-seconders", Level.WARNING)
def too_few_seconders(document: Document, context: CheckContext) -> Iterator[Finding]:
    least = context.settings.proposals.seconders
    if not isinstance(document, Proposal) or least is None:
        return
    count = sum(map(_people, document.seconders))
    if count < least:
        message = f"附议的有 {count} 人，按本单位的规定至少要 {least} 人。"
        hint = "请在“附议人”里补齐，用“、”隔开；一个代表团一起附议的，写上人数，如“低段组3人”。"
        yield Finding(document.path, *place_of_field(document, "seconders"), message, hint)


def _people(name: str) -> int:
    """How many a name stands for: 低段组3人 is three."""
    found = _SEVERAL.search(unicodedata.normalize("NFKC", name))
    return (whole_number(found["count"]) if found else None) or 1
