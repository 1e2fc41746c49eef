"""What parts say as one string that knows its places, and where in it links and strikes stand."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from noticeboard.markup.nodes import Break, CodeSpan, Image, Link, Parts, Strike, Text, Written


@dataclass(frozen=True, slots=True)
class FlatText:
    """The plain text of parts, as `noticeboard.markup.plain.plain_text` gives it."""

    text: str
    starts: tuple[int, ...]
    """Where in `text` each of the innermost parts begins."""
    places: tuple[tuple[int, int], ...]
    """1-based line and column of each."""
    links: dict[int, int]
    """Where the text of a link or of a picture ends → where it begins."""
    strikes: frozenset[tuple[int, int]]
    """Where struck text begins and ends."""

    @classmethod
    def of(cls, parts: Parts) -> FlatText:
        """The text of inline parts, with where each character stands."""
        return _Flattener().flatten(parts)

    def place(self, offset: int) -> tuple[int, int]:
        """1-based line and column of a character of `text`."""
        index = max(bisect_right(self.starts, offset) - 1, 0)
        line, column = self.places[index]
        return line, column + offset - self.starts[index]


class _Flattener:
    def __init__(self) -> None:
        self.shown: list[str] = []
        self.length = 0
        self.starts: list[int] = []
        self.places: list[tuple[int, int]] = []
        self.links: dict[int, int] = {}
        self.strikes: set[tuple[int, int]] = set()

    def flatten(self, parts: Parts) -> FlatText:
        self._add(parts)
        return FlatText(
            "".join(self.shown), tuple(self.starts), tuple(self.places), self.links, frozenset(self.strikes)
        )

    def _add(self, parts: Parts) -> None:
        for part in parts:
            start = self.length
            if isinstance(part, Text | CodeSpan | Image | Break):
                self.starts.append(start)
                self.places.append((part.line, part.column))
                self.shown.append(" " if isinstance(part, Break) else part.text)
                self.length += len(self.shown[-1])
            elif isinstance(part, Written):
                self._add(part.parts)
            if self.length == start:
                continue
            if isinstance(part, Image) or (isinstance(part, Link) and not self._is_address(part)):
                self.links[self.length] = start
            elif isinstance(part, Strike):
                self.strikes.add((start, self.length))

    def _is_address(self, link: Link) -> bool:
        """Whether it shows nothing but where it leads: `<https://…>` is part of what is said."""
        return self.shown[-1] == link.target.removeprefix("mailto:")
