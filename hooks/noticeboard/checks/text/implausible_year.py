"""Years that slipped: 1017, 20226."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.checks.text.places import finding_at, is_in_dated_field, matches_outside_code
from noticeboard.content.documents import Document
from noticeboard.patterns import pattern_of
from noticeboard.problems import Level

_YEAR = pattern_of(
    r"[0-9０-９][0-9０-９]{3,4}\s?年(?!以?[前来]|历史|文明|代|[多余]年|[的之]?(?:历史|文明|古))"
)
_COUNTED = pattern_of(r"(?:近|约|上|达|过|有|共|长达|超过|公元前?|前)\s?$")
_GOES_ON = tuple("0123456789０１２３４５６７８９.,")
_EARLIEST = 1840
_AHEAD = 50


@document_check("implausible-year", Level.WARNING)
def implausible_year(document: Document, context: CheckContext) -> Iterator[Finding]:
    latest = context.today.year + _AHEAD
    for found in matches_outside_code(document, _YEAR):
        year = int(found[0].rstrip("年").strip())
        if _EARLIEST <= year <= latest or is_in_dated_field(document, found.start()):
            continue
        if document.text[found.start() - 1 : found.start()] in _GOES_ON:
            continue
        if not _COUNTED.search(document.text, max(0, found.start() - 3), found.start()):
            message = f"“{found[0]}”不像真的年份。"
            yield finding_at(document, found.start(), message, "请核对，是不是打错了一个数字。")
