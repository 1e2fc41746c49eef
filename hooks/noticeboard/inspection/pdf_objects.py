"""What the objects of a PDF say beside its pages: notes, forms, scripts, bookmarks, alternate texts, private data.

Not the places that are known are read, but all that can be reached (ISO 32000-1, section 7.3), as often as it stands there once:
programs write what they like wherever they like.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from noticeboard.inspection.passages import Budget
from noticeboard.patterns import pattern_of

MOST_OBJECTS = 200_000
"""Dictionaries and lists: a tagged file of 400 pages of tables has no more, and they are read in five seconds."""
TOO_MANY = "它里面的对象太多，后面的批注、表单和图片的说明没有查"
_LEFT_OUT = frozenset(
    {
        # What points back, or to what is read elsewhere.
        "/Parent", "/Pg", "/Prev", "/Pages", "/ParentTree", "/IDTree", "/Properties",
        # Dates, sums and settings.
        "/ID", "/M", "/CreationDate", "/ModDate", "/LastModified", "/Lang", "/DA", "/A85", "/DocChecksum", "/Params", "/Cert", "/ByteRange",
        # How things look: thousands of numbers.
        "/Font", "/Widths", "/W", "/ColorSpace", "/ExtGState", "/Pattern", "/Shading", "/Rect", "/QuadPoints", "/InkList", "/RoleMap", "/ClassMap",
    }
)  # fmt: skip
_OF_PAGES = frozenset({"/Page", "/Pages", "/Catalog"})
_TEXTS = frozenset({"/JS", "/V", "/DV", "/RV", "/RC", "/Metadata", "/XFA"})
"""Keys whose streams are text: scripts, what is filled into forms, XML."""
_LAYOUT = "/A"
"""In an element of a tagged file: how it is laid out. Elsewhere an action."""
_NAMED = pattern_of(r"[^\x00-\x7f]|[0-9]{11}")
"""Names are of programs, unless they are in Chinese or numbers."""
_CONTROL = pattern_of(r"[\x00-\x08\x0e-\x1f\x7f\ufffd]")
_LONGEST = 10_000


@dataclass(slots=True)
class PdfObjects:
    """The objects of one file, each of which is read once."""

    budget: Budget
    told: set[str] = field(default_factory=set)
    """What was said, in whatever object."""
    files: list[tuple[str, Any]] = field(default_factory=list)
    """The files inside, by their names."""
    _seen: set[tuple[int, int]] = field(default_factory=set)
    _left: int = field(default_factory=lambda: MOST_OBJECTS)

    def texts(self, start: Any) -> Iterator[str]:
        """All texts below an object, without those below the pages that it points to."""
        waiting: list[tuple[str, Any]] = [("", start)]
        is_first = True
        while waiting:
            key, waited = waiting.pop()
            self.budget.step()
            # Only what is referred to can hold itself, or stand in many places.
            if hasattr(waited, "idnum"):
                if (waited.idnum, waited.generation) in self._seen:
                    continue
                self._seen.add((waited.idnum, waited.generation))
                waited = waited.get_object()
            if isinstance(waited, (dict, list)):
                self._left -= 1
                if self._left < 0:
                    if TOO_MANY not in self.budget.skipped:
                        self.budget.skipped.append(TOO_MANY)
                    return
            if isinstance(waited, list):
                waiting += ((key, item) for item in reversed(waited))
            elif isinstance(waited, dict):
                if is_first or waited.get("/Type") not in _OF_PAGES:
                    waiting += reversed(list(_entries(waited)))
                    self._keep_files(waited)
                if key in _TEXTS and hasattr(waited, "get_data"):
                    yield from self._told(_text_of(waited.get_data()))
            elif isinstance(waited, (str, bytes)):
                yield from self._told(_written(waited))
            is_first = False

    def _told(self, text: str) -> Iterator[str]:
        if text and text not in self.told:
            self.told.add(text)
            self.budget.read(len(text))
            yield text

    def _keep_files(self, specification: dict[str, Any]) -> None:
        """Of the file that it is the specification of (section 7.11)."""
        inside = specification.get("/EF")
        inside = inside.get_object() if inside is not None else None
        stream = (inside.get("/UF") or inside.get("/F")) if isinstance(inside, dict) else None
        if stream is not None:
            name = specification.get("/UF") or specification.get("/F") or ""
            self.files.append((str(name), stream.get_object()))


def _entries(held: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    is_element = "/S" in held and ("/K" in held or "/Pg" in held)
    for key, value in held.items():
        if _NAMED.search(key):
            yield "", str(key)
        if key not in _LEFT_OUT and not (is_element and key == _LAYOUT):
            yield key, value


def _written(value: str | bytes) -> str:
    """What a string says, or a name that somebody has given; poor programs write GBK without saying so."""
    if isinstance(value, str):
        return value if not value.startswith("/") or _NAMED.search(value) else ""
    return _text_of(value) if len(value) <= _LONGEST else ""


def _text_of(data: bytes) -> str:
    """Empty for what is no text. Tags stand on lines of their own."""
    encodings = ("utf-16",) if data.startswith((b"\xfe\xff", b"\xff\xfe")) else ("utf-8", "gb18030")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return "" if _CONTROL.search(text) else text.replace("<", "\n<").replace(">", ">\n")
    return ""
