"""What a file is read into: passages of text that know where they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

MOST_BYTES = 128 * 1024 * 1024
"""What one attachment may unfold to, all its parts together; and how many characters may be read out of it."""
MOST_PARTS = 3000
MOST_STEPS = 6_000_000
"""XML elements and cells of one attachment: a list of 100,000 rows and ten columns has two million."""
DEEPEST = 4
"""How many containers may stand in each other: a document in a zip in a zip."""

_LONGEST = 500_000
_MOST_LINES = 50_000
"""A passage of more characters or lines is parted: what looks at it may need many times the memory."""


class NotRead(Exception):
    """A file, or a part of one, that cannot be read; `reason` is a Chinese clause that says why."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def _nowhere(_: int) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class TextPassage:
    """Some lines of text. A table's row is a line of cells between ``|``, its first row their heads."""

    text: str
    place: str = ""
    """Where all of it stands, in Chinese: 工作表“名单”（隐藏）."""
    place_of_line: Callable[[int], str] = _nowhere
    """Where a line stands, by its index from 0, when there is more to say of it: 第 3 行（隐藏）."""
    place_of_column: Callable[[int], str] = _nowhere
    """Where a cell of a row stands, by its index from 0: B 列（隐藏）."""
    repeated: int = 0
    """So many characters at its beginning stand in an earlier passage too: the head of a table that goes on here."""
    is_name: bool = False
    """Whether it is what somebody has called a sheet or a file inside."""
    check: str = ""
    """The check whose data is here although no text says it: where a photo was taken."""

    @classmethod
    def of(cls, lines: Iterable[str], place: str = "") -> TextPassage:
        """Lines as one passage that stands at `place`."""
        return cls("\n".join(lines), place)

    def where(self, offset: int) -> str:
        """The place of the character at `offset` of the text."""
        start = self.text.rfind("\n", 0, offset) + 1
        parts = [self.place, self.place_of_line(self.text.count("\n", 0, start))]
        if self.text.startswith("|", start):
            parts.append(self.place_of_column(self.text.count("|", start, offset) - 1))
        return " ".join(part for part in parts if part)


@dataclass(slots=True)
class PassageBuilder:
    """Lines that become passages, none of them too long; a table that is parted has its head in each."""

    place: str = ""
    place_of_column: Callable[[int], str] = _nowhere
    _lines: list[str] = field(default_factory=list)
    _places: list[str] = field(default_factory=list)
    _head: tuple[str, str] | None = None
    _length: int = 0
    _repeated: int = 0

    def add(self, line: str, place: str = "") -> None:
        """Takes one line more, with where it stands; the first row of a table is kept in mind as its head."""
        if not line.startswith("|"):
            self._head = None
        elif self._head is None:
            self._head = line, place
        self._lines.append(line)
        self._places.append(place)
        self._length += len(line) + 1

    @property
    def is_full(self) -> bool:
        """Whether it is time to begin another passage."""
        return self._length > _LONGEST or len(self._lines) > _MOST_LINES

    def take(self) -> TextPassage:
        """The passage so far; the next one begins."""
        text, places = "\n".join(self._lines), self._places
        passage = TextPassage(text, self.place, places.__getitem__, self.place_of_column, self._repeated)
        self._lines, self._places, self._length, self._repeated = [], [], 0, 0
        # A head as long as a passage would double all that follows.
        if self._head is not None and len(self._head[0]) < _LONGEST // 10:
            self.add(*self._head)
            self._repeated = self._length
        return passage


@dataclass(slots=True)
class Budget:
    """What may still be read of one attachment. It counts work, so that every machine stops at the same place."""

    bytes: int = MOST_BYTES
    characters: int = MOST_BYTES
    parts: int = MOST_PARTS
    steps: int = MOST_STEPS
    skipped: list[str] = field(default_factory=list)
    """Why parts were left out, each a Chinese clause."""

    def unfold(self, count: int) -> None:
        """For bytes that come out of a container."""
        self.bytes -= count
        if self.bytes < 0:
            raise NotRead("解压后的内容太多")

    def read(self, count: int) -> None:
        """For characters of text: a few bytes may stand for many."""
        self.characters -= count
        if self.characters < 0:
            raise NotRead("里面的文字太多")

    def open_parts(self, count: int) -> None:
        """Counts parts that are opened; raises NotRead where they are too many."""
        self.parts -= count
        if self.parts < 0:
            raise NotRead("里面的文件太多")

    def step(self, count: int = 1) -> None:
        """For elements and cells, empty ones too."""
        self.steps -= count
        if self.steps < 0:
            raise NotRead("里面的表格或段落太多")


def row(cells: Iterable[str]) -> str:
    """A table's row as a line; what would part cells or lines inside a cell becomes a blank."""
    return "|" + "|".join(" ".join(cell.replace("|", " ").split()) for cell in cells) + "|"
