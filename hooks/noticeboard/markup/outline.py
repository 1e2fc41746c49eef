"""The headings and list items of a body, each with its place in the file (SPECIFICATION section 4)."""

from __future__ import annotations

from dataclasses import dataclass, field

from noticeboard.markup.lists import Marker
from noticeboard.markup.scanner import Kind, Row, lines_of, scan


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of one line: where it stands in the file (1-based) and what it says."""

    number: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; a section is what follows it up to the next heading of its level or a higher one."""

    level: int
    text: Line


@dataclass(frozen=True, slots=True)
class Label:
    """A line that officers use like a heading: ``**三月**`` or ``三月份：`` before a list, ``一、加强学习``."""

    text: Line


@dataclass(frozen=True, slots=True)
class Item:
    """A list item with the items below it."""

    marker: Marker
    lines: tuple[Line, ...]
    """The item's own paragraph: the text behind the marker, then its continuation lines."""
    items: tuple[Item, ...] = ()

    @property
    def line(self) -> int:
        """1-based number of the item's first line in the file."""
        return self.lines[0].number

    @property
    def column(self) -> int:
        """1-based column of the marker."""
        return self.marker.start + 1


Node = Heading | Label | Item


def read_outline(body: str, first_line: int = 1) -> tuple[Node, ...]:
    """Headings, labels and top-level items of `body` in order.

    `first_line` is the number that the body's first line has in its file.
    """
    nodes: list[Heading | Label | _Draft] = []
    open_items: list[_Draft] = []
    paragraph: _Draft | None = None
    for row in scan(lines_of(body)):
        kind = row.kind
        if kind is Kind.TEXT:
            if paragraph is not None and not row.opens and row.depth:
                paragraph.lines.append(_line(row, first_line))
            else:
                paragraph = None
        elif kind is Kind.ITEM:
            paragraph = _Draft(row.marker, [_line(row, first_line)])
            del open_items[row.depth :]
            (open_items[-1].items if open_items else nodes).append(paragraph)
            open_items.append(paragraph)
        else:
            paragraph = None
            if kind is Kind.HEADING:
                nodes.append(Heading(row.level, _line(row, first_line)))
            elif kind is Kind.LABEL and not row.depth:
                nodes.append(Label(_line(row, first_line)))
    return tuple(node.frozen() if isinstance(node, _Draft) else node for node in nodes)


def _line(row: Row, first_line: int) -> Line:
    return Line(row.index + first_line, row.column + 1, row.text)


@dataclass(slots=True)
class _Draft:
    """An item whose lines and sub-items are still being read."""

    marker: Marker
    lines: list[Line]
    items: list[_Draft] = field(default_factory=list)

    def frozen(self) -> Item:
        return Item(self.marker, tuple(self.lines), tuple(item.frozen() for item in self.items))
