"""Lists and headings whose numbers skip one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from noticeboard.checks.check import Finding, document_check
from noticeboard.checks.context import CheckContext
from noticeboard.content.documents import Document
from noticeboard.markup.body import items_below, outline
from noticeboard.markup.lists import MarkerStyle
from noticeboard.markup.nodes import Heading, Item, Label
from noticeboard.markup.plain import plain_text
from noticeboard.patterns import pattern_of
from noticeboard.problems import Level

_NUMERALS = "一二三四五六七八九"
_HEADING = pattern_of(r"(?P<mark>[（(]?)(?P<number>[一二三四五六七八九十]{1,3})[、）)]")


@document_check("number-skips", Level.WARNING)
def number_skips(document: Document, context: CheckContext) -> Iterator[Finding]:
    yield from _in_list(outline(document.tree.blocks), document)
    yield from _in_headings(document)


def _in_list(nodes: Iterable[Heading | Label | Item], document: Document) -> Iterator[Finding]:
    """A number that is more than one above that of the item before it, in one list or its sub-items."""
    last: dict[MarkerStyle, int] = {}
    line = 0
    for node in nodes:
        if not isinstance(node, Item):
            last.clear()
            continue
        number, style = node.marker.number, node.marker.style
        if number is not None:
            before = last.get(style)
            if (
                before is not None
                and number > before + 1
                and not node.marker.doubtful
                and not _stands_between(document, line, node.line, before + 1)
            ):
                yield _skipped(document, node.line, node.column, str(before), str(number))
            last[style], line = number, node.line
        yield from _in_list(items_below(node), document)


def _stands_between(document: Document, first: int, last: int, number: int) -> bool:
    """Whether the number that seems to be missing was typed, in a form or at a place where it begins no item."""
    lines = document.body.split("\n")[max(first - document.body_line, 0) : last - document.body_line]
    sign = chr(0x245F + number) if number <= 20 else ""
    found = re.compile(rf"(?<![0-9.]){number}[ \t]*(?:[、.．。,，:：)）]|[\u4e00-\u9fff])")
    return any(found.search(line) or (sign and sign in line) for line in lines)


def _in_headings(document: Document) -> Iterator[Finding]:
    """The same for 一、 and （一） of headings and of lines that stand like one."""
    last: dict[str, str] = {}
    for node in outline(document.tree.blocks):
        if isinstance(node, Item):
            continue
        found = _HEADING.match(plain_text(node.parts).lstrip())
        if found is None:
            continue
        kind = "（" if found["mark"] else ""
        before, number = last.get(kind), found["number"]
        if before is not None and _value(number) > _value(before) + 1:
            yield _skipped(document, node.line, node.column, before, number)
        last[kind] = number
        if not kind:
            last.pop("（", None)


def _skipped(document: Document, line: int, column: int, before: str, number: str) -> Finding:
    message = f"序号从“{before}”跳到了“{number}”。"
    return Finding(document.path, line, column, message, "请核对是漏了一条，还是编错了号。")


def _value(numeral: str) -> int:
    """十二 → 12."""
    tens, sign, ones = numeral.rpartition("十")
    ten = (_NUMERALS.find(tens) + 1 or 1) * 10 if sign else 0
    return ten + (_NUMERALS.find(ones) + 1 if ones else 0)
