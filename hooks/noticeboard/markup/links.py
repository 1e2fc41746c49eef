"""Where a body links to, for the checks of links and for joining documents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from noticeboard.markup import nodes
from noticeboard.markup.body import Body, as_body, walk
from noticeboard.markup.plain import plain_text
from noticeboard.travelling import travelling


@travelling
@dataclass(frozen=True, slots=True)
class Link:
    """A link or a picture of a body."""

    text: str
    """What the reader sees, as plain text; of a picture its description."""
    target: str
    """The address or path as written, without the title behind it."""
    line: int
    """1-based line in the file."""
    column: int
    """1-based column of the opening bracket (of a picture, of its ``!``)."""


SCRIPT = re.compile(
    r"[\s\x00-\x1f]*(?:j\s*a\s*v\s*a|v\s*b)\s*s\s*c\s*r\s*i\s*p\s*t\s*:|\s*data\s*:", re.IGNORECASE
)
"""Targets that the renderer never lets through; nobody may come upon them here either."""
_RAW = re.compile(
    r"""<!--.*?(?:-->|\Z)
      | <(?:a|img)\s(?:[^<>]*?\s)?(?:href|src)\s*=\s*
        (?:"(?P<double>[^"<>]*)"|'(?P<single>[^'<>]*)'|(?P<bare>[^\s"'<>]+))
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)


def links_of(body: Body | str, first_line: int = 1) -> tuple[Link, ...]:
    """Every link and picture of a body outside code and comments, in order.

    Inline links, reference links (``[校历][1]``), addresses in ``<>``, raw ``<a>`` and ``<img>`` count. `first_line` is the
    number that the first line of a text has in its file.
    """
    return tuple(links_in(as_body(body, first_line).blocks))


def links_in(blocks: nodes.Blocks) -> Iterator[Link]:
    """The links and pictures of some blocks, in order."""
    for block in walk(blocks):
        if isinstance(block, nodes.Html | nodes.Element):
            yield from _in_html(block.html, block.line, block.column)
        elif isinstance(block, nodes.Table):
            for row in (block.head, *block.rows):
                for cell in row.cells:
                    yield from links_among(cell.parts)
        elif isinstance(block, nodes.Written):
            yield from links_among(block.parts)


def links_among(parts: nodes.Parts) -> Iterator[Link]:
    """The links and pictures of a text, in order."""
    for part in parts:
        if isinstance(part, nodes.Image):
            yield from _shown(Link(part.text, part.target, part.line, part.column))
        elif isinstance(part, nodes.Link):
            yield from _shown(Link(plain_text(part.parts), part.target, part.line, part.column))
        elif isinstance(part, nodes.Tag):
            yield from _in_html(part.html, part.line, part.column)
        if isinstance(part, nodes.Written):
            yield from links_among(part.parts)


def _shown(link: Link) -> Iterator[Link]:
    if not SCRIPT.match(link.target):
        yield link


def _in_html(html: str, line: int, column: int) -> Iterator[Link]:
    """The links of raw HTML that begins at a place."""
    seen, start = 0, 1 - column
    for found in _RAW.finditer(html):
        target = unescape(found["double"] or found["single"] or found["bare"] or "")
        if target:
            line += html.count("\n", seen, found.start())
            line_end = html.rfind("\n", seen, found.start())
            start = start if line_end < 0 else line_end + 1
            seen = found.start()
            yield from _shown(Link("", target, line, found.start() - start + 1))
