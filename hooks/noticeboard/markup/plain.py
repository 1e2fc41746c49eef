"""The plain text of parts: what a reader sees, without marks, targets and tags."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from noticeboard.markup import nodes
from noticeboard.markup.admonitions import title_of
from noticeboard.markup.html_text import texts_of_html


def plain_text(parts: Sequence[nodes.Part]) -> str:
    """As the reader sees it; a line's end is a blank where the language has one, of a picture its description stands."""
    if len(parts) == 1 and isinstance(parts[0], nodes.Text):
        return parts[0].text
    return "".join(shown for shown, _ in leaves(parts))


def leaves(parts: Sequence[nodes.Part]) -> Iterator[tuple[str, nodes.Part]]:
    """What each of the innermost parts shows, from first to last, and the part."""
    for part in parts:
        if isinstance(part, nodes.Text | nodes.CodeSpan | nodes.Image):
            yield part.text, part
        elif isinstance(part, nodes.Break):
            yield " ", part
        elif isinstance(part, nodes.Written):
            yield from leaves(part.parts)


def written_lines(parts: nodes.Parts) -> Iterator[tuple[int, int, str]]:
    """What parts say line by line, each with the line and column where it begins."""
    line = column = 0
    shown: list[str] = []
    for text, part in leaves(parts):
        if part.line != line:
            if shown:
                yield line, column, "".join(shown)
            line, column, shown = part.line, part.column, []
        if not isinstance(part, nodes.Break):
            shown.append(text)
    if shown:
        yield line, column, "".join(shown)


def shown_texts(blocks: nodes.Blocks) -> Iterator[str]:
    """What a body says, text by text, from top to bottom; footnotes come last."""
    notes: list[nodes.Footnote] = []
    yield from _shown_texts(blocks, notes)
    for note in notes:
        yield from _shown_texts(note.blocks, notes)


def _shown_texts(blocks: nodes.Blocks, notes: list[nodes.Footnote]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, nodes.Footnote):
            notes.append(block)
        elif isinstance(block, nodes.List):
            for item in block.items:
                yield from own_texts(item)
                yield from _shown_texts(item.blocks, notes)
        else:
            yield from own_texts(block)
            if isinstance(block, nodes.Holder):
                yield from _shown_texts(block.blocks, notes)


def own_texts(block: nodes.Block | nodes.Item, gap: str = " ") -> Iterator[str]:
    """The texts of a block but those of the blocks in it: each that a reader sees as one, a table's row with `gap` in it."""
    if isinstance(block, nodes.Written):
        yield from _asked_lines(block.parts)
    elif isinstance(block, nodes.Table):
        for row in (block.head, *block.rows):
            yield gap.join(plain_text(cell.parts) for cell in row.cells)
    elif isinstance(block, nodes.Code):
        yield block.text
    elif isinstance(block, nodes.Admonition):
        yield title_of(block)
    elif isinstance(block, nodes.Html | nodes.HtmlElement):
        yield from texts_of_html(block.html)


def _asked_lines(parts: nodes.Parts) -> Iterator[str]:
    """The lines of a text that were asked for."""
    line: list[nodes.Part] = []
    for part in parts:
        if isinstance(part, nodes.Break) and part.hard:
            yield plain_text(line)
            line = []
        else:
            line.append(part)
    yield plain_text(line)
