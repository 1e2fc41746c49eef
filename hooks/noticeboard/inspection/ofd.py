"""OFD (GB/T 33190): the text of a page, each sign of which may stand by itself."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from noticeboard.inspection.glyphs import Glyphs, lines_of_glyphs
from noticeboard.inspection.passages import Budget, TextPassage
from noticeboard.inspection.xml_parts import local, parse

_SPOKEN = frozenset({"Title", "Name", "Value", "URI", "FileName", "Subject", "Author", "Creator"})
"""Attributes that hold words: of bookmarks, links, files inside."""


def is_ofd(names: Container[str]) -> bool:
    """Whether the names in an archive are those of an OFD document (GB/T 33190)."""
    return "OFD.xml" in names


def read_ofd_page(pieces: Iterable[bytes], place: str, budget: Budget) -> Iterator[TextPassage]:
    """The lines of a page as they stand, then all else that the part says. Raises NotRead."""
    page = _OfdPage(budget)
    for _ in parse(pieces, page, budget):
        pass
    yield TextPassage.of(lines_of_glyphs(page.glyphs), place)
    yield TextPassage.of(page.rest, place)


@dataclass(slots=True)
class _OfdPage:
    """`TextObject` has a place and a size, and each `TextCode` in it a place of its own (GB/T 33190, 11.2 and 11.3)."""

    budget: Budget
    glyphs: list[Glyphs] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)
    left: float = 0
    top: float = 0
    size: float = 0
    at: tuple[float, float] | None = None
    written: list[str] = field(default_factory=list)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._end_text()
        if name == "TextObject":
            numbers = [_number(part) for part in attributes.get("Boundary", "").split()] or [0, 0]
            self.left, self.top = numbers[0], (numbers[1] if len(numbers) > 1 else 0)
            self.size = _number(attributes.get("Size", ""))
        elif name == "TextCode":
            x, y = (_number(attributes.get(key, "")) for key in ("X", "Y"))
            self.at = (self.left + x, self.top + y)
        self.rest += (value for key, value in attributes.items() if local(key) in _SPOKEN)

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
