"""What a file says, apart from how it was stored: paragraphs, tables, pictures, notes (the form between readers and writer)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias


class RemarkKind(StrEnum):
    """What kind of thing the report says."""

    REPAIRED = "repaired"
    UNCERTAIN = "uncertain"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that the report must say, as a Chinese sentence without its full stop."""

    kind: RemarkKind
    text: str


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one look. ``\\n`` is a line break that somebody asked for."""

    text: str
    bold: bool = False
    strike: bool = False
    target: str = ""
    """Of a link; of a picture what the file calls it."""
    note: str = ""
    """The name of a footnote, which stands in place of the text."""
    picture: str = ""
    """The name of a picture among the paper's; the text is its description."""


@dataclass(frozen=True, slots=True)
class PaperParagraph:
    """A paragraph with what its look says of its place in the text."""

    runs: tuple[Run, ...]
    number: str = ""
    """The automatic number as the reader of the file saw it: 一、 · （一） · 1. · ①; ``-`` for a bullet."""
    depth: int = 0
    """How deep a list's item stands, from 0."""
    level: int = 0
    """Of a heading by its style or outline level, 1–9; 0 for other text."""
    is_title: bool = False
    is_centered: bool = False
    style: str = ""
    """The id of its style."""
    size: float = 0.0
    """Of its largest letters, in points; 0 where nothing says."""

    @property
    def text(self) -> str:
        """Its words, without its pictures."""
        return "".join(run.text for run in self.runs if not run.picture)

    @property
    def shown(self) -> str:
        """With its number."""
        return f"{self.number}{self.text}"


@dataclass(frozen=True, slots=True)
class PaperCell:
    """A cell of a table."""

    paragraphs: tuple[PaperParagraph, ...]
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class PaperTable:
    """Rows of cells. What a merged cell covers besides its first place has no cell."""

    rows: tuple[tuple[PaperCell, ...], ...]


Block: TypeAlias = PaperParagraph | PaperTable
Blocks: TypeAlias = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """A file as it was read."""

    blocks: Blocks
    notes: Mapping[str, tuple[PaperParagraph, ...]] = field(default_factory=dict)
    """Footnotes by name."""
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()
    head: str = ""
    """The front matter, of a file that the board has written; its blocks are then those of `writing.word_body`."""
    styles: Mapping[str, str] = field(default_factory=dict)
    """Id → name of the styles of such a file."""
