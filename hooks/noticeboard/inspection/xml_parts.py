"""The text in a part of an office document: paragraphs, tables' rows, and the few attributes that hold words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from noticeboard.inspection.libraries import library
from noticeboard.inspection.passages import NotRead, row

_PARAGRAPHS = frozenset({"p", "h"})
_ROWS = frozenset({"tr", "table-row"})
_CELLS = frozenset({"tc", "table-cell", "covered-table-cell"})
_SPOKEN = frozenset({"descr", "title", "Target", "tooltip", "href"})
"""Attributes that hold text: of pictures, of links."""
_LIST = frozenset({"numPr", "list-item"})


def parse(data: bytes) -> Any:
    """The root of an XML part, without entities: they could unfold to anything."""
    tree = library("defusedxml.ElementTree")
    try:
        return tree.fromstring(data, forbid_dtd=True)
    except (tree.ParseError, ValueError, LookupError) as error:
        raise NotRead("里面有损坏的部分") from error


def local(tag: object) -> str:
    """An element's name without its namespace."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def lines_of(root: Any) -> Iterator[str]:
    """Its paragraphs and rows in order, deleted and hidden text too; elsewhere each element's text is a line."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        name = local(element.tag)
        yield from (value for key, value in element.attrib.items() if local(key) in _SPOKEN)
        if name in _ROWS:
            cells = [child for child in element.iter() if local(child.tag) in _CELLS]
            yield row([" ".join(_paragraphs(cell)) for cell in cells])
            yield from (
                value
                for inner in element.iter()
                for key, value in inner.attrib.items()
                if local(key) in _SPOKEN
            )
        elif name in _PARAGRAPHS:
            text = "".join(_texts(element))
            is_item = any(local(child.tag) in _LIST for child in element.iter())
            yield f"- {text}" if is_item and text else text
            yield from (
                value
                for inner in element.iter()
                for key, value in inner.attrib.items()
                if local(key) in _SPOKEN
            )
        else:
            if element.text and element.text.strip():
                yield element.text
            waiting.extend(reversed(element))


def _paragraphs(cell: Any) -> Iterator[str]:
    """The paragraphs of a cell; all its text when it has none."""
    found = [element for element in cell.iter() if local(element.tag) in _PARAGRAPHS]
    yield from ("".join(_texts(element)) for element in found) if found else ("".join(cell.itertext()),)


def _texts(paragraph: Any) -> Iterator[str]:
    """The text of a paragraph, with blanks where it has tabs and breaks, without its fields' instructions."""
    for element in paragraph.iter():
        name = local(element.tag)
        if name in ("tab", "br", "cr", "s"):
            yield " "
        if element.text:
            yield element.text
        if element.tail and element is not paragraph:
            yield element.tail
