"""Several documents in one file: where each begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from noticeboard.importing.outline import TITLE
from noticeboard.importing.paper import Block, PaperParagraph
from noticeboard.markup.lists import read_marker
from noticeboard.markup.numbered_lines import rank_of
from noticeboard.markup.signatures import says_who_or_when
from noticeboard.times import is_month_like

_ORDINAL = r"(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})"
_PIECE = re.compile(
    rf"(?:第{_ORDINAL}篇|篇{_ORDINAL}|范文{_ORDINAL})[：:、\s]*(?P<title>[^。；]{{0,60}})|(?P<whole>[^。；]{{2,60}}?)[\s（(]*(?:第{_ORDINAL}篇|篇{_ORDINAL}|范文{_ORDINAL})[）)]?"
)
"""第一篇：工作计划, 工作计划 篇一."""
_LISTED = re.compile(r"[0-9]{1,3}[、.．)）]|[（(《“【]|[一二三四五六七八九十]{1,3}、")
_ITS_OWN = re.compile(
    r"(?:工会|委员会|学校|公司|小学|中学|幼儿园|学年|学期|20[0-9xX]{2}年|年度).*(?:计划|总结|要点|小结|方案|通知|公告|公示|报告)|关于.{2,40}的(?:通知|公告|公示|报告|函|意见|决定)"
)
_PART = re.compile("第[一二三四五六七八九十]{1,3}(?:部分|章|编|节)")
_FIRST = re.compile(r"一、")
_SHORTEST = 2
"""Blocks that a document has at least."""


def split(blocks: Sequence[Block]) -> list[list[Block]]:
    """The blocks of each document; one list for a file of one document."""
    titled = [index for index in range(_SHORTEST, len(blocks)) if _begins(blocks, index)]
    starts = [0, *(titled or _restarts(blocks))]
    starts = [
        start for place, start in enumerate(starts) if place == 0 or start - starts[place - 1] >= _SHORTEST
    ]
    found = [list(blocks[start:end]) for start, end in zip(starts, [*starts[1:], len(blocks)], strict=True)]
    return [document for document in found if document]


def _restarts(blocks: Sequence[Block]) -> list[int]:
    """Where 一、 comes again behind 二、, with the paragraphs right before it; none in a text with headings or parts above it."""
    texts = [block.shown.strip() if isinstance(block, PaperParagraph) else "" for block in blocks]
    if any(isinstance(block, PaperParagraph) and block.level for block in blocks) or any(
        map(_PART.match, texts)
    ):
        return []
    found: list[int] = []
    has_second = False
    for index, text in enumerate(texts):
        if text.startswith("一、") and has_second and rank_of(text):
            found.append(_introduced(texts, index))
            has_second = False
        has_second = has_second or (text.startswith("二、") and rank_of(text) > 0)
    return found


def _introduced(texts: Sequence[str], index: int) -> int:
    """Where the paragraphs begin that introduce the numbered line at `index`."""
    while index > 1 and _is_plain(texts[index - 1]):
        index -= 1
    return index


def _is_plain(text: str) -> bool:
    is_marked = read_marker(text) is not None or rank_of(text) or is_month_like(text)
    return bool(text) and not is_marked and not says_who_or_when(text)


def _begins(blocks: Sequence[Block], index: int) -> bool:
    block = blocks[index]
    if not isinstance(block, PaperParagraph):
        return False
    text = block.text.strip()
    if title_of_piece(text) is not None:
        return True
    if block.number or block.level > 1 or _LISTED.match(text) or says_who_or_when(text):
        return False
    is_title = len(text) <= 45 and TITLE.fullmatch(text) is not None and _ITS_OWN.search(text) is not None
    return is_title and (block.is_title or _is_end(blocks[index - 1]) or _begins_anew(blocks, index))


def _is_end(block: Block) -> bool:
    """Whether a document may end there: with the day of its signature."""
    return isinstance(block, PaperParagraph) and says_who_or_when(block.text.strip()) in ("date", "both")


def _begins_anew(blocks: Sequence[Block], index: int) -> bool:
    """Whether 一、 comes again behind it, after it has come before."""

    def has_first(part: Sequence[Block]) -> bool:
        return any(
            isinstance(b, PaperParagraph) and rank_of(b.shown.strip()) and _FIRST.match(b.shown.strip())
            for b in part
        )

    return has_first(blocks[:index]) and has_first(blocks[index + 1 :])


def title_of_piece(text: str) -> str | None:
    """The title of a line that begins a piece of a collection, 第一篇：工作计划; None for another line."""
    found = _PIECE.fullmatch(text.strip())
    return (found["title"] or text if found["whole"] is None else text).strip() if found else None
