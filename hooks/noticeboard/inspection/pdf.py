"""PDF: the text of its pages, the fields of its forms, its notes, bookmarks and properties, the files inside it."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from typing import Any

from noticeboard.inspection.libraries import library
from noticeboard.inspection.passages import Budget, NotRead, TextPassage

_MOST_PAGES = 500


def read_pdf(data: bytes, budget: Budget) -> Iterator[TextPassage]:
    """Raises NotRead for a file with a password or one that is broken."""
    pypdf = library("pypdf")
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise NotRead("它加了密码")
        properties = [str(value) for value in (reader.metadata or {}).values()]
        fields = [str(field.get("/V", "")) for field in (reader.get_fields() or {}).values()]
        yield TextPassage.of((*properties, *_xmp(reader)), "文件属性")
        yield TextPassage.of(fields, "表单")
        for number, page in enumerate(reader.pages, 1):
            if number > _MOST_PAGES:
                raise NotRead(f"它超过 {_MOST_PAGES} 页，后面的")
            text = page.extract_text()
            budget.read(len(text))
            yield TextPassage(text, f"第 {number} 页")
            yield TextPassage.of(_notes(page), f"第 {number} 页的批注和链接")
    except (NotRead, MemoryError, RecursionError):
        raise
    except Exception as error:
        # A broken PDF may break its reader in any way; the officer should hear of it, not see our stack.
        raise NotRead("它损坏了或写法特殊") from error


def parts_of(data: bytes, budget: Budget) -> Iterator[tuple[str, bytes]]:
    """The files inside a PDF that has been read; none when they cannot be had."""
    pypdf = library("pypdf")
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            reader.decrypt("")
        for name, contents in reader.attachments.items():
            for content in contents:
                budget.open_parts(1)
                budget.unfold(len(content))
                yield name, bytes(content)
    except (NotRead, MemoryError, RecursionError):
        raise
    except Exception as error:
        raise NotRead("里面的附件损坏了") from error


def _xmp(reader: Any) -> Iterator[str]:
    """Descriptions in the metadata stream, as text without its tags."""
    stream = reader.trailer["/Root"].get("/Metadata")
    if stream is not None:
        text = stream.get_object().get_data().decode("utf-8", "replace")
        yield text.replace("<", "\n<").replace(">", ">\n")


def _notes(page: Any) -> Iterator[str]:
    for note in page.get("/Annots") or ():
        content = note.get_object()
        yield from (str(content.get(key)) for key in ("/Contents", "/T", "/V") if content.get(key))
        action = content.get("/A")
        if action is not None and action.get_object().get("/URI"):
            yield str(action.get_object()["/URI"])
