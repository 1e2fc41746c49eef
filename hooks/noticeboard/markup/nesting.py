"""Which list an item belongs to: by its indentation, and by the order that official documents keep."""

from __future__ import annotations

from dataclasses import dataclass

MAX_DEPTH = 8
"""Items nested deeper than this stand at this depth; nobody writes them, and nesting costs time."""


@dataclass(slots=True)
class NestingLevel:
    """A list that is open."""

    indent: int
    rank: int
    """See `noticeboard.markup.lists.Style.rank`."""
    by_style: bool = False
    """True when only its markers, not its indentation, put it below the level before it."""
    number: int | None = None
    """The last number in it."""


class Nesting:
    """The lists that are open, outermost first."""

    def __init__(self) -> None:
        self.levels: list[NestingLevel] = []
        self._sequences: dict[int, int] = {}
        """Rank → last number of a top-level list since the last heading; a later list may go on with it."""

    @property
    def depth(self) -> int:
        """How many lists a line stands in."""
        return len(self.levels)

    def end_section(self) -> None:
        """A heading: close everything, and let numbers begin anew."""
        self.levels.clear()
        self._sequences.clear()

    def leave(self, indent: int) -> None:
        """Close the items that a line at `indent` does not belong to."""
        while self.levels and indent < self.levels[-1].indent + 2:
            self.levels.pop()

    def goes_on(self, rank: int, number: int) -> bool:
        """True when `number` is the first of a list or the next of the last top-level one."""
        return number == 1 or number == self._sequences.get(rank, 0) + 1

    def place(self, indent: int, rank: int, number: int | None) -> NestingLevel:
        """Open the list that an item belongs to, or return to it.

        Indentation decides first. At the same indentation a marker in use returns to its list, and one of a
        deeper rank opens a list below the current item, unless it goes on with an earlier count.
        """
        levels = self.levels
        while levels and levels[-1].indent > indent + 1:
            levels.pop()
        if not levels or indent >= levels[-1].indent + 2:
            return self._open(NestingLevel(indent, rank))
        base = len(levels) - 1
        while levels[base].by_style:
            base -= 1
        for depth in range(len(levels) - 1, base - 1, -1):
            if levels[depth].rank == rank:
                del levels[depth + 1 :]
                return levels[depth]
        resumes = base == 0 and number not in (None, 1) and self.goes_on(rank, number)
        while len(levels) > base and (resumes or levels[-1].rank > rank):
            levels.pop()
        return self._open(NestingLevel(indent, rank, by_style=len(levels) > base))

    def count(self, level: NestingLevel, number: int) -> None:
        """Note the number of an item in the innermost list, which is `level`."""
        level.number = number
        if len(self.levels) == 1:
            self._sequences[level.rank] = number

    def _open(self, level: NestingLevel) -> NestingLevel:
        if len(self.levels) >= MAX_DEPTH:
            level.by_style = self.levels.pop().by_style
        self.levels.append(level)
        if len(self.levels) == 1:
            level.number = self._sequences.get(level.rank)
        return level
