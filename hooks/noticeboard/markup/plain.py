"""The plain text of parts: what a reader sees, without marks, targets and tags."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from noticeboard.markup.admonitions import title_of
from noticeboard.markup.html_text import texts_of_html
from noticeboard.markup.nodes import (
    Admonition,
    Block,
    Blocks,
    Break,
    Code,
    CodeSpan,
    Element,
    Footnote,
    FootnoteReference,
    Heading,
    Html,
    Image,
    Item,
    Label,
    List,
    Paragraph,
    Part,
    Parts,
    Table,
    Text,
)


def plain_text(parts: Sequence[Part]) -> str:
    """As the reader sees it; a line's end is a blank where the language has one, of a picture its description stands."""
    if len(parts) == 1 and isinstance(parts[0], Text):
        return parts[0].text
    return "".join(shown for shown, _ in leaves(parts))


def leaves(parts: Sequence[Part]) -> Iterator[tuple[str, Part]]:
    """What each of the innermost parts shows, from first to last, and the part."""
    for part in parts:
        if isinstance(part, Text | CodeSpan | Image):
            yield part.text, part
        elif isinstance(part, Break):
            yield " ", part
        elif not isinstance(part, FootnoteReference):
            yield from leaves(part.parts)


def written_lines(parts: Parts) -> Iterator[tuple[int, int, str]]:
    """What parts say line by line, each with the line and column where it begins."""
    line = column = 0
    shown: list[str] = []
    for text, part in leaves(parts):
        if part.line != line:
            if shown:
                yield line, column, "".join(shown)
            line, column, shown = part.line, part.column, []
        if not isinstance(part, Break):
            shown.append(text)
    if shown:
        yield line, column, "".join(shown)


def shown_texts(blocks: Blocks) -> Iterator[str]:
    """What a body says, text by text, from top to bottom; footnotes come last."""
    notes: list[Footnote] = []
    yield from _shown_texts(blocks, notes)
    for note in notes:
        yield from _shown_texts(note.blocks, notes)


def _shown_texts(blocks: Blocks, notes: list[Footnote]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Footnote):
            notes.append(block)
        elif isinstance(block, List):
            for item in block.items:
                yield from own_texts(item)
                yield from _shown_texts(item.blocks, notes)
        else:
            yield from own_texts(block)
            yield from _shown_texts(getattr(block, "blocks", ()), notes)


def own_texts(block: Block | Item, gap: str = " ") -> Iterator[str]:
    """The texts of a block but those of the blocks in it: each that a reader sees as one, a table's row with `gap` in it."""
    if isinstance(block, Heading | Label | Paragraph | Item):
        yield from _asked_lines(block.parts)
    elif isinstance(block, Table):
        for row in (block.head, *block.rows):
            yield gap.join(plain_text(cell.parts) for cell in row.cells)
    elif isinstance(block, Code):
        yield block.text
    elif isinstance(block, Admonition):
        yield title_of(block)
    elif isinstance(block, Html | Element):
        yield from texts_of_html(block.html)


def _asked_lines(parts: Parts) -> Iterator[str]:
    """The lines of a text that were asked for."""
    line: list[Part] = []
    for part in parts:
        if isinstance(part, Break) and part.hard:
            yield plain_text(line)
            line = []
        else:
            line.append(part)
    yield plain_text(line)
