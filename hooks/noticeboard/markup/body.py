"""A document's body, read once: the tree that everything else is folded from."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from functools import cached_property

from noticeboard.markup.blocks import read_blocks
from noticeboard.markup.html_tables import tables_in
from noticeboard.markup.nodes import (
    Block,
    Blocks,
    Heading,
    Holder,
    Html,
    HtmlElement,
    Item,
    Label,
    List,
    Paragraph,
    Quote,
    Table,
)


class Body:
    """The blocks of a body.

    They go to another process, and into the store of documents, packed, and are unpacked there by those only who look into
    them: most processes hand on more bodies than they read.
    """

    def __init__(self, packed: bytes) -> None:
        self._packed = packed
        self._unpack: Callable[[], Blocks] | None = None

    @classmethod
    def of(cls, blocks: Blocks) -> Body:
        """A body of blocks that are made already."""
        body = cls(b"")
        body.blocks = blocks
        return body

    @classmethod
    def later(cls, unpack: Callable[[], Blocks]) -> Body:
        """A body of the blocks that `unpack` gives when they are first asked for."""
        body = cls(b"")
        body._unpack = unpack
        return body

    @cached_property
    def blocks(self) -> Blocks:
        """Its tree, unpacked when it is first asked for."""
        if self._unpack is not None:
            return self._unpack()
        blocks: Blocks = pickle.loads(self._packed)
        return blocks

    def __reduce__(self) -> tuple[type[Body], tuple[bytes]]:
        return Body, (self._packed or pickle.dumps(self.blocks, pickle.HIGHEST_PROTOCOL),)


EMPTY = Body.of(())


def read_body(text: str, first_line: int = 1) -> Body:
    """The body `text`, whose first line has the number `first_line` in its file. Never raises for what an officer wrote."""
    return Body.of(read_blocks(text, first_line))


def as_body(body: Body | str, first_line: int = 1) -> Body:
    """A body for those who may be given its text."""
    return read_body(body, first_line) if isinstance(body, str) else body


def walk(blocks: Blocks) -> Iterator[Block | Item]:
    """All blocks in the order in which they stand, those inside others too, and the items of lists."""
    for block in blocks:
        yield block
        if isinstance(block, List):
            for item in block.items:
                yield item
                yield from walk(item.blocks)
        elif isinstance(block, Holder):
            yield from walk(block.blocks)


def outline(blocks: Blocks) -> Iterator[Heading | Label | Item]:
    """Headings, labels and items at the top of the body, where activities are read; quotes and notes hold none."""
    for block in blocks:
        if isinstance(block, List):
            yield from block.items
        elif isinstance(block, HtmlElement):
            yield from outline(block.blocks)
        elif isinstance(block, Heading | Label):
            yield block


def texts_at_top(
    blocks: Blocks, takes: Callable[[Quote], bool] = lambda quote: False
) -> Iterator[Heading | Label | Item | Paragraph | Table]:
    """The outline with the paragraphs and tables, those in raw HTML too, between its headings, labels and items.

    What stands in a quote is left out, but for the quotes that `takes` says.
    """
    for block in blocks:
        if isinstance(block, List):
            yield from block.items
        elif isinstance(block, HtmlElement) or (isinstance(block, Quote) and takes(block)):
            yield from texts_at_top(block.blocks, takes)
        elif isinstance(block, Html):
            yield from tables_in(block)
        elif isinstance(block, Heading | Label | Paragraph | Table):
            yield block


def tables_among(blocks: Blocks, *, filled: bool = False) -> Iterator[Table]:
    """All tables, those of raw HTML too, as an import writes what has merged cells; `filled` as for these."""
    for block in walk(blocks):
        if isinstance(block, Table):
            yield block
        elif isinstance(block, Html):
            yield from tables_in(block, filled=filled)


def headings_in(body: Body) -> Iterator[Heading]:
    """All headings in the order in which they stand, those in quotes and notes too."""
    return (block for block in walk(body.blocks) if isinstance(block, Heading))


def items_below(item: Item) -> Iterator[Item]:
    """The items of the lists below an item."""
    return (node for node in outline(item.blocks) if isinstance(node, Item))
