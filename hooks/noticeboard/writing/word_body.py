"""A document's body → the paragraphs and tables of a Word file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from noticeboard.content.documents import Document
from noticeboard.markup import nodes
from noticeboard.markup.plain import plain_text
from noticeboard.markup.scanner import lines_of
from noticeboard.writing import word_layout as layout
from noticeboard.writing.merged_tables import merged_table
from noticeboard.writing.word_pictures import WordPictures
from noticeboard.writing.word_runs import WordRuns
from noticeboard.writing.word_tables import grid_of, table_of
from noticeboard.writing.word_xml import paragraph, text_run

_SIGNS = {True: "☑ ", False: "☐ "}
_LONGEST_SALUTATION = 60
_EMPTY_LINE = paragraph(layout.RAW, text_run(layout.RAW_SIGN))
"""Parts two blocks that stand as they were typed."""


@dataclass(slots=True)
class WordBody:
    """Writes the blocks of a document."""

    document: Document
    pictures: WordPictures
    runs: WordRuns = field(init=False)
    """What the texts lead to, once they are written."""
    notes: str = ""
    """The footnotes that are notes of Word."""

    def write(self) -> str:
        """The body as WordprocessingML."""
        notes = _notes(self.document.tree.blocks)
        written = self._written(notes)
        has_forms = all(self.runs.has_form_for(note.parts) for note in notes.values())
        if self.runs.noted != list(notes) or not has_forms:
            # Word counts notes in the order of the text: names of any other kind would not come back.
            written = self._written({})
        return written

    def _written(self, notes: Mapping[str, nodes.Paragraph]) -> str:
        self.runs = WordRuns(self.pictures, notes)
        blocks = self.document.tree.blocks[: -len(notes) or None]
        ends = [block.line for block in self.document.tree.blocks[1:]]
        ends.append(self.document.body_line + len(self._lines))
        made = [self._block(block, end, 0) for block, end in zip(blocks, ends, strict=False)]
        written = "".join(
            _EMPTY_LINE * (_is_raw(before) and _is_raw(block)) + block
            for before, block in pairwise(["", *made])
        )
        self.notes = "".join(
            layout.footnote(number, self.runs.of(note.parts))
            for number, note in enumerate(notes.values(), 1)
            if self.runs.has_form_for(note.parts)
        )
        return written

    @property
    def _lines(self) -> Sequence[str]:
        return lines_of(self.document.body)

    def _block(self, block: nodes.Block, end: int, depth: int) -> str:
        if isinstance(block, nodes.List) and self._is_plain_list(block):
            return "".join(self._item(item, depth) for item in block.items)
        if isinstance(block, nodes.Table) and self._is_plain_table(block):
            return table_of(block, self.runs)
        if isinstance(block, nodes.Html) and (grid := merged_table(block.html)):
            return grid_of(grid)
        if isinstance(block, nodes.Heading | nodes.Label | nodes.Paragraph) and self.runs.has_form_for(
            block.parts, with_pictures=not isinstance(block, nodes.Heading)
        ):
            return self._text(block, depth)
        return self._raw(block.line, end)

    def _is_plain_list(self, found: nodes.List) -> bool:
        """Whether Word has a form for all that stands in it."""
        return all(
            self.runs.has_form_for(item.parts, with_pictures=True)
            and all(
                self._is_plain_list(block)
                if isinstance(block, nodes.List)
                else type(block) is nodes.Paragraph
                and self.runs.has_form_for(block.parts, with_pictures=True)
                for block in item.blocks
            )
            for item in found.items
        )

    def _is_plain_table(self, table: nodes.Table) -> bool:
        cells = (cell for row in (table.head, *table.rows) for cell in row.cells)
        return all(self.runs.has_form_for(cell.parts) for cell in cells)

    def _text(self, block: nodes.Heading | nodes.Label | nodes.Paragraph, depth: int) -> str:
        runs = self.runs.of(block.parts)
        if isinstance(block, nodes.Heading):
            asked = text_run(f" {{#{block.asked}}}") if block.asked else ""
            return paragraph(f"{layout.HEADING}{block.level}", runs + asked)
        if isinstance(block, nodes.Signature):
            return paragraph(layout.SIGNATURE, runs)
        if not depth and all(isinstance(part, nodes.Image | nodes.Break) for part in block.parts):
            return paragraph(layout.PICTURE, runs)
        if block is self.document.tree.blocks[0] and _is_salutation(block.parts):
            return paragraph(layout.BODY, runs, layout.NO_INDENT)
        style = f"{layout.INSIDE}{min(depth - 1, layout.DEEPEST)}" if depth else layout.BODY
        return paragraph(style, runs, _room(block.parts))

    def _item(self, item: nodes.Item, depth: int) -> str:
        line = self._lines[item.line - self.document.body_line]
        marker = line[item.column - 1 : item.text_column - 1]
        box = "" if item.ticked is None else _SIGNS[item.ticked]
        level = min(depth, layout.DEEPEST)
        numbering = ""
        if item.marker.number is None:
            numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
            marker = ""
        runs = text_run(marker + box) + self.runs.of(item.parts)
        own = paragraph(f"{layout.ITEM}{level}", runs, numbering + _room(item.parts))
        return own + "".join(self._block(block, 0, depth + 1) for block in item.blocks)

    def _raw(self, line: int, end: int) -> str:
        """The lines of a block as they were typed."""
        first = line - self.document.body_line
        lines = list(self._lines[first : end - self.document.body_line])
        while lines and not lines[-1].strip():
            lines.pop()
        return "".join(paragraph(layout.RAW, text_run(layout.RAW_SIGN + written)) for written in lines)


def _is_raw(written: str) -> bool:
    """Whether a block stands as it was typed."""
    return written.startswith(paragraph(layout.RAW, "").removesuffix("</w:p>"))


def _notes(blocks: nodes.Blocks) -> Mapping[str, nodes.Paragraph]:
    """Name → text of the footnotes that end a document, where they are 1, 2, 3 and each is one paragraph."""
    found: dict[str, nodes.Paragraph] = {}
    for block in reversed(blocks):
        if not isinstance(block, nodes.Footnote):
            break
        (first, *others) = block.blocks or (None,)
        if others or type(first) is not nodes.Paragraph:
            return {}
        found = {block.name: first, **found}
    return found if list(found) == [str(number) for number in range(1, len(found) + 1)] else {}


def _is_salutation(parts: nodes.Parts) -> bool:
    """Whether a line says to whom a paper goes, which stands at the left (GB/T 9704—2012, 7.3.2)."""
    text = plain_text(parts)
    return text.endswith(("：", ":")) and len(text) <= _LONGEST_SALUTATION


def _room(parts: nodes.Parts) -> str:
    """Lines of exact height would cut a picture off."""
    return layout.FREE_LINE if any(isinstance(part, nodes.Image) for part in parts) else ""
