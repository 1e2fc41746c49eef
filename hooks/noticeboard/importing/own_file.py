"""A Word file that the board has written → the document that it was, with what somebody has changed in it since."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from urllib.parse import unquote

from noticeboard.importing.draft import Draft, DraftDocument
from noticeboard.importing.markdown import MarkdownWriter, behind, safe
from noticeboard.importing.paper import Block, Paper, PaperParagraph, PaperTable, Remark, RemarkKind, Run
from noticeboard.importing.pictures import is_place
from noticeboard.markup.lists import read_marker
from noticeboard.markup.urls import is_website
from noticeboard.writing.word_layout import FACT, HEADING, INSIDE, ITEM, RAW, RAW_SIGN, TITLE, ids_by_name

_BOX = re.compile(r"(?P<sign>[☑☐])[ \xa0]?")
_BOXES = {"☑": "[x] ", "☐": "[ ] "}
_TITLE_LINE = re.compile(r"^(?P<key>\s*(?:标题|title)\s*[:：][ \t]*)(?P<title>.*)$", re.MULTILINE)
_INDENT = "    "


def draft_of_own(paper: Paper) -> Draft:
    """The draft of a paper that has front matter: fields come from there, the text from the paragraphs."""
    paper, pictures = _as_written(paper)
    writer = MarkdownWriter(paper.notes, keeps_links=True, keeps_tables=True)
    lines: list[str] = []
    before = ""
    for kind, made in _written(paper, writer):
        if lines and not (kind == before and kind in (ITEM, RAW)):
            lines.append("")
        lines += made
        before = kind
    lines += writer.footnotes()
    body = "\n".join(lines).strip("\n") + "\n" if lines else ""
    head, remarks = _with_title(paper)
    return Draft((DraftDocument("", body, head),), pictures, remarks)


def _as_written(paper: Paper) -> tuple[Paper, dict[str, bytes]]:
    """The paper with the styles that the board gave, pictures called as the files that they were, and the pictures by those names.

    A picture that came into it since is called as in any other file.
    """
    pictures: dict[str, bytes] = {}
    known = ids_by_name()

    def placed(paragraph: PaperParagraph) -> PaperParagraph:
        style = known.get(paper.styles.get(paragraph.style, "").lower(), paragraph.style)
        return replace(paragraph, runs=tuple(map(called, paragraph.runs)), style=style)

    def called(run: Run) -> Run:
        if not run.picture:
            return replace(run, target=_as_typed(run.target)) if run.target else run
        data = paper.pictures[run.picture]
        run = run if is_place(run.target, data) else replace(run, target="")
        pictures[unquote(run.target) or run.picture] = data
        return run

    blocks = tuple(_each(block, placed) for block in paper.blocks)
    notes = {name: tuple(map(placed, note)) for name, note in paper.notes.items()}
    return replace(paper, blocks=blocks, notes=notes), pictures


def _as_typed(target: str) -> str:
    """A link to another file of the board, whose name programs write in signs of addresses: %E8%AE%A1 is 计."""
    plain = unquote(target)
    return plain if not is_website(target) and not plain.isascii() and plain.isprintable() else target


def _each(block: Block, placed: Callable[[PaperParagraph], PaperParagraph]) -> Block:
    """The block with each of its paragraphs `placed`."""
    if isinstance(block, PaperParagraph):
        return placed(block)
    return PaperTable(
        tuple(
            tuple(replace(cell, paragraphs=tuple(map(placed, cell.paragraphs))) for cell in row)
            for row in block.rows
        )
    )


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
