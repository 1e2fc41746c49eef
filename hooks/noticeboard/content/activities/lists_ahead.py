"""Where a list follows: the lines above it introduce it, and are no activities of their own."""

from __future__ import annotations

from collections.abc import Sequence

from noticeboard import times
from noticeboard.content.activities.plain_lines import Line
from noticeboard.content.activities.section_reader import Node
from noticeboard.content.activities.time_lines import without_signs
from noticeboard.markup.nodes import Heading, Item, Label
from noticeboard.markup.plain import plain_text


def lists_ahead(nodes: Sequence[Node], listed: frozenset[int] = frozenset()) -> tuple[bool, ...]:
    """Of each node, whether an item of a list comes behind it, before the next heading or line of a time.

    `listed` are the numbers of lines that say a month among others.
    """
    found, is_ahead = [], False
    for node in reversed(nodes):
        found.append(is_ahead)
        if isinstance(node, Item):
            is_ahead = not heads_what_follows(node)
        elif isinstance(node, Heading | Label) or node.line in listed or _is_time(node):
            is_ahead = False
    return tuple(reversed(found))


def heads_what_follows(item: Item, *, with_theme: bool = False) -> bool:
    """Whether an item says nothing but a time like a heading's, with nothing of its own below it: ■三月.

    `with_theme` says that it may have one, as before a list that begins with 1: ■三月：女工活动.
    """
    is_plain = item.ticked is None and not item.blocks and item.marker.number is None
    text = without_signs(plain_text(item.parts))
    reading = times.read_heading(text, times.Context()) if is_plain and times.is_time_line(text) else None
    return reading is not None and (with_theme or not reading.theme)


def _is_time(node: Node) -> bool:
    return isinstance(node, Line) and times.is_time_line(
        without_signs(plain_text(node.parts)), with_blank=True
    )
