"""Paragraphs that were cut: by a line break that somebody typed, by the end of a page, by a program that wraps lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from noticeboard.importing.paper import Block, PaperParagraph, Run
from noticeboard.markup.lists import read_marker
from noticeboard.markup.numbered_lines import is_numbered
from noticeboard.markup.signatures import says_who_or_when
from noticeboard.markup.wrapping import ends_sentence
from noticeboard.times import is_month_like, is_time_line

_FULL, _HALF = 30, 20
"""Characters of the shortest line that can have been full; and of one that a sentence's end follows."""
_GOES_ON = re.compile(r"[，、,；;）)”》」』】]|[的地得了和与及或等]")
"""What no paragraph begins with."""
_BEGINS = re.compile(r"[第附注][一二三四五六七八九十0-9件：:]|[★☆※▲●◆■]|[\"“《（(【]?(?:目标|措施|指导思想)")
_NOTE_NUMBER = re.compile(r"[(（\[][0-9]{1,2}[)）\]]$")
"""What a note's number leaves behind a sentence."""
_MAY_BE_LINE_END = ("，", "、", ",")


def split_at_breaks(paragraph: PaperParagraph) -> tuple[list[PaperParagraph], int]:
    """The paragraphs that a paragraph with line breaks stands for; and how many breaks only wrapped a sentence.

    A break behind a full line that ends no sentence is joined, every other one begins a paragraph.
    """
    pieces: list[list[Run]] = [[]]
    joined = 0
    for run in paragraph.runs:
        first, *others = run.text.split("\n")
        pieces[-1].append(replace(run, text=first))
        for text in others:
            following = text or _text_behind(paragraph, run)
            if _wraps("".join(part.text for part in pieces[-1]), following):
                joined += 1
            else:
                pieces.append([])
            pieces[-1].append(replace(run, text=text))
    made = [tuple(run for run in runs if run.text or run.note or run.picture) for runs in pieces]
    kept = [runs for runs in made if any(run.text.strip() or run.note or run.picture for run in runs)]
    first_one, *rest = [replace(paragraph, runs=runs) for runs in kept]
    # The number stands before the first line only.
    return [first_one, *(replace(other, number="") for other in rest)], joined


def _text_behind(paragraph: PaperParagraph, run: Run) -> str:
    runs = paragraph.runs
    return next((other.text for other in runs[runs.index(run) + 1 :] if other.text.strip()), "")


def _wraps(before: str, after: str) -> bool:
    """Whether a break only wraps: the line before is full and ends no sentence, and what follows begins nothing."""
    text = before.strip()
    if not text or not after.strip():
        return False
    is_full = len(text) >= _FULL or (len(text) >= _HALF and ends_sentence(after))
    return (
        (is_full or text.endswith(_MAY_BE_LINE_END))
        and not ends_sentence(text)
        and not begins_anew(after.strip())
    )


def begins_anew(text: str) -> bool:
    """Whether a line surely begins a paragraph, an item, a month or a signature."""
    return bool(_has_sign(text) or _BEGINS.match(text) or says_who_or_when(text))


def _has_sign(text: str) -> bool:
    """Whether a line begins with the sign of an item or a heading, or with a month."""
    return bool(
        read_marker(text) is not None
        or is_numbered(text)
        or is_time_line(text, with_blank=True)
        or is_month_like(text)
    )


def is_cut(before: str, after: str) -> bool:
    """Whether two paragraphs are one sentence that the end of a page, or of a line, has cut.

    The first must break off in a sentence, behind one that ended or in a full line; the second must begin nothing of its
    own. A heading's number says that the first is whole. Quotation marks count for nothing: one is often lost.
    """
    before, after = _NOTE_NUMBER.sub("", before.strip()), after.strip()
    is_open = before.endswith(_MAY_BE_LINE_END)
    if not before or ends_sentence(before) or (_has_sign(after) if is_open else begins_anew(after)):
        return False
    if "。" in before:
        return len(before) >= _HALF
    if len(before) < _HALF or is_numbered(before):
        return False
    if read_marker(before) is not None:
        return len(before) >= _FULL and (ends_sentence(after) or _GOES_ON.match(after) is not None)
    is_prose = "，" in before and re.search("[，。；]", after) is not None
    return is_prose or _GOES_ON.match(after) is not None or (len(before) >= _FULL and is_open)


def mended(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], int]:
    """`blocks` with what was cut joined, and how many joints there are."""
    found: list[Block] = []
    count = 0
    for block in _without_breaks(blocks):
        if isinstance(block, int):
            count += block
            continue
        last = found[-1] if found else None
        if isinstance(last, PaperParagraph) and isinstance(block, PaperParagraph) and _is_one(last, block):
            found[-1] = replace(last, runs=last.runs + block.runs)
            count += 1
        else:
            found.append(block)
    return tuple(found), count


def _without_breaks(blocks: Sequence[Block]) -> Iterator[Block | int]:
    for block in blocks:
        if not isinstance(block, PaperParagraph) or "\n" not in block.text:
            yield block
            continue
        paragraphs, joined = split_at_breaks(block)
        yield joined
        yield from paragraphs


def _is_one(first: PaperParagraph, second: PaperParagraph) -> bool:
    is_plain = not (second.number or second.level or second.is_title or second.is_centered)
    is_text = not (first.level or first.is_title or first.is_centered)
    return is_plain and is_text and is_cut(first.text, second.text)
