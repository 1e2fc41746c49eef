"""The lines of a named section: items of lists, 一、 lines, rows of tables, and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from noticeboard.content.sections.named_sections import sections_named
from noticeboard.content.sections.table_rows import texts_by_rows
from noticeboard.markup.body import Body, tables_among
from noticeboard.markup.flat_text import FlatText
from noticeboard.markup.links import BodyLink, links_among, links_in
from noticeboard.markup.lists import read_box
from noticeboard.markup.nodes import Blocks, Heading, Html, Item, Label, List, Paragraph, Table
from noticeboard.markup.plain import plain_text, shown_texts
from noticeboard.patterns import pattern_of

_NUMBER = pattern_of(r"[一二三四五六七八九十]+[、.．]\s*|[（(][一二三四五六七八九十]+[）)]\s*")


@dataclass(frozen=True, slots=True)
class SectionLine:
    """One line of a section, in plain text."""

    text: str
    line: int
    column: int
    ticked: bool | None = None
    struck: bool = False
    links: tuple[BodyLink, ...] = ()
    cells: Mapping[str, str] | None = None
    """Of a table's row: head of the column → cell."""
    is_paragraph: bool = False
    """Whether it may be a remark, for it is neither an item nor a row."""
    below: str = ""
    """What stands below an item and belongs to it."""


def lines_of(body: Body, name: re.Pattern[str]) -> Iterator[SectionLine]:
    """The lines of all sections whose title `name` matches."""
    for section in sections_named(body, name):
        yield from lines_in(section.blocks)


def lines_in(blocks: Blocks) -> Iterator[SectionLine]:
    """The lines of a section."""
    for block in blocks:
        if isinstance(block, List):
            yield from map(_item, block.items)
        elif isinstance(block, Table | Html):
            for table in tables_among((block,), filled=True):
                yield from _rows(table)
        elif isinstance(block, Label | Paragraph | Heading):
            text = plain_text(block.parts).strip()
            bare = _NUMBER.sub("", text, count=1)
            ticked, start = read_box(bare, 0)
            links = tuple(links_among(block.parts))
            is_remark = bare == text and ticked is None
            yield SectionLine(
                bare[start:].strip(), block.line, block.column, ticked, False, links, None, is_remark
            )


def _item(item: Item) -> SectionLine:
    flat = FlatText.of(item.parts)
    struck = any(end - start > len(flat.text) // 2 for start, end in flat.strikes)
    links = (*links_among(item.parts), *links_in(item.blocks))
    below = "\n".join(filter(None, map(str.strip, shown_texts(item.blocks))))
    return SectionLine(
        flat.text.strip(), item.line, item.text_column, item.ticked, struck, links, below=below
    )


def _rows(table: Table) -> Iterator[SectionLine]:
    heads = ["".join(plain_text(cell.parts).split()) for cell in table.head.cells]
    for row, texts, _ in texts_by_rows(table):
        cells = dict(zip(heads, texts, strict=False))
        links = tuple(link for cell in row.cells for link in links_among(cell.parts))
        yield SectionLine(next(iter(cells.values()), ""), row.line, row.column, None, False, links, cells)
