"""Plans in a quote, ``> 3月 植树``, which are read, and in code and raw HTML, which are told (SPECIFICATION section 4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from noticeboard import times
from noticeboard.content.activities import poor_forms
from noticeboard.content.activities.activity import Activity
from noticeboard.content.activities.plain_lines import rows_of
from noticeboard.markup.body import texts_at_top, walk
from noticeboard.markup.html_text import texts_of_html
from noticeboard.markup.nodes import (
    Block,
    Blocks,
    Code,
    Heading,
    Html,
    HtmlElement,
    Item,
    Label,
    Paragraph,
    Quote,
)
from noticeboard.markup.plain import plain_text
from noticeboard.problems import Problem

_FEWEST = 2


def is_quoted_plan(quote: Quote) -> bool:
    """Whether a quote says months or days line by line; a sentence about one is only a sentence."""
    texts = list(_texts(quote.blocks))
    dated = list(filter(_is_dated, texts))
    return any(times.is_time_line(text, with_blank=True) for text in dated) or len(dated) >= _FEWEST


def quote_problems(blocks: Blocks, activities: Iterable[Activity], path: str) -> Iterator[Problem]:
    """What is told of each quote of which activities were read."""
    lines = [activity.line for activity in activities]
    for block in walk(blocks):
        if isinstance(block, Quote) and is_quoted_plan(block):
            last = _last_line(block)
            count = sum(block.line <= line <= last for line in lines)
            yield poor_forms.activities_in_quote(count).at(path, block.line, block.column)


def hidden_problems(blocks: Blocks, activities: Iterable[Activity], path: str) -> Iterator[Problem]:
    """What is told of each block that says months or days and gave no activity: <li>3月 植树</li>, ``` 3月 植树 ```."""
    lines = [activity.line for activity in activities]
    for block in walk(blocks):
        texts, last = _hidden(block)
        if any(block.line <= line <= last for line in lines):
            continue
        dated = list(filter(_is_dated, texts))
        is_table = isinstance(block, Html) and "<table" in block.html.lower()
        if len(dated) >= (_FEWEST if is_table else 1):
            yield poor_forms.line_not_read(dated[0]).at(path, block.line, block.column)


def _hidden(block: Block | Item) -> tuple[Iterable[str], int]:
    """The lines of a block that nothing reads, and the number of its last line."""
    if isinstance(block, Html):
        return texts_of_html(block.html), block.line + block.html.count("\n")
    if isinstance(block, Code):
        return map(str.strip, block.text.splitlines()), block.line + block.text.count("\n")
    if isinstance(block, HtmlElement):
        inner = max((child.line for child in walk(block.blocks)), default=block.line)
        return texts_of_html(block.html), max(block.line, inner)
    return (), block.line


def _is_dated(text: str) -> bool:
    return times.is_month_like(text) or times.is_like_time(text)


def _last_line(quote: Quote) -> int:
    return max(
        block.parts[-1].line if isinstance(block, Paragraph) and block.parts else block.line
        for block in walk((quote,))
    )


def _texts(blocks: Blocks) -> Iterator[str]:
    for node in texts_at_top(blocks):
        if isinstance(node, Paragraph):
            yield from (plain_text(row).strip() for row in rows_of(node.parts))
        elif isinstance(node, Heading | Label | Item):
            yield plain_text(node.parts).strip()
