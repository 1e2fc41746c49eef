"""What a file is read into: passages of text whose lines know where they stand."""

from __future__ import annotations

from dataclasses import dataclass, field

MOST_BYTES = 64 * 1024 * 1024
"""What one attachment may unfold to, all its parts together."""
MOST_PARTS = 3000
DEEPEST = 4
"""How many containers may stand in each other: a document in a zip in a zip."""


class NotRead(Exception):
    """A file, or a part of one, that cannot be read; `reason` is a Chinese clause that says why."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Passage:
    """Some lines of text. A table's row is a line of cells between ``|``, its first row their heads."""

    lines: tuple[str, ...]
    place: str = ""
    """Where all of them stand, in Chinese: 工作表“名单”（隐藏）."""
    places: tuple[str, ...] = ()
    """Where each line stands, when there is more to say of it: 第 3 行（隐藏）."""
    columns: tuple[str, ...] = ()
    """Where each cell of a row stands: B 列（隐藏）."""

    def where(self, line: int, offset: int) -> str:
        """The place of a character, by the line's index and the offset in it."""
        parts = [self.place, self.places[line] if line < len(self.places) else ""]
        cell = self.lines[line].count("|", 0, offset) - 1
        if self.lines[line].startswith("|") and 0 <= cell < len(self.columns):
            parts.append(self.columns[cell])
        return " ".join(part for part in parts if part)


@dataclass(slots=True)
class Budget:
    """What may still be read of one attachment."""

    bytes: int = MOST_BYTES
    parts: int = MOST_PARTS
    skipped: list[str] = field(default_factory=list)
    """Why parts were left out, each a Chinese clause."""

    def spend(self, count: int) -> None:
        self.bytes -= count
        if self.bytes < 0:
            raise NotRead("解压后的内容太多")

    def open_parts(self, count: int) -> None:
        self.parts -= count
        if self.parts < 0:
            raise NotRead("里面的文件太多")


def row(cells: list[str]) -> str:
    """A table's row as a line; what would part cells or lines inside a cell becomes a blank."""
    return "|" + "|".join(" ".join(cell.replace("|", " ").split()) for cell in cells) + "|"
