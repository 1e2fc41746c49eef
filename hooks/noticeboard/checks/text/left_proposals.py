"""The section in which an import lists what sentences may say, in a document that is no draft any more."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.content.documents import Document
from noticeboard.markup.body import headings_in
from noticeboard.markup.plain import plain_text
from noticeboard.problems import Level

_HEADING, _LEAD = "待确认", "下面是程序从句子里找到的"
"""As `importing.proposals` writes them."""


@document_check("left-proposals", Level.ERROR)
def left_proposals(document: Document, context: CheckContext) -> Iterator[Finding]:
    if document.draft or _LEAD not in document.body:
        return
    for heading in headings_in(document.tree):
        if plain_text(heading.parts).strip() == _HEADING:
            yield Finding(
                document.path,
                heading.line,
                heading.column,
                "导入时列出的“待确认”还在，登出去读者会看到。",
                "请把对的写到月份下面或者开头，再把这一节整个删去；还没有看完的，在开头写上“草稿: 是”。",
            )
