"""A file's bytes → a draft."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping, Sequence

from noticeboard.importing.docx import read_docx
from noticeboard.importing.draft import Draft, DraftDocument
from noticeboard.importing.html_page import read_html
from noticeboard.importing.joining import mended
from noticeboard.importing.markdown import MarkdownWriter
from noticeboard.importing.outline import outlined
from noticeboard.importing.own_file import draft_of_own
from noticeboard.importing.paper import Block, Paper, PaperParagraph, Remark, RemarkKind
from noticeboard.importing.pasted_text import decoded, read_text
from noticeboard.importing.pdf_text import read_pdf_text
from noticeboard.importing.several import split, title_of_piece
from noticeboard.inspection.passages import NotRead

READERS: Mapping[str, Callable[[bytes, str], Paper]] = {
    ".docx": lambda data, name: read_docx(data),
    ".docm": lambda data, name: read_docx(data),
    ".txt": read_text,
    ".html": read_html,
    ".htm": read_html,
    ".pdf": read_pdf_text,
}
MARKDOWN = (".md", ".markdown")
ENDINGS = (*READERS, *MARKDOWN)
"""What is read without help."""
_HEAD = re.compile(r"\ufeff?\s*---[ \t]*\n(?P<head>.*?)\n---[ \t]*\n?", re.DOTALL)
_TITLE_LINE = re.compile(r"\s*#[ \t]+(?P<title>[^\n]+?)[ \t#]*\n")


def read_draft(data: bytes, name: str) -> Draft:
    """What the file `name` that holds `data` becomes. Raises NotRead, with the reason for its user."""
    ending = posixpath.splitext(name)[1].lower()
    if ending in MARKDOWN:
        return _markdown(decoded(data, name))
    reader = READERS.get(ending)
    if reader is None:
        raise NotRead("不认识这种文件")
    paper = reader(data, name)
    if paper.head:
        return draft_of_own(paper)
    blocks, count = mended(paper.blocks)
    remarks = list(paper.remarks)
    if count:
        remarks.append(Remark(RemarkKind.REPAIRED, f"接上了 {count} 处被换行或换页断开的句子"))
    if not blocks:
        raise NotRead("里面没有文字")
    parts = tuple(_part(document, paper) for document in split(blocks))
    return Draft(parts, paper.pictures, tuple(remarks))


def _part(blocks: Sequence[Block], paper: Paper) -> DraftDocument:
    first = blocks[0]
    piece = title_of_piece(first.text) if isinstance(first, PaperParagraph) else None
    if piece is not None:
        blocks = blocks[1:]
    found = outlined(blocks)
    title = found.title if found.title or not piece else piece
    blocks = found.blocks
    body = MarkdownWriter(paper.notes).write(blocks)
    return DraftDocument(title, body)


def _markdown(text: str) -> Draft:
    """A text that is Markdown already stays as it is."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    head = _HEAD.match(text)
    body = text[head.end() :] if head else text.lstrip("\ufeff")
    title = _TITLE_LINE.match(body)
    if title and not re.search(r"^#[ \t]", body[title.end() :], re.MULTILINE):
        body = body[title.end() :]
    else:
        title = None
    body = body.lstrip("\n")
    if not body.strip() and not title:
        raise NotRead("里面没有文字")
    return Draft((DraftDocument(title["title"] if title else "", body, head["head"] if head else ""),))
