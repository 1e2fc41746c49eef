"""OFD (GB/T 33190): the text of a page, each sign of which may stand by itself."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field

from noticeboard.inspection.glyphs import Glyphs, lines_of_glyphs
from noticeboard.inspection.passages import Budget, TextPassage
from noticeboard.inspection.xml_parts import local, parse
from noticeboard.patterns import pattern_of

_SPOKEN = frozenset({"Title", "Name", "Value", "URI", "FileName", "Subject", "Author", "Creator"})
"""Attributes that hold words: of bookmarks, links, files inside. Whatever is written in Chinese is text in any attribute."""
_LONG_NUMBER = pattern_of(r"(?<![0-9.])[0-9]{11}")
"""No place or size on a page is so long before its point."""
_DRAWN = frozenset({"ImageObject", "PathObject", "TextObject", "CompositeObject"})
_BEGINNINGS = (b"<?xml", b"<ofd:")
_NUMBERED = pattern_of(r"/(?:Pages|(?P<notes>Annots))/Page_(?P<page>[0-9]{1,6})/")
_TEMPLATE = "/Tpls/"
_WORD = pattern_of(r"[\u4e00-\u9fff0-9A-Za-z]")


def is_ofd(names: Container[str]) -> bool:
    """Whether the names in an archive are those of an OFD document (GB/T 33190)."""
    return "OFD.xml" in names


def is_part(name: str, content: bytes) -> bool:
    """Whether a file in the archive is one of the document's own; they may be called anything."""
    return name.lower().endswith(".xml") or content.removeprefix(BOM_UTF8).lstrip().startswith(_BEGINNINGS)


@dataclass(slots=True)
class OfdParts:
    """The parts of one document as they are read, and which pages of it say nothing."""

    budget: Budget
    _has_words: bool = False
    _without_text: list[str] = field(default_factory=list)

    def read(self, content: bytes, name: str) -> Iterator[TextPassage]:
        """The lines of a page as they stand, then all else that the part says. Raises NotRead."""
        part, place = _OfdPart(self.budget), _place_of(name)
        for _ in parse((content,), part, self.budget):
            pass
        if part.is_page and _TEMPLATE not in name:
            has_words = any(_WORD.search(it.text) for it in part.glyphs)
            self._has_words = self._has_words or has_words
            if part.draws and not has_words:
                self._without_text.append(place)
        yield TextPassage.of(lines_of_glyphs(part.glyphs), place)
        yield TextPassage.of(part.rest, place)

    def tell(self) -> None:
        """Puts into the budget what had no text."""
        if not self._has_words:
            self.budget.skipped.append("里面没有文字，像是扫描的，")
        elif self._without_text:
            first, *others = self._without_text
            more = f"等 {len(others) + 1} 页" if others else ""
            self.budget.skipped.append(f"{first}{more}没有文字，像是扫描的，")


def _place_of(name: str) -> str:
    found = _NUMBERED.search(name)
    if found is None:
        return "批注" if "/Annot" in name else "文件属性"
    return f"第 {int(found['page']) + 1} 页{'的批注' if found['notes'] else ''}"


@dataclass(slots=True)
class _OfdPart:
    """`TextObject` has a place and a size, and each `TextCode` in it a place of its own (GB/T 33190, 11.2 and 11.3)."""

    budget: Budget
    glyphs: list[Glyphs] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)
    left: float = 0
    top: float = 0
    size: float = 0
    at: tuple[float, float] | None = None
    written: list[str] = field(default_factory=list)
    is_page: bool = False
    draws: bool = False
    """Whether it shows anything."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._end_text()
        self.is_page = self.is_page or name == "Page"
        self.draws = self.draws or name in _DRAWN
        if name == "TextObject":
            numbers = [_number(part) for part in attributes.get("Boundary", "").split()] or [0, 0]
            self.left, self.top = numbers[0], (numbers[1] if len(numbers) > 1 else 0)
            self.size = _number(attributes.get("Size", ""))
        elif name == "TextCode":
            x, y = (_number(attributes.get(key, "")) for key in ("X", "Y"))
            self.at = (self.left + x, self.top + y)
        self.rest += (
            value
            for key, value in attributes.items()
            if local(key) in _SPOKEN or not value.isascii() or _LONG_NUMBER.search(value)
        )

    def end(self, name: str) -> None:
        self._end_text()

    def text(self, data: str) -> None:
        self.budget.read(len(data))
        self.written.append(data)

    def _end_text(self) -> None:
        text = "".join(self.written)
        self.written.clear()
        if text.strip():
            if self.at is None:
                self.rest.append(text)
            else:
                self.glyphs.append(Glyphs(*self.at, self.size, text))
        self.at = None


def _number(written: str) -> float:
    try:
        return float(written[:20])
    except ValueError:
        return 0.0
