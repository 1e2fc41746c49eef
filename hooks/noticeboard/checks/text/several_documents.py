"""Two or more documents in one file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.content.documents import Document
from noticeboard.markup.body import walk
from noticeboard.markup.nodes import Heading, Label, Paragraph, Signature, Written
from noticeboard.markup.plain import plain_text
from noticeboard.patterns import pattern_of
from noticeboard.problems import Level

_TITLE = pattern_of(
    r"(?:(?:关于.{2,40}的)?.{0,40}(?:工会|委员会|学校|公司).{0,20}(?:工作计划|工作总结|工作要点|实施方案|活动方案)|关于.{2,40}的(?:通知|公告|公示|通报|报告|请示|函))"
    r"(?:[（(].{1,8}[）)])?"
)
_HEADER = pattern_of(r"(?:类型|type)\s*[：:]\s*(?:计划|总结|公开|提案|通知)\s*$")
_HINT = "请把它分成单独的文件，每份文件有自己的开头。"


@document_check("several-documents", Level.WARNING)
def several_documents(document: Document, context: CheckContext) -> Iterator[Finding]:
    blocks = [block for block in walk(document.tree.blocks) if isinstance(block, Heading | Label | Paragraph)]
    for number, block in enumerate(blocks):
        text = plain_text(block.parts).strip()
        if _HEADER.match(text) and _is_followed_by_keys(blocks[number + 1 :]):
            yield Finding(document.path, block.line, block.column, "这里开始了另一份文件。", _HINT)
        elif (
            number and not isinstance(block, Signature) and _TITLE.fullmatch(text) and _ends(blocks[:number])
        ):
            yield Finding(document.path, block.line, block.column, f"“{text}”像是另一份文件的标题。", _HINT)


def _is_followed_by_keys(blocks: Sequence[Written]) -> bool:
    return any(re.match(r"(?:标题|title)\s*[：:]", plain_text(block.parts)) for block in blocks[:3])


_DAY = pattern_of(r"(?:[12][0-9xX]{3}|[一二][〇○零一二三四五六七八九]{3})\s*年.{1,4}月.{1,4}日")


def _ends(blocks: Sequence[Written]) -> bool:
    """Whether the lines before end a document: the last of them is a day alone."""
    return _DAY.fullmatch(plain_text(blocks[-1].parts).strip()) is not None
