"""Where a list follows: the lines above it introduce it, and are no activities of their own."""

from __future__ import annotations

from collections.abc import Sequence

from noticeboard import times
from noticeboard.content.plain_lines import Line
from noticeboard.content.section_reader import COLON, Node
from noticeboard.content.time_lines import FRAME
from noticeboard.markup.nodes import Heading, Item, Label
from noticeboard.markup.plain import plain_text


def lists_ahead(nodes: Sequence[Node]) -> tuple[bool, ...]:
    """Of each node, whether an item of a list comes behind it, before the next heading or line of a time."""
    found, is_ahead = [], False
    for node in reversed(nodes):
        found.append(is_ahead)
        if isinstance(node, Item):
            is_ahead = True
        elif isinstance(node, Heading | Label) or _is_time(node):
            is_ahead = False
    return tuple(reversed(found))


def _is_time(node: Node) -> bool:
    return isinstance(node, Line) and times.is_time_line(
        plain_text(node.parts).strip(FRAME + COLON), with_blank=True
    )
