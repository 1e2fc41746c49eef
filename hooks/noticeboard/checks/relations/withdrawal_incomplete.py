"""撤回 without a reason, or with a day that cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from noticeboard.checks.board import place_of_field
from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.content.documents import Document
from noticeboard.patterns import pattern_of
from noticeboard.problems import Level

_NO_REASON = pattern_of(r"(?:是|否|对|无|不|撤回|已撤回|yes|no|true|false|y|n|[\W_\d])*", re.IGNORECASE)
_HINT = "请写明原因，例如“撤回: 名额算错了，另行公示”；不撤回的，请删去这一行。"


@document_check("withdrawal-incomplete", Level.ERROR)
def withdrawal_incomplete(document: Document, context: CheckContext) -> Iterator[Finding]:
    if "withdrawn" in document.positions:
        if _NO_REASON.fullmatch(document.withdrawn or ""):
            place = place_of_field(document, "withdrawn")
            yield Finding(document.path, *place, "“撤回”没有写原因。", _HINT)
    elif "withdrawn_on" in document.positions and document.withdrawn_on:
        place = place_of_field(document, "withdrawn_on")
        yield Finding(document.path, *place, "写了“撤回日期”，没有写“撤回”。", _HINT)
    if wrong := _wrong_day(document, context):
        yield Finding(
            document.path, *place_of_field(document, "withdrawn_on"), wrong, "请检查日期的先后和年份。"
        )


def _wrong_day(document: Document, context: CheckContext) -> str:
    day = document.withdrawn_on
    if day is None:
        return ""
    if day > context.today:
        return "“撤回日期”还没有到：写了“撤回”，内容现在就不再登。"
    # A date that could not be read is None, whatever its type says.
    return "“撤回日期”早于文件的日期。" if document.date and day < document.date else ""
