"""The tree of a body: blocks, and the inline parts of their text. Every node knows its place in the file.

`line` and `column` are 1-based and those of the first character that was typed for the node, its marks included, but of a
heading that of its text. Every further character of a `Text` stands one column further.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias, TypeVar, dataclass_transform

from noticeboard.markup.lists import Marker, MarkerStyle
from noticeboard.pickling import pickled_by_position

_Class = TypeVar("_Class")


@dataclass_transform(frozen_default=True)
def _node(cls: type[_Class]) -> type[_Class]:
    return pickled_by_position(dataclass(frozen=True, slots=True)(cls))


@_node
class Node:
    line: int
    column: int


@_node
class Written(Node):
    """A node that holds a text."""

    parts: Parts


@_node
class Holder(Node):
    """A block that holds others."""

    blocks: Blocks


@_node
class Text(Node):
    """Characters as a reader sees them, all of one line."""

    text: str


@_node
class Break(Node):
    """A line's end: hard where it was asked for, else one at which the language has a space."""

    hard: bool


@_node
class CodeSpan(Node):
    """`` `code` ``"""

    text: str


@_node
class Strong(Written):
    """`**text**`, `__text__`"""


@_node
class Emphasis(Written):
    """`_text_`"""


@_node
class Strike(Written):
    """`~~text~~`"""


@_node
class Link(Written):
    """`[text](target "title")`, `[text][name]`, `<https://…>`"""

    target: str
    """As written, without brackets and title."""
    title: str


@_node
class Image(Node):
    """`![text](target "title")`"""

    text: str
    target: str
    title: str


@_node
class Tag(Written):
    """An element of raw HTML within a line, with what stands between its tags; `img` has nothing."""

    name: str
    html: str
    """Its opening tag as typed: it must be cleaned before anybody sees it."""


@_node
class FootnoteReference(Node):
    """`[^name]` of a footnote that there is."""

    name: str


Part: TypeAlias = (
    Text | Break | CodeSpan | Strong | Emphasis | Strike | Link | Image | Tag | FootnoteReference
)
Parts: TypeAlias = tuple[Part, ...]


@_node
class Heading(Written):
    """`## text {#asked}`; a section is what follows it up to the next heading of its level or a higher one."""

    level: int
    asked: str
    """The id that it asks for."""


@_node
class Label(Written):
    """A paragraph that officers use like a heading: `三月份：` before a list, `一、加强学习`."""

    length: int
    """Characters that were typed for it."""


@_node
class Paragraph(Written):
    """Lines of text."""


@_node
class Signature(Paragraph):
    """A line at the end that says who issues the document, or when: 落款."""


@_node
class Item(Written):
    """An item of a list: its own paragraph, and the blocks below that."""

    marker: Marker
    ticked: bool | None
    """What its box says; None without one."""
    height: int
    """Lines of its own paragraph."""
    blocks: Blocks

    @property
    def text_column(self) -> int:
        """Column of what stands behind the marker."""
        return self.column + self.marker.end - self.marker.start


@_node
class List(Node):
    """Items of one kind of marker, one after the other."""

    style: MarkerStyle
    items: tuple[Item, ...]


@_node
class Cell(Written):
    """A cell of a table."""


@_node
class Row(Node):
    """A row of a table."""

    cells: tuple[Cell, ...]
    """As many as the table has columns; what was typed beyond them stands in the last."""
    width: int
    """Cells that were typed, up to the last that is not empty."""


@_node
class Table(Node):
    """`| head |`, a line of dashes below it, rows."""

    head: Row
    sides: tuple[str, ...]
    """A column's alignment: left, center, right or empty."""
    rows: tuple[Row, ...]
    form: str
    """Empty where it has its signs; else `full-width` (｜), `tabs`, `blanks`, `no-rule` or `poor-rule`."""


@_node
class Quote(Holder):
    """`> text`"""


@_node
class Rule(Node):
    """`---`"""


@_node
class Code(Node):
    """Fenced or indented code; `text` ends in a line end."""

    text: str


@_node
class Admonition(Holder):
    """`!!! kind "title"`"""

    kind: str
    title: str | None
    """None for that of its kind."""


@_node
class Html(Node):
    """A block of raw HTML, or a comment."""

    html: str
    """As typed: it must be cleaned before anybody sees it."""


@_node
class HtmlElement(Holder):
    """An element of raw HTML that holds Markdown, such as `<details>`."""

    name: str
    html: str
    """What opens it, as typed: a tag and perhaps more, such as the `<summary>`."""


@_node
class Footnote(Holder):
    """`[^name]: text`"""

    name: str


Block: TypeAlias = (
    Heading
    | Label
    | Paragraph
    | Signature
    | List
    | Table
    | Quote
    | Rule
    | Code
    | Admonition
    | Html
    | HtmlElement
    | Footnote
)
Blocks: TypeAlias = tuple[Block, ...]
