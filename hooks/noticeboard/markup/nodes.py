"""The tree of a body: blocks, and the inline parts of their text. Every node knows its place in the file.

`line` and `column` are 1-based and those of the first character that was typed for the node, its marks included, but of a
heading that of its text. Every further character of a `Text` stands one column further.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from noticeboard.markup.lists import Marker, Style
from noticeboard.travelling import travelling


def _node(cls: type) -> type:
    return travelling(dataclass(frozen=True, slots=True)(cls))


@_node
class Text:
    """Characters as a reader sees them, all of one line."""

    line: int
    column: int
    text: str


@_node
class Break:
    """A line's end: hard where it was asked for, else one at which the language has a space."""

    line: int
    column: int
    hard: bool


@_node
class CodeSpan:
    """`` `code` ``"""

    line: int
    column: int
    text: str


@_node
class Strong:
    """`**text**`, `__text__`"""

    line: int
    column: int
    parts: Parts


@_node
class Emphasis:
    """`_text_`"""

    line: int
    column: int
    parts: Parts


@_node
class Strike:
    """`~~text~~`"""

    line: int
    column: int
    parts: Parts


@_node
class Link:
    """`[text](target "title")`, `[text][name]`, `<https://…>`"""

    line: int
    column: int
    parts: Parts
    target: str
    """As written, without brackets and title."""
    title: str


@_node
class Image:
    """`![text](target "title")`"""

    line: int
    column: int
    text: str
    target: str
    title: str


@_node
class Tag:
    """An element of raw HTML within a line, with what stands between its tags; `img` has nothing."""

    line: int
    column: int
    name: str
    html: str
    """Its opening tag as typed: it must be cleaned before anybody sees it."""
    parts: Parts


@_node
class FootnoteReference:
    """`[^name]` of a footnote that there is."""

    line: int
    column: int
    name: str


Part: TypeAlias = (
    Text | Break | CodeSpan | Strong | Emphasis | Strike | Link | Image | Tag | FootnoteReference
)
Parts: TypeAlias = tuple[Part, ...]


@_node
class Heading:
    """`## text {#asked}`; a section is what follows it up to the next heading of its level or a higher one."""

    line: int
    column: int
    level: int
    parts: Parts
    asked: str
    """The id that it asks for."""


@_node
class Label:
    """A paragraph that officers use like a heading: `三月份：` before a list, `一、加强学习`."""

    line: int
    column: int
    parts: Parts
    length: int
    """Characters that were typed for it."""


@_node
class Paragraph:
    line: int
    column: int
    parts: Parts


@_node
class Item:
    """An item of a list: its own paragraph, and the blocks below that."""

    line: int
    column: int
    marker: Marker
    ticked: bool | None
    """What its box says; None without one."""
    parts: Parts
    height: int
    """Lines of its own paragraph."""
    blocks: Blocks

    @property
    def text_column(self) -> int:
        """Column of what stands behind the marker."""
        return self.column + self.marker.end - self.marker.start


@_node
class List:
    line: int
    column: int
    style: Style
    items: tuple[Item, ...]


@_node
class Cell:
    line: int
    column: int
    parts: Parts


@_node
class Row:
    line: int
    column: int
    cells: tuple[Cell, ...]
    """As many as the table has columns; what was typed beyond them stands in the last."""
    width: int
    """Cells that were typed, up to the last that is not empty."""


@_node
class Table:
    line: int
    column: int
    head: Row
    sides: tuple[str, ...]
    """A column's alignment: left, center, right or empty."""
    rows: tuple[Row, ...]


@_node
class Quote:
    line: int
    column: int
    blocks: Blocks


@_node
class Rule:
    """`---`"""

    line: int
    column: int


@_node
class Code:
    """Fenced or indented code; `text` ends in a line end."""

    line: int
    column: int
    text: str
    fenced: bool


@_node
class Admonition:
    """`!!! kind "title"`"""

    line: int
    column: int
    kind: str
    title: str | None
    """None for that of its kind."""
    blocks: Blocks


@_node
class Html:
    """A block of raw HTML, or a comment."""

    line: int
    column: int
    html: str
    """As typed: it must be cleaned before anybody sees it."""


@_node
class Element:
    """An element of raw HTML that holds Markdown, such as `<details>`."""

    line: int
    column: int
    name: str
    html: str
    """What opens it, as typed: a tag and perhaps more, such as the `<summary>`."""
    blocks: Blocks


@_node
class Footnote:
    """`[^name]: text`"""

    line: int
    column: int
    name: str
    blocks: Blocks


Block: TypeAlias = (
    Heading | Label | Paragraph | List | Table | Quote | Rule | Code | Admonition | Html | Element | Footnote
)
Blocks: TypeAlias = tuple[Block, ...]
