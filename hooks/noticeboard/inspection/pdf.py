"""PDF: the text of its pages, the fields of its forms, its notes, bookmarks and properties, the files inside it."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator, Mapping
from typing import Any

from noticeboard.inspection.libraries import library
from noticeboard.inspection.passages import Budget, NotRead, TextPassage
from noticeboard.patterns import pattern_of

_MOST_PAGES = 500
_MOST_SHOWN = 5
_MOST_ELEMENTS = 50_000
"""Of a tagged file: a text of 500 pages has no more, and they are read in two seconds."""
_DEEPEST = 50
_INSTEAD = ("/Alt", "/ActualText", "/E", "/T")
_STRAY = 3
"""So many signs on a page of a picture are no text: a speck that was taken for a letter."""
_NO_TEXT = pattern_of(
    r"\s|\ufffd|[\ue000-\uf8ff]|第?[0-9]{1,4}页?|[-–—/]|扫描全能王|创建|Scanned|with|by|CamScanner",
    re.IGNORECASE,
)
"""What a scanned page may say: its number, the program's mark; and signs without a meaning."""


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
        yield TextPassage.of((*fields, *_forms(reader)), "表单")
        yield TextPassage.of(_bookmarks(reader.outline, budget), "书签")
        yield TextPassage.of(_layers(reader), "图层")
        yield TextPassage.of(_page_labels(reader), "页码")
        without_text: list[int] = []
        for number, page in enumerate(reader.pages, 1):
            if number > _MOST_PAGES:
                budget.skipped.append(f"它超过 {_MOST_PAGES} 页，后面的没有查")
                break
            shown = _Shown(_named_properties(page))
            text = page.extract_text(visitor_operand_before=shown)
            budget.read(2 * len(text))
            yield TextPassage(text, f"第 {number} 页")
            yield TextPassage.of(shown.spoken, f"第 {number} 页的替代文字")
            if shown.is_in_pieces(text):
                yield TextPassage(page.extract_text(extraction_mode="layout"), f"第 {number} 页")
            if _is_scan(page, text):
                without_text.append(number)
            yield TextPassage.of(_notes(page), f"第 {number} 页的批注和链接")
        if without_text:
            budget.skipped.append(f"{_numbers(without_text)}没有文字，像是扫描的，")
        # Behind the pages: what is said beside them may cost more than they do.
        yield TextPassage.of(_spoken(reader, budget), "图片的说明")
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


class _Shown:
    """Counts how often a page shows text: signs that it shows one by one need not stand in the order of the file."""

    def __init__(self, named: Mapping[str, Any]) -> None:
        self.count = 0
        self._named = dict(named)
        """Properties of marks that stand in the page's resources; each is said once."""
        self.spoken: list[str] = []
        """What is said or copied instead of what shows (ISO 32000-1, section 14.9)."""

    def __call__(self, operator: bytes, operands: Any, *_: Any) -> None:
        self.count += operator in (b"Tj", b"TJ", b"'", b'"')
        if operator in (b"BDC", b"DP") and len(operands) > 1:
            properties = operands[1]
            if isinstance(properties, str):
                properties = self._named.pop(properties, None)
            if hasattr(properties, "get_object"):
                self.spoken += _instead(properties.get_object())

    def is_in_pieces(self, text: str) -> bool:
        return self.count > 3 and len("".join(text.split())) < 2.5 * self.count


def _named_properties(page: Any) -> Mapping[str, Any]:
    """What marks of a page are given by name (ISO 32000-1, section 14.6.2)."""
    resources = page.get("/Resources")
    named = resources.get_object().get("/Properties") if resources is not None else None
    return named.get_object() if named is not None else {}


def _instead(element: Any) -> list[str]:
    """What an element says instead of what it shows."""
    if not hasattr(element, "get"):
        return []
    return [str(element.get(key)) for key in _INSTEAD if element.get(key)]


def _spoken(reader: Any, budget: Budget) -> Iterator[str]:
    """What the elements of a tagged file are called and say: alternate texts of its pictures."""
    waiting: list[Any] = [reader.trailer["/Root"].get("/StructTreeRoot")]
    seen: set[tuple[int, int]] = set()
    left = _MOST_ELEMENTS
    while waiting:
        waited = waiting.pop()
        budget.step()
        # Only what is referred to can hold itself, or stand in many places.
        if hasattr(waited, "idnum"):
            if (waited.idnum, waited.generation) in seen:
                continue
            seen.add((waited.idnum, waited.generation))
            waited = waited.get_object()
        if isinstance(waited, list):
            waiting += reversed(waited)
        elif hasattr(waited, "get"):
            left -= 1
            if left < 0:
                budget.skipped.append("它的段落和图片太多，后面图片的说明没有查")
                return
            for text in _instead(waited):
                budget.read(len(text))
                yield text
            waiting.append(waited.get("/K"))


def _is_scan(page: Any, text: str) -> bool:
    """Whether a page shows something and says nothing, but for its number and the name of the program that scanned it."""
    if len(_NO_TEXT.sub("", text)) > _STRAY:
        return False
    if text.strip():
        return _has_picture(page)
    contents = page.get_contents()
    return contents is not None and bool(contents.get_data().strip())


def _has_picture(page: Any) -> bool:
    resources = page.get("/Resources")
    pictures = resources.get_object().get("/XObject") if resources is not None else None
    return pictures is not None and any(
        it.get_object().get("/Subtype") in ("/Image", "/Form") for it in pictures.get_object().values()
    )


def _numbers(pages: list[int]) -> str:
    shown = "、".join(map(str, pages[:_MOST_SHOWN]))
    return f"第 {shown} 页" + (f"等 {len(pages)} 页" if len(pages) > _MOST_SHOWN else "")


def _bookmarks(outline: Any, budget: Budget, depth: int = 0) -> Iterator[str]:
    for item in outline:
        budget.step()
        if isinstance(item, list):
            if depth < _DEEPEST:
                yield from _bookmarks(item, budget, depth + 1)
        else:
            yield str(item.title)


def _forms(reader: Any) -> Iterator[str]:
    """What a form in XML holds (XFA)."""
    form = reader.trailer["/Root"].get("/AcroForm")
    packets = form.get_object().get("/XFA") if form is not None else None
    for packet in packets.get_object() if packets is not None else ():
        content = packet.get_object()
        if hasattr(content, "get_data"):
            yield content.get_data().decode("utf-8", "replace").replace("<", "\n<").replace(">", ">\n")


def _layers(reader: Any) -> Iterator[str]:
    layers = reader.trailer["/Root"].get("/OCProperties")
    for layer in layers.get_object().get("/OCGs", ()) if layers is not None else ():
        yield str(layer.get_object().get("/Name", ""))


def _page_labels(reader: Any) -> Iterator[str]:
    """What pages are called instead of by their numbers; below the root, labels stand in the leaves of a tree."""
    tree = reader.trailer["/Root"].get("/PageLabels")
    waiting = [(tree, 0)] if tree is not None else []
    while waiting:
        node, depth = waiting.pop()
        node = node.get_object()
        yield from (str(label.get_object().get("/P", "")) for label in node.get("/Nums", ())[1::2])
        if depth < _DEEPEST:
            waiting += [(kid, depth + 1) for kid in node.get("/Kids", ())]


def _xmp(reader: Any) -> Iterator[str]:
    """Descriptions in the metadata stream, as text without its tags."""
    stream = reader.trailer["/Root"].get("/Metadata")
    if stream is not None:
        text = stream.get_object().get_data().decode("utf-8", "replace")
        yield text.replace("<", "\n<").replace(">", ">\n")


def _notes(page: Any) -> Iterator[str]:
    for note in page.get("/Annots") or ():
        content = note.get_object()
        yield from (
            str(content.get(key))
            for key in ("/Contents", "/T", "/V", "/Subj", "/RC", "/TU")
            if content.get(key)
        )
        action = content.get("/A")
        if action is not None and action.get_object().get("/URI"):
            yield str(action.get_object()["/URI"])
