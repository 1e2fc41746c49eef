"""Plain text → a paper: lines that a program wrapped are joined, debris of pages is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from noticeboard.content.repository.encoding import decode
from noticeboard.importing.debris import LEFT_OUT, cleaned, is_debris
from noticeboard.importing.joining import begins_anew
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
from noticeboard.inspection.passages import NotRead
from noticeboard.markup.scanner import lines_of
from noticeboard.markup.table_forms import is_tabbed
from noticeboard.markup.wrapping import Wrapping

_HEADING = re.compile(r"(?P<signs>#{1,6})[ \t]+")
_BOLD = re.compile(r"\*\*(?=\S)((?:(?!\*\*).){1,400}?)(?<=\S)\*\*")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
MOST_BYTES = 8 * 1024 * 1024


def read_text(data: bytes, name: str) -> Paper:
    """Raises NotRead for what is no text, or longer than `MOST_BYTES`."""
    return paper_of(decoded(data, name))


def decoded(data: bytes, name: str) -> str:
    """The text of a file in whatever encoding; raises NotRead."""
    if len(data) > MOST_BYTES:
        raise NotRead("里面的文字太多")
    found = decode(name, data)
    if not found.encoding:
        raise NotRead("它不是文字文件，或者保存时损坏了")
    return found.text


def paper_of(text: str) -> Paper:
    """The paragraphs of a text as it was copied, joined where the page cut them, with remarks on what was left out."""
    lines = [cleaned(line) for line in lines_of(text)]
    kept = [line for line in lines if not is_debris(line)]
    remarks = []
    if count := len(lines) - len(kept):
        remarks.append(Remark(RemarkKind.LEFT_OUT, LEFT_OUT.format(count)))
    joined = list(_joined(kept))
    wrapped = sum(1 for line in kept if line.strip()) - len(joined)
    if wrapped:
        remarks.append(Remark(RemarkKind.REPAIRED, f"接上了 {wrapped} 处被断开的行"))
    return Paper(tuple(_blocks(joined)), remarks=tuple(remarks))


def _joined(lines: Sequence[str]) -> Iterator[str]:
    """The paragraphs: a line that was wrapped stands behind the one that it goes on with."""
    wrapping = Wrapping(lines)
    paragraph = ""
    for index, line in enumerate(lines):
        is_next = index > 0 and bool(line.strip()) and bool(lines[index - 1].strip())
        begins = line.startswith(("\u3000", "  ", "\t")) or begins_anew(line.strip())
        if paragraph and is_next and not begins and wrapping.is_wrapped(index):
            gap = (
                " "
                if paragraph[-1].isascii() and line.strip()[0].isascii() and paragraph[-1].isalnum()
                else ""
            )
            paragraph += gap + line.strip()
            continue
        if paragraph:
            yield paragraph
        paragraph = line.strip(" \u3000\r") if line.strip() else ""
    if paragraph:
        yield paragraph


def _blocks(lines: Sequence[str]) -> Iterator[Block]:
    """Lines of cells between tabs, two or more with as many cells, are a table."""
    index = 0
    while index < len(lines):
        end = index
        while end < len(lines) and is_tabbed(lines[end]) and _width(lines[end]) == _width(lines[index]):
            end += 1
        if end - index > 1:
            yield PaperTable(tuple(_row(line) for line in lines[index:end]))
            index = end
        else:
            yield _paragraph(lines[index])
            index += 1


def _paragraph(line: str) -> PaperParagraph:
    """A line, whose signs of Markdown say what they say there: many pages are copied from converters."""
    heading = _HEADING.match(line)
    text = line[heading.end() :] if heading else line
    bold = _BOLD.split(text)
    runs = [Run(_ESCAPE.sub(r"\1", piece), bold=bool(index % 2)) for index, piece in enumerate(bold) if piece]
    return PaperParagraph(tuple(runs) or (Run(text),), level=len(heading["signs"]) if heading else 0)


def _width(line: str) -> int:
    return line.count("\t")


def _row(line: str) -> tuple[PaperCell, ...]:
    return tuple(
        PaperCell((PaperParagraph((Run(text.strip()),)),) if text.strip() else ())
        for text in line.split("\t")
    )
