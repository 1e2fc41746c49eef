"""办事 whose 复核 has come: what it says may no longer hold."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.board import place_of_field
from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.content.documents import Document, Service
from noticeboard.problems import Level
from noticeboard.views.helpers.day_words import chinese_date


@document_check("service-review", Level.NOTICE)
def service_review(document: Document, context: CheckContext) -> Iterator[Finding]:
    if isinstance(document, Service) and document.review_on and document.review_on < context.today:
        message = f"“复核”写的是{chinese_date(document.review_on)}，已经过了，里面的待遇和办法可能变了。"
        hint = "请核对一遍，把“复核”改成下一次核对的日子。"
        yield Finding(document.path, *place_of_field(document, "review_on"), message, hint)
