"""A document's body → the paragraphs and tables of a Word file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from noticeboard.content.documents import Document
from noticeboard.markup import nodes
from noticeboard.markup.scanner import lines_of
from noticeboard.writing import word_layout as layout

_SIGNS = {True: "☑ ", False: "☐ "}
_LINK = '<w:color w:val="0563C1"/><w:u w:val="single"/>'
_MARKS = ("<w:b/>", "<w:strike/>", _LINK)
"""In the order on which Word insists (ECMA-376-1, 17.3.2.28)."""
_WIDTH = 8844
"""Of a line, in twentieths of a point."""


@dataclass(slots=True)
class WordBody:
    """Writes the blocks of a document, and collects the addresses that its links lead to."""

    document: Document
    targets: list[str] = field(default_factory=list)

    def write(self) -> str:
        """The body as WordprocessingML."""
        blocks = self.document.tree.blocks
        ends = [*(block.line for block in blocks[1:]), self.document.body_line + len(self._lines)]
        return "".join(self._block(block, end, 0) for block, end in zip(blocks, ends, strict=False))

    @property
    def _lines(self) -> Sequence[str]:
        return lines_of(self.document.body)

    def _block(self, block: nodes.Block, end: int, depth: int) -> str:
        if isinstance(block, nodes.List) and not _is_plain_list(block):
            return self._raw(block.line, end)
        if isinstance(block, nodes.List):
            return "".join(self._item(item, depth) for item in block.items)
        if isinstance(block, nodes.Table) and _are_plain(
            cell.parts for row in (block.head, *block.rows) for cell in row.cells
        ):
            return self._table(block)
        if isinstance(block, nodes.Heading | nodes.Label | nodes.Paragraph) and _are_plain([block.parts]):
            return self._text(block, depth)
        return self._raw(block.line, end)

    def _text(self, block: nodes.Heading | nodes.Label | nodes.Paragraph, depth: int) -> str:
        runs = self._runs(block.parts)
        if isinstance(block, nodes.Heading):
            asked = _run(f" {{#{block.asked}}}") if block.asked else ""
            return paragraph(f"{layout.HEADING}{block.level}", runs + asked)
        if isinstance(block, nodes.Signature):
            return paragraph(layout.SIGNATURE, runs)
        return paragraph(f"{layout.INSIDE}{min(depth - 1, layout.DEEPEST)}" if depth else layout.BODY, runs)

    def _item(self, item: nodes.Item, depth: int) -> str:
        line = self._lines[item.line - self.document.body_line]
        marker = line[item.column - 1 : item.text_column - 1]
        box = "" if item.ticked is None else _SIGNS[item.ticked]
        level = min(depth, layout.DEEPEST)
        numbering = ""
        if item.marker.number is None:
            numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
            marker = ""
        own = paragraph(f"{layout.ITEM}{level}", _run(marker + box) + self._runs(item.parts), numbering)
        return own + "".join(self._block(block, 0, depth + 1) for block in item.blocks)

    def _table(self, table: nodes.Table) -> str:
        columns = len(table.head.cells)
        width = _WIDTH // columns
        grid = f'<w:gridCol w:w="{width}"/>' * columns
        rows = [
            self._row(row, table.sides, width, is_head=not number)
            for number, row in enumerate((table.head, *table.rows))
        ]
        return f"{table_start()}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>" + paragraph(
            layout.BODY, ""
        )

    def _row(self, row: nodes.Row, sides: Sequence[str], width: int, *, is_head: bool) -> str:
        cells = [
            cell_of(
                paragraph(layout.CELL, self._runs(cell.parts), f'<w:jc w:val="{side}"/>' if side else ""),
                width,
            )
            for cell, side in zip(row.cells, sides, strict=True)
        ]
        return f"<w:tr>{'<w:trPr><w:tblHeader/></w:trPr>' * is_head}{''.join(cells)}</w:tr>"

    def _raw(self, line: int, end: int) -> str:
        """The lines of a block as they were typed."""
        first = line - self.document.body_line
        lines = list(self._lines[first : end - self.document.body_line])
        while lines and not lines[-1].strip():
            lines.pop()
        return "".join(paragraph(layout.RAW, _run(layout.RAW_SIGN + written)) for written in lines)

    def _runs(self, parts: nodes.Parts, look: str = "") -> str:
        return "".join(self._part(part, look) for part in parts)

    def _part(self, part: nodes.Part, look: str) -> str:
        if isinstance(part, nodes.Text):
            return _run(part.text, look)
        if isinstance(part, nodes.Break):
            return "<w:r><w:br/></w:r>" if part.hard else _run(" ", look)
        if isinstance(part, nodes.Strong):
            return self._runs(part.parts, f"{look}<w:b/>")
        if isinstance(part, nodes.Strike):
            return self._runs(part.parts, f"{look}<w:strike/>")
        assert isinstance(part, nodes.Link)  # All else is written as it was typed.
        if part.target not in self.targets:
            self.targets.append(part.target)
        inner = self._runs(part.parts, look + _LINK)
        return f'<w:hyperlink r:id="rLink{self.targets.index(part.target)}">{inner}</w:hyperlink>'


def _is_plain_list(found: nodes.List) -> bool:
    """Whether Word has a form for all that stands in it."""
    return all(
        _are_plain([item.parts])
        and all(
            _is_plain_list(block)
            if isinstance(block, nodes.List)
            else type(block) is nodes.Paragraph and _are_plain([block.parts])
            for block in item.blocks
        )
        for item in found.items
    )


def _are_plain(texts: Iterator[nodes.Parts] | Sequence[nodes.Parts]) -> bool:
    return all(map(_is_plain, texts))


def _is_plain(parts: nodes.Parts) -> bool:
    return all(
        isinstance(part, nodes.Text | nodes.Break)
        or (isinstance(part, nodes.Strong | nodes.Strike) and _is_plain(part.parts))
        or (
            isinstance(part, nodes.Link)
            and not part.title
            and bool(part.parts)
            and all(isinstance(inner, nodes.Text | nodes.Strong) for inner in part.parts)
            and _is_plain(part.parts)
        )
        for part in parts
    )


def paragraph(style: str, runs: str, properties: str = "") -> str:
    """One paragraph around `runs`, in a style of the file."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{runs}</w:p>'


def table_start() -> str:
    """The beginning of a table with thin lines."""
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return f'<w:tbl><w:tblPr><w:tblW w:w="{_WIDTH}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{borders}</w:tblBorders></w:tblPr>'


def cell_of(inner: str, width: int) -> str:
    """A cell around `inner`; `width` in twentieths of a point."""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>{inner}</w:tc>'
    )


def text_run(text: str) -> str:
    """Plain words."""
    return _run(text)


def _run(text: str, look: str = "") -> str:
    if not text:
        return ""
    # What XML cannot hold, nobody sees either.
    shown = "".join(sign for sign in text if sign in "\t" or sign >= " ")
    marks = "".join(mark for mark in _MARKS if mark in look)
    look = f"<w:rPr>{marks}</w:rPr>" if marks else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(shown)}</w:t></w:r>'


def attribute(text: str) -> str:
    """A value of an attribute in XML, in its quotes."""
    return quoteattr(text)
