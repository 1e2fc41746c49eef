"""Lines of text out of signs that stand one by one on a page, as printers of PDF and OFD often place them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Glyphs:
    """Some signs that were placed together; the page's y goes downwards."""

    x: float
    y: float
    size: float
    """Height of the signs, in the same unit."""
    text: str


def lines_of_glyphs(placed: Iterable[Glyphs]) -> Iterator[str]:
    """The lines from above to below, each from left to right; a blank where signs stand well apart.

    What stands half a sign's height higher or lower is on the same line.
    """
    line: list[Glyphs] = []
    for glyphs in sorted(placed, key=lambda it: (it.y, it.x)):
        if line and glyphs.y - line[0].y > max(line[0].size, glyphs.size, 0.1) / 2:
            yield _joined(line)
            line = []
        line.append(glyphs)
    if line:
        yield _joined(line)


def _joined(line: list[Glyphs]) -> str:
    pieces: list[str] = []
    end = 0.0
    for glyphs in sorted(line, key=lambda it: it.x):
        if pieces and glyphs.x - end > glyphs.size:
            pieces.append(" ")
        pieces.append(glyphs.text)
        end = glyphs.x + glyphs.size * _width(glyphs.text)
    return "".join(pieces)


def _width(text: str) -> float:
    """In heights: digits and letters are about half as wide as high."""
    return sum(0.55 if sign.isascii() else 1 for sign in text)
