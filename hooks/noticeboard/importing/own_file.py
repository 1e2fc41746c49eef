"""A Word file that the board has written → the document that it was, with what somebody has changed in it since."""

from __future__ import annotations

import re
from collections.abc import Iterator

from noticeboard.importing.draft import Draft, DraftDocument
from noticeboard.importing.markdown import MarkdownWriter, behind, safe
from noticeboard.importing.paper import Block, Paper, PaperParagraph, PaperTable, Remark, RemarkKind
from noticeboard.markup.lists import read_marker
from noticeboard.writing.word_layout import FACT, HEADING, INSIDE, ITEM, RAW, RAW_SIGN, TITLE

_BOX = re.compile(r"(?P<sign>[☑☐])[ \xa0]?")
_BOXES = {"☑": "[x] ", "☐": "[ ] "}
_TITLE_LINE = re.compile(r"^(?P<key>\s*(?:标题|title)\s*[:：][ \t]*)(?P<title>.*)$", re.MULTILINE)
_INDENT = "    "


def draft_of_own(paper: Paper) -> Draft:
    """The draft of a paper that has front matter: fields come from there, the text from the paragraphs."""
    writer = MarkdownWriter(paper.notes, keeps_links=True, keeps_tables=True)
    lines: list[str] = []
    before = ""
    for kind, made in _written(paper, writer):
        if lines and not (kind == before and kind in (ITEM, RAW)):
            lines.append("")
        lines += made
        before = kind
    body = "\n".join(lines).strip("\n") + "\n" if lines else ""
    head, remarks = _with_title(paper)
    return Draft((DraftDocument("", body, head),), remarks=remarks)


def _written(paper: Paper, writer: MarkdownWriter) -> Iterator[tuple[str, list[str]]]:
    """The lines of each block, and what kind of block it is."""
    for block in paper.blocks:
        if isinstance(block, PaperTable):
            if not _is_form(block):
                yield "table", writer.table(block)
        elif block.style not in (FACT, TITLE):
            yield _kind(block), [_line(block, writer)]


def _is_form(table: PaperTable) -> bool:
    return all(paragraph.style == FACT for row in table.rows for cell in row for paragraph in cell.paragraphs)


def _kind(block: PaperParagraph) -> str:
    return next((kind for kind in (ITEM, RAW) if block.style.startswith(kind)), "")


def _line(block: PaperParagraph, writer: MarkdownWriter) -> str:
    if block.style == RAW:
        return block.text.removeprefix(RAW_SIGN)
    text = behind(block.number) + writer.line(block.runs)
    if level := _number(block, HEADING):
        return f"{'#' * level} {text}"
    if block.style.startswith(INSIDE):
        return _INDENT * (_number(block, INSIDE) + 1) + text
    if block.style.startswith(ITEM):
        return _INDENT * _number(block, ITEM) + _with_box(text)
    return safe(text, block.shown)


def _number(block: PaperParagraph, style: str) -> int:
    number = block.style.removeprefix(style)
    return int(number) if block.style.startswith(style) and number.isdecimal() else 0


def _with_box(text: str) -> str:
    """An item with the box of Markdown for the one that paper shows."""
    marker = read_marker(text)
    start = marker.end if marker else 0
    box = _BOX.match(text, start)
    return f"{text[:start]}{_BOXES[box['sign']]}{text[box.end() :]}" if box else text


def _with_title(paper: Paper) -> tuple[str, tuple[Remark, ...]]:
    """The front matter with the title that the paper shows, which somebody may have changed."""
    shown = next(
        (block for block in paper.blocks if isinstance(block, PaperParagraph) and block.style == TITLE), None
    )
    found = _TITLE_LINE.search(paper.head)
    if shown is None or found is None or _is_same(shown, found["title"]):
        return paper.head, ()
    remark = Remark(
        RemarkKind.UNCERTAIN,
        f"标题在 Word 里改成了“{shown.text.strip()}”，开头里还是“{found['title'].strip()}”",
    )
    return paper.head, (remark,)


def _is_same(shown: Block, typed: str) -> bool:
    assert isinstance(shown, PaperParagraph)
    return "".join(shown.text.split()) == "".join(typed.strip().strip("\"'").split())
