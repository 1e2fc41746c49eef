"""What a front matter is made of: text, lists and mappings, each with its place in the file.

Lines and columns are 1-based, columns counted in characters, as an editor shows them. They tell where the
text begins: inside the quotes of a quoted text, on the first line of a block text.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scalar:
    """A piece of text, as typed: ``16:20``, ``010``, ``yes``, ``null`` and ``~`` are what they look like."""

    text: str
    line: int
    column: int
    parts: tuple[Scalar, ...] = ()
    """The lines of an unquoted text that runs over several; empty for a text of one line."""


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list, written with dashes or in brackets."""

    items: tuple[Node, ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class HeaderEntry:
    """A key and its value."""

    key: str
    key_line: int
    key_column: int
    value: Node | None
    """None when nothing is written after the key."""
    broken: bool = False
    """Whether the value could not be read. The problem is reported already; the value is None."""


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in the order typed. A key that was typed twice is there twice."""

    entries: tuple[HeaderEntry, ...]
    line: int
    column: int


Node = Scalar | Sequence | Mapping
