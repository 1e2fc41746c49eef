"""The body of a Word file as blocks, in the order in which one reads them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from noticeboard.importing.docx_numbering import Numbering
from noticeboard.importing.docx_runs import RunReader, chosen
from noticeboard.importing.docx_styles import number_reference, outline_level
from noticeboard.importing.docx_tables import read_table
from noticeboard.importing.number_formats import typed_length
from noticeboard.importing.paper import Block, PaperParagraph, PaperTable, Run
from noticeboard.importing.xml_tree import XmlElement

_AROUND = frozenset({"sdtContent", "ins", "moveTo", "customXml", "smartTag", "body", "txbxContent"})
TOO_DEEP = "套得太深的表格"
"""What is counted of tables that are not looked into."""
_DEEPEST = 12
"""Tables and boxes inside each other that are looked into."""


@dataclass(slots=True)
class BodyReader:
    """Reads blocks one after the other, for numbers count through the whole file."""

    reader: RunReader
    numbering: Numbering
    counts: Counter[str] = field(default_factory=Counter)
    _depth: int = 0
    _unended: tuple[Run, ...] = ()
    """The words of a paragraph whose end a tracked change has taken out: the next one goes on with them."""

    def blocks(self, element: XmlElement) -> Iterator[Block]:
        """The blocks in an element."""
        for child in element.children:
            if child.name == "p":
                yield from self._paragraph(child)
            elif child.name == "tbl":
                yield from self._table(child)
            elif child.name == "sdt":
                yield from self._control(child)
            elif child.name == "AlternateContent":
                yield from self.blocks(chosen(child))
            elif child.name in _AROUND:
                self.counts["changes"] += child.name in ("ins", "moveTo")
                yield from self.blocks(child)
            elif child.name in ("del", "moveFrom"):
                self.counts["changes"] += 1
            elif child.name == "altChunk":
                self.counts["嵌入的另一份文件"] += 1

    def _control(self, element: XmlElement) -> Iterator[Block]:
        gallery = element.value("sdtPr", "docPartObj", "docPartGallery") or ""
        content = element.child("sdtContent")
        if "Contents" in gallery or "目录" in gallery:
            self.counts["contents"] += 1
        elif element.child("sdtPr", "showingPlcHdr") is not None:
            self.counts["prompts"] += 1
        elif content is not None:
            yield from self.blocks(content)

    def _paragraph(self, element: XmlElement) -> Iterator[Block]:
        styles = self.reader.styles
        properties = element.child("pPr") or XmlElement("pPr")
        style = properties.value("pStyle") or styles.default
        runs = self._unended + self.reader.read(element, style)
        boxes, self.reader.boxes = self.reader.boxes, []
        is_joined = (
            properties.child("rPr", "del") is not None or properties.child("rPr", "moveFrom") is not None
        )
        if is_joined:
            self.counts["changes"] += 1
            self._unended = runs
        elif styles.is_contents(style):
            self.counts["contents"] += bool(runs)
        else:
            self._unended = ()
            yield from self._numbered(_trimmed(runs), properties, style)
        for box in boxes:
            self._depth += 1
            yield from self.blocks(box) if self._depth < _DEEPEST else ()
            self._depth -= 1
        for name in self.reader.diagrams:
            yield from self._diagram(name)
        self.reader.diagrams.clear()

    def _numbered(
        self, runs: tuple[Run, ...], properties: XmlElement, style: str
    ) -> Iterator[PaperParagraph]:
        styles = self.reader.styles
        number, depth = self.numbering.next(number_reference(properties), style)
        if not any(run.text.strip() or run.note or run.picture for run in runs):
            return
        if length := typed_length(number, "".join(run.text for run in runs if not run.picture)):
            self.counts["typed numbers"] += 1
            runs = _trimmed(_without_start(runs, length))
        own_level = outline_level(properties)
        yield PaperParagraph(
            runs,
            number,
            depth,
            styles.heading_level(style) if own_level is None else own_level,
            styles.is_title(style),
            styles.alignment(style, properties) == "center",
            style,
            self._size(properties, style),
        )

    def _size(self, properties: XmlElement, style: str) -> float:
        return self.reader.largest or self.reader.styles.size(
            style, properties.child("rPr") or XmlElement("rPr")
        )

    def _table(self, element: XmlElement) -> Iterator[Block]:
        self._depth += 1
        table = read_table(element, self._cell)
        self._depth -= 1
        rows = tuple(row for row in table.rows if row)
        if len(rows) == 1 and len(rows[0]) == 1:
            # A frame around a text, which is no table.
            yield from rows[0][0].paragraphs
        elif any(cell.paragraphs for row in rows for cell in row):
            yield PaperTable(rows)

    def _cell(self, element: XmlElement) -> tuple[PaperParagraph, ...]:
        if self._depth >= _DEEPEST:
            self.counts[TOO_DEEP] += 1
            return ()
        return tuple(paragraph for block in self.blocks(element) for paragraph in self._flat(block))

    def _flat(self, block: Block) -> Iterator[PaperParagraph]:
        """The paragraphs of a cell; a table in a table becomes its lines."""
        if isinstance(block, PaperParagraph):
            yield replace(block, level=0, is_title=False)
            return
        self.counts["tables in tables"] += 1
        for row in block.rows:
            words = " ".join(paragraph.shown for cell in row for paragraph in cell.paragraphs)
            if words.strip():
                yield PaperParagraph((Run(words),))

    def _diagram(self, name: str) -> Iterator[PaperParagraph]:
        """The words of a drawn diagram, one paragraph a shape."""
        self.counts["diagrams"] += 1
        for paragraph in self.reader.package.tree(name).below("p"):
            words = "".join(text.text for text in paragraph.below("t")).strip()
            if words:
                yield PaperParagraph((Run(words),))


def _without_start(runs: tuple[Run, ...], length: int) -> tuple[Run, ...]:
    """The runs without the first characters of their words."""
    found: list[Run] = []
    for run in runs:
        cut = 0 if run.picture or run.note else min(length, len(run.text))
        length -= cut
        found.append(replace(run, text=run.text[cut:]))
    return tuple(found)


def _trimmed(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Without blanks and breaks at both ends."""
    found = list(runs)
    while found and not (found[0].note or found[0].picture or found[0].text.strip()):
        del found[0]
    while found and not (found[-1].note or found[-1].picture or found[-1].text.strip()):
        del found[-1]
    if found and not (found[0].note or found[0].picture):
        found[0] = replace(found[0], text=found[0].text.lstrip())
    if found and not (found[-1].note or found[-1].picture):
        found[-1] = replace(found[-1], text=found[-1].text.rstrip())
    return tuple(found)
