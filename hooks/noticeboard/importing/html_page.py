"""A page of the web, or one that Word saved → a paper. Nothing that it names is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

from noticeboard.content.repository.encoding import decode
from noticeboard.importing.debris import LEFT_OUT, cleaned, is_debris
from noticeboard.importing.docx_runs import joined
from noticeboard.importing.html_elements import BLOCKS, BOLD, SILENT, STRIKE, VOID
from noticeboard.importing.number_formats import written
from noticeboard.importing.paper import (
    Block,
    Paper,
    PaperCell,
    PaperParagraph,
    PaperTable,
    Remark,
    RemarkKind,
    Run,
)
from noticeboard.importing.pasted_text import MOST_BYTES
from noticeboard.inspection.passages import NotRead

_LIST_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([a-zA-Z0-9_-]{2,20})""", re.IGNORECASE)
_CENTER = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)
_DEEPEST = 200
_WIDEST = 50


def read_html(data: bytes, name: str) -> Paper:
    """Raises NotRead for what is no text, longer than a text may be, or nested deeper than any page is."""
    reader = _PageReader()
    reader.feed(_text(data, name))
    reader.close()
    reader.end_paragraph()
    kept = [
        block for block in reader.found if not (isinstance(block, PaperParagraph) and is_debris(block.text))
    ]
    remarks = []
    if count := len(reader.found) - len(kept):
        remarks.append(Remark(RemarkKind.LEFT_OUT, LEFT_OUT.format(count)))
    if reader.pictures:
        remarks.append(
            Remark(RemarkKind.LEFT_OUT, f"网页上的 {reader.pictures} 幅图片，请另存以后放在文件旁边")
        )
    return Paper(tuple(kept), remarks=tuple(remarks))


def _text(data: bytes, name: str) -> str:
    if len(data) > MOST_BYTES:
        raise NotRead("里面的文字太多")
    declared = _CHARSET.search(data[:4096])
    if declared and declared[1].lower() in (b"gb2312", b"gbk", b"gb18030", b"big5"):
        encoding = "big5" if declared[1].lower() == b"big5" else "gb18030"
        return data.decode(encoding, "replace")
    found = decode(name, data)
    if not found.encoding:
        raise NotRead("它不是文字文件，或者保存时损坏了")
    return found.text


@dataclass(slots=True)
class _HtmlList:
    form: str
    """As `numerals` names it; empty for bullets."""
    next: int


@dataclass(slots=True)
class _Table:
    rows: list[list[PaperCell]] = field(default_factory=list)
    cell: tuple[int, int] | None = None
    """Columns and rows of the cell that is open."""
    paragraphs: list[PaperParagraph] = field(default_factory=list)


class _PageReader(HTMLParser):
    """Collects blocks; everything that begins or ends a block ends the paragraph before it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Block] = []
        self.pictures = 0
        self._open: list[str] = []
        self._silent = 0
        """Place among the open elements, from 1, of the one whose content is not read."""
        self._runs: list[Run] = []
        self._lists: list[_HtmlList] = []
        self._tables: list[_Table] = []
        self._number = ""
        self._level = 0
        self._centered = 0
        self._target = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key: value or "" for key, value in attrs}
        if tag not in VOID:
            if len(self._open) >= _DEEPEST:
                raise NotRead("里面一层套一层，太深")
            self._open.append(tag)
        if self._silent:
            return
        if tag in SILENT or _HIDDEN.search(values.get("style", "")) or "hidden" in values:
            self._silent = len(self._open) if tag not in VOID else 0
            return
        if tag in BLOCKS:
            self.end_paragraph()
        self._begin(tag, values)

    def _begin(self, tag: str, values: dict[str, str]) -> None:
        if tag == "br":
            self._say("\n")
        elif tag == "img":
            self.pictures += 1
        elif tag == "a":
            self._target = values.get("href", "")
        elif len(tag) == 2 and tag[0] == "h" and tag[1].isdecimal():
            self._level = int(tag[1])
        elif tag in ("ul", "ol"):
            start = values.get("start", "1")
            form = _LIST_FORMS.get(values.get("type", ""), "decimal") if tag == "ol" else ""
            self._lists.append(
                _HtmlList(form, int(start) if start.isascii() and start.isdecimal() and len(start) < 6 else 1)
            )
        elif tag == "li":
            self._number = self._next_number()
        elif tag == "table":
            self._tables.append(_Table())
        elif tag == "tr" and self._tables:
            self._tables[-1].rows.append([])
        elif tag in ("td", "th") and self._tables:
            self._end_cell()
            self._tables[-1].cell = (_count(values.get("colspan")), _count(values.get("rowspan")))
        is_centered = (
            _CENTER.search(values.get("style", ""))
            or values.get("align", "").lower() == "center"
            or tag == "center"
        )
        if is_centered and not self._centered and tag not in VOID:
            self._centered = len(self._open)

    def _next_number(self) -> str:
        if not self._lists or not self._lists[-1].form:
            return "-"
        self._lists[-1].next += 1
        return f"{written(self._lists[-1].next - 1, self._lists[-1].form)}."

    def handle_endtag(self, tag: str) -> None:
        if tag not in self._open:
            return
        while self._open:
            closed = self._open.pop()
            if not self._silent:
                self._end(closed)
            if self._silent > len(self._open):
                self._silent = 0
            if self._centered > len(self._open):
                self._centered = 0
            if closed == tag:
                return

    def _end(self, tag: str) -> None:
        if tag in BLOCKS:
            self.end_paragraph()
        if tag == "a":
            self._target = ""
        elif tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        elif tag in ("td", "th"):
            self._end_cell()
        elif tag == "table" and self._tables:
            self._end_cell()
            self._end_table(self._tables.pop())
        if len(tag) == 2 and tag[0] == "h":
            self._level = 0

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._say(re.sub(r"\s+", " ", cleaned(data)))

    def _say(self, text: str) -> None:
        is_bold = any(tag in BOLD for tag in self._open)
        is_struck = any(tag in STRIKE for tag in self._open)
        self._runs.append(Run(text, is_bold, is_struck, self._target))

    def end_paragraph(self) -> None:
        """The text so far is a paragraph."""
        runs, self._runs = joined(self._runs), []
        if not any(run.text.strip() for run in runs):
            return
        depth = max(0, len(self._lists) - 1)
        paragraph = PaperParagraph(
            _stripped(runs),
            self._number,
            depth,
            self._level,
            is_centered=bool(self._centered),
        )
        self._number = ""
        if self._tables and self._tables[-1].cell:
            self._tables[-1].paragraphs.append(replace(paragraph, level=0))
        else:
            self.found.append(paragraph)

    def _end_cell(self) -> None:
        if not self._tables or self._tables[-1].cell is None:
            return
        table = self._tables[-1]
        assert table.cell is not None
        table.rows = table.rows or [[]]
        table.rows[-1].append(PaperCell(tuple(table.paragraphs), *table.cell))
        table.cell, table.paragraphs = None, []

    def _end_table(self, ended: _Table) -> None:
        rows = tuple(tuple(row) for row in ended.rows if any(cell.paragraphs for cell in row))
        if self._tables and self._tables[-1].cell:
            self._tables[-1].paragraphs += [
                PaperParagraph((Run(" ".join(p.shown for cell in row for p in cell.paragraphs)),))
                for row in rows
            ]
        elif rows and max(map(len, rows)) > 1:
            self.found.append(PaperTable(rows))
        else:
            # Pages of old are laid out by tables of one column.
            self.found += [paragraph for row in rows for cell in row for paragraph in cell.paragraphs]


def _stripped(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    first, last = runs[0], runs[-1]
    if first is last:
        return (replace(first, text=first.text.strip()),)
    trimmed = (replace(first, text=first.text.lstrip()), *runs[1:-1], replace(last, text=last.text.rstrip()))
    return tuple(_filled(trimmed))


def _filled(runs: tuple[Run, ...]) -> Iterator[Run]:
    yield from (run for run in runs if run.text)


def _count(value: str | None) -> int:
    return (
        min(int(value), _WIDEST)
        if value and value.isascii() and value.isdecimal() and len(value) < 4 and int(value)
        else 1
    )
