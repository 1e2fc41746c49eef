"""The outline of a paper: its title, and which paragraphs are headings, of what level."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from noticeboard.importing.paper import Block, Blocks, PaperParagraph
from noticeboard.markup.numbered_lines import is_title, rank_of
from noticeboard.times import is_time_line

TITLE = re.compile(
    r"(?=.{4,60}$)[^。；;！!？?]*(?:计划|总结|要点|小结|方案|安排|通知|通告|公告|公示|公开|提案|报告|意见|决定|办法|制度|倡议书?|请示|函|纪要|汇报|规划|预案|(?:安排|计划|一览|统计|登记|汇总|提案|申报|推荐)表)"
    r"(?:[（(][^（）()]{1,20}[）)])?"
)
"""A line that may be a document's title."""
_OTHER_NUMBERS = re.compile(
    r"[0-9]{1,3}[、.．)）]|[（(][0-9一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]+(?:[条章节编篇]|部分)"
)
_SECTION = re.compile(
    "(?:逐月|每月|按月|各月|具体|主要|重点|活动|工作|总体|附件?|附表)[^0-9]{0,4}(?:安排|计划|工作|要点|方案|活动|意见|规划)?(?:表)?[：:]?$"
)
"""The heading of a section, which is no document's title."""
_PART = re.compile(r"第[一二三四五六七八九十百0-9]{1,4}(?:编|章|部分|节)")
_PART_RANK, _FIRST_RANK, _MONTH_RANK = 5, 15, 45
_HIGHEST, _LOWEST = 2, 6
"""Levels of headings in Markdown; the title of the page has the first."""
_LONGEST_HEADING = 50
_MOST_TITLE_LINES = 4
_SHORTEST_TITLE = 4
_NO_TITLE = re.compile(r".*(?:文件|〔.{2,6}〕.*号|\[20.{2}\].*号)$|[（(].*[）)]$")


@dataclass(frozen=True, slots=True)
class Outlined:
    """Blocks whose headings have the levels that Markdown gives them, and the title that stood above them."""

    title: str
    blocks: Blocks


def outlined(blocks: Sequence[Block]) -> Outlined:
    """`level` of each paragraph becomes that of its heading, 2–6, and 0 of all others."""
    title, rest = _title(blocks)
    ranks = [_rank(rest, index) for index in range(len(rest))]
    level = _levels(rest, ranks)
    settled = tuple(
        replace(block, level=level.get(rank, 0), is_title=False)
        if isinstance(block, PaperParagraph)
        else block
        for block, rank in zip(rest, ranks, strict=True)
    )
    return Outlined(title, settled)


def _title(blocks: Sequence[Block]) -> tuple[str, list[Block]]:
    """The title, which may stand in several lines, and the blocks without it."""
    head = [block for block in blocks[:_MOST_TITLE_LINES] if isinstance(block, PaperParagraph)]
    styled = [block for block in head if block.is_title]
    lines = styled or _centered(head) or _first_line(head, blocks)
    title = " ".join("".join(line.text.strip() for line in lines).split())
    taken = {id(line) for line in lines}
    return title, [block for block in blocks if id(block) not in taken]


def _centered(head: Sequence[PaperParagraph]) -> list[PaperParagraph]:
    """The lines in the middle at the top that are a title: the last of them says what it is."""
    lines: list[PaperParagraph] = []
    for paragraph in head:
        if not (paragraph.is_centered and len(paragraph.text) <= 60 and "。" not in paragraph.text):
            break
        lines.append(paragraph)
    centered = lines.copy()
    while lines and not TITLE.fullmatch(lines[-1].text.strip()):
        lines.pop()
    if not lines:
        return _largest(centered, head)
    first = len(lines) - 1
    while first and _is_same_title(lines[first - 1], lines[-1]):
        first -= 1
    return lines[first:]


def _largest(centered: Sequence[PaperParagraph], head: Sequence[PaperParagraph]) -> list[PaperParagraph]:
    """The one line in the middle that is larger than the text below it, whatever its words."""
    below = max((line.size for line in head if not line.is_centered), default=0.0)
    lines = [
        line
        for line in centered
        if (line.size > below > 0 or (_is_bold(line) and line.size > below))
        and not (line.number or _NO_TITLE.fullmatch(line.text.strip()) or is_time_line(line.text.strip()))
    ]
    return lines if len(lines) == 1 and len(lines[0].text.strip()) >= _SHORTEST_TITLE else []


def _is_bold(line: PaperParagraph) -> bool:
    words = [run for run in line.runs if run.text.strip() and not run.picture]
    return bool(words) and all(run.bold for run in words)


def _is_same_title(above: PaperParagraph, last: PaperParagraph) -> bool:
    """Whether the line above is the first part of a title in two lines."""
    return (
        above.size == last.size
        and not _NO_TITLE.fullmatch(above.text.strip())
        and not TITLE.fullmatch(above.text.strip())
    )


def _first_line(head: Sequence[PaperParagraph], blocks: Sequence[Block]) -> list[PaperParagraph]:
    """A title without a look of its own: the only heading of its level, or a first line that says what it is."""
    if not head or head[0] is not blocks[0]:
        return []
    first = head[0]
    text = first.text.strip()
    alike = [block for block in blocks if isinstance(block, PaperParagraph) and block.level == 1]
    is_only_one = (
        first.level == 1 and len(alike) == 1 and not (first.number or rank_of(text) or is_time_line(text))
    )
    has_deeper = any(isinstance(block, PaperParagraph) and block.level > 1 for block in blocks)
    says_so = TITLE.fullmatch(text) and not (
        first.number or _OTHER_NUMBERS.match(text) or _SECTION.match(text)
    )
    return [first] if (is_only_one and has_deeper and not _SECTION.match(text)) or says_so else []


def _rank(blocks: Sequence[Block], index: int) -> int:
    """Where a heading stands in the order of all kinds of headings, 0 for what is none."""
    block = blocks[index]
    if not isinstance(block, PaperParagraph) or not block.text.strip():
        return 0
    shown = block.shown.strip()
    if block.level:
        return block.level * 10 if len(shown) <= 2 * _LONGEST_HEADING else 0
    if _is_month(block):
        return _MONTH_RANK
    if _PART.match(shown) and len(shown) <= _LONGEST_HEADING and shown[-1] not in "。；，":
        return _PART_RANK
    rank = rank_of(shown)
    if not rank or not is_title(shown) or not _holds_something(blocks, index, rank):
        return 0
    return _FIRST_RANK + (rank - 1) * 10


def _is_month(paragraph: PaperParagraph) -> bool:
    """Whether a paragraph is a month alone, perhaps with an automatic number."""
    text = paragraph.text.strip()
    return (
        len(text) <= _LONGEST_HEADING
        and paragraph.number != "-"
        and is_time_line(text)
        and not _has_theme(text)
    )


def _has_theme(text: str) -> bool:
    """三月份：植树: whether what stands behind the colon is a theme or what is done, the reader of plans finds out."""
    _, colon, rest = text.replace(":", "：").partition("：")
    return bool(colon and rest.strip())


def _holds_something(blocks: Sequence[Block], index: int, rank: int) -> bool:
    """Whether anything stands below it, and it is no line of a list 一、…… 二、……."""

    def rank_at(place: int) -> int:
        block = blocks[place] if 0 <= place < len(blocks) else None
        return rank_of(block.shown.strip()) if isinstance(block, PaperParagraph) else 0

    if index + 1 >= len(blocks) or 0 < rank_at(index + 1) <= rank:
        return False
    return rank_at(index - 1) != rank


def _levels(blocks: Sequence[Block], ranks: Sequence[int]) -> Mapping[int, int]:
    """Rank → level of the heading. A kind of number has the rank of the styled headings that bear it."""
    kinds: dict[int, int] = {}
    for block, rank in zip(blocks, ranks, strict=True):
        if isinstance(block, PaperParagraph) and block.level and rank:
            numbered = rank_of(block.shown.strip())
            own = _FIRST_RANK + (numbered - 1) * 10 if numbered else _MONTH_RANK if _is_month(block) else 0
            kinds.setdefault(own, rank)
    used = sorted({kinds.get(rank, rank) for rank in ranks if rank})
    level = {rank: min(_HIGHEST + place, _LOWEST) for place, rank in enumerate(used)}
    return {rank: level[kinds.get(rank, rank)] for rank in ranks if rank}
