"""PDF: the text of its pages, what its objects say beside them, the files inside it, and what earlier revisions said."""

from __future__ import annotations

import hashlib
import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from noticeboard.inspection.libraries import INSTALL, library
from noticeboard.inspection.passages import Budget, NotRead, TextPassage
from noticeboard.inspection.pdf_nulls import reader_of
from noticeboard.inspection.pdf_objects import PdfObjects
from noticeboard.patterns import pattern_of

_MOST_PAGES = 500
_MOST_SHOWN = 5
_MOST_REVISIONS = 10
_INSTEAD = ("/Alt", "/ActualText", "/E", "/T")
_PARTS_OF_ROOT = (
    ("/AcroForm", "表单"),
    ("/Outlines", "书签"),
    ("/OCProperties", "图层"),
    ("/PageLabels", "页码"),
)
_STRAY = 3
"""So many signs on a page of a picture are no text: a speck that was taken for a letter."""
_NO_TEXT = pattern_of(
    r"\s|\ufffd|[\ue000-\uf8ff]|第?[0-9]{1,4}页?|[-–—/]|扫描全能王|创建|Scanned|with|by|CamScanner",
    re.IGNORECASE,
)
"""What a scanned page may say: its number, the program's mark; and signs without a meaning."""


_END = re.compile(rb"startxref\s+(?P<place>\d{1,12})\s+%%EOF\s?")


def read_pdf(data: bytes, objects: PdfObjects) -> Iterator[TextPassage]:
    """What it says; the files inside are in `objects` afterwards.

    Raises NotRead for a file with a password or one that is broken.
    """
    budget = objects.budget
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = _opened(data)
        root = reader.trailer["/Root"]
        about = [
            reader.trailer.get("/Info"),
            {"/Metadata": root.raw_get("/Metadata")} if "/Metadata" in root else None,
        ]
        yield TextPassage.of(_all_of(objects, about), "文件属性")
        for key, place in _PARTS_OF_ROOT:
            yield TextPassage.of(objects.texts(root.get(key)), place)
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
            notes = page.get("/Annots")
            yield TextPassage.of(objects.texts(notes), f"第 {number} 页的批注和链接")
            yield TextPassage.of(_drawn(page, budget), f"第 {number} 页的批注和链接")
            yield TextPassage.of(objects.texts(page), f"第 {number} 页附带的数据")
        if without_text:
            budget.skipped.append(f"{_numbers(without_text)}没有文字，像是扫描的，")
        # Behind the pages: what is said beside them may cost more than they do.
        yield TextPassage.of(objects.texts(root.get("/StructTreeRoot")), "图片的说明")
        yield TextPassage.of(objects.texts(root), "脚本和附带的数据")
        yield from _earlier(data, reader, objects)
    except (NotRead, MemoryError, RecursionError):
        raise
    except Exception as error:
        # A broken PDF may break its reader in any way; the officer should hear of it, not see our stack.
        raise NotRead("它损坏了或写法特殊") from error


def parts_of(objects: PdfObjects) -> Iterator[tuple[str, bytes]]:
    """The files inside a PDF that has been read, those that notes bring along too."""
    try:
        for name, stream in objects.files:
            content = stream.get_data()
            objects.budget.open_parts(1)
            objects.budget.unfold(len(content))
            yield name, bytes(content)
    except (NotRead, MemoryError, RecursionError):
        raise
    except Exception as error:
        raise NotRead("里面的附件损坏了") from error


def _opened(data: bytes) -> Any:
    """The reader of a file that needs no password. One that only forbids printing and copying needs none."""
    pypdf = library("pypdf")
    try:
        reader = reader_of(pypdf, data)
        if reader.is_encrypted and not reader.decrypt(""):
            raise NotRead("它加了密码")
    except pypdf.errors.DependencyError as error:
        raise NotRead(f"没有安装读加密文件的程序，请运行：{INSTALL}，") from error
    return reader


def _all_of(objects: PdfObjects, starts: Sequence[Any]) -> Iterator[str]:
    for start in starts:
        yield from objects.texts(start)


def _drawn(page: Any, budget: Budget) -> Iterator[str]:
    """What notes show that say nothing else: stamps, and text that was drawn on a page."""
    for note in page.get("/Annots") or ():
        content = note.get_object()
        looks = content.get("/AP")
        if looks is None or "/N" not in looks.get_object() or content.get("/Contents") or content.get("/V"):
            continue
        look = looks.get_object()["/N"]
        streams = [look] if hasattr(look, "get_data") else [it.get_object() for it in look.values()]
        for stream in streams:
            text = page.extract_xform_text(stream)
            budget.read(len(text))
            yield text


def _earlier(data: bytes, reader: Any, objects: PdfObjects) -> Iterator[TextPassage]:
    """What was changed: programs write behind the file what is new, and leave in it what was there (ISO 32000-1, section 7.5.6)."""
    # A file for the web begins with a part that ends like a file, whose startxref is 0.
    ends = [found.end() for found in _END.finditer(data) if int(found["place"])][:-1]
    if not ends:
        return
    if len(ends) > _MOST_REVISIONS:
        objects.budget.skipped.append("它改动过太多次，更早的文字没有查")
    known = {_shown_by(page) for page in reader.pages[:_MOST_PAGES]}
    for end in reversed(ends[-_MOST_REVISIONS:]):
        earlier = _opened(data[:end])
        for number, page in enumerate(earlier.pages[:_MOST_PAGES], 1):
            if (shown := _shown_by(page)) not in known:
                known.add(shown)
                text = page.extract_text()
                objects.budget.read(len(text))
                yield TextPassage(text, f"第 {number} 页改动以前、还留在文件里的文字")
        before = PdfObjects(objects.budget, objects.told)
        about = [earlier.trailer.get("/Info"), earlier.trailer["/Root"], *earlier.pages[:_MOST_PAGES]]
        yield TextPassage.of(_all_of(before, about), "改动以前、还留在文件里的文字")


def _shown_by(page: Any) -> bytes:
    """What draws a page, short."""
    contents = page.get_contents()
    return hashlib.sha256(contents.get_data() if contents is not None else b"").digest()


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
    said = (element[key] for key in _INSTEAD if key in element)
    return [str(text) for text in said if isinstance(text, str | bytes) and text]


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
