"""What a disclosure with a notice period must tell, so that one can object to it: matter, basis, ways to answer."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.board import place_of_field
from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.content.documents import Disclosure, Document
from noticeboard.content.settings.board_settings import Settings
from noticeboard.problems import Level


@document_check("notice-incomplete", Level.WARNING)
def notice_incomplete(document: Document, context: CheckContext) -> Iterator[Finding]:
    if isinstance(document, Disclosure) and document.notice_period is not None and not document.withdrawn:
        missing = tuple(_missing(document, context.settings))
        if missing:
            message = f"公示还缺少：{'、'.join(what for what, _ in missing)}。"
            hint = f"{'；'.join(remedy for _, remedy in missing)}。"
            yield Finding(document.path, *place_of_field(document, "notice_period"), message, hint)


def _missing(document: Disclosure, settings: Settings) -> Iterator[tuple[str, str]]:
    """What is missing, and what to type."""
    if not document.body.strip():
        yield "正文", "请在正文里写明公示什么"
    if not document.basis:
        yield "依据", "请在开头加一行“依据: 根据什么公示”"
    if not (document.feedback or settings.disclosure.feedback or settings.disclosure.opinion_box):
        yield "反馈", "请在开头加一行“反馈: 有意见向谁提、怎样提”"
    if not document.contact:
        yield "联系", "请在开头加一行“联系: 办公室电话”"
