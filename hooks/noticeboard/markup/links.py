"""Where a body links to, for the checks of links and for joining documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from noticeboard.markup import nodes
from noticeboard.markup.body import Body, as_body, walk
from noticeboard.markup.plain import plain_text
from noticeboard.markup.raw_tags import tags_in_html
from noticeboard.markup.urls import is_script
from noticeboard.pickling import pickled_by_position


@pickled_by_position
@dataclass(frozen=True, slots=True)
class BodyLink:
    """A link or a picture of a body."""

    text: str
    """What the reader sees, as plain text; of a picture its description."""
    target: str
    """The address or path as written, without the title behind it."""
    line: int
    """1-based line in the file."""
    column: int
    """1-based column of the opening bracket (of a picture, of its ``!``)."""
    is_picture: bool = False


_HOLDERS = {"a": "href", "img": "src", "image": "src"}
"""Elements that links and pictures are written as in raw HTML, and the attribute that says where; a browser reads ``image`` as ``img``."""


def links_of(body: Body | str, first_line: int = 1) -> tuple[BodyLink, ...]:
    """Every link and picture of a body outside code and comments, in order.

    Inline links, reference links (``[校历][1]``), addresses in ``<>``, raw ``<a>`` and ``<img>`` count. `first_line` is the
    number that the first line of a text has in its file. What would run a script is not among them: no renderer lets it
    through, and nobody may come upon it here; `scripts_of` has it.
    """
    return tuple(links_in(as_body(body, first_line).blocks))


def scripts_of(body: Body | str, first_line: int = 1) -> tuple[BodyLink, ...]:
    """The links and pictures that `links_of` leaves out."""
    return tuple(link for link in _in_blocks(as_body(body, first_line).blocks) if is_script(link.target))


def links_in(blocks: nodes.Blocks) -> Iterator[BodyLink]:
    """Those of some blocks, as `links_of` has them."""
    return (link for link in _in_blocks(blocks) if not is_script(link.target))


def links_among(parts: nodes.Parts) -> Iterator[BodyLink]:
    """Those of a text, as `links_of` has them."""
    return (link for link in _among(parts) if not is_script(link.target))


def _in_blocks(blocks: nodes.Blocks) -> Iterator[BodyLink]:
    for block in walk(blocks):
        if isinstance(block, nodes.Html | nodes.HtmlElement):
            yield from _in_html(block.html, block)
        elif isinstance(block, nodes.Table):
            for row in (block.head, *block.rows):
                for cell in row.cells:
                    yield from _among(cell.parts)
        elif isinstance(block, nodes.Written):
            yield from _among(block.parts)


def _among(parts: nodes.Parts) -> Iterator[BodyLink]:
    for part in parts:
        if isinstance(part, nodes.Image):
            yield BodyLink(part.text, part.target, part.line, part.column, True)
        elif isinstance(part, nodes.Link):
            yield BodyLink(plain_text(part.parts), part.target, part.line, part.column)
        elif isinstance(part, nodes.Tag):
            yield from _in_html(part.html, part)
        elif isinstance(part, nodes.Text) and "<" in part.text:
            # A tag that was never closed is shown as text; its officer meant a link all the same.
            yield from _in_html(part.text, part)
        if isinstance(part, nodes.Written):
            yield from _among(part.parts)


def _in_html(html: str, place: nodes.Node) -> Iterator[BodyLink]:
    for tag in tags_in_html(html, place.line, place.column):
        wanted = _HOLDERS.get(tag.name)
        # Of an attribute that is given twice a browser takes the first.
        target = next((value for name, value in tag.attributes if name == wanted), "") if wanted else ""
        if target:
            yield BodyLink("", target, tag.line, tag.column, tag.name != "a")
