"""What a document says, wherever its words stand: what a repair must not change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from noticeboard.content.documents import Document
from noticeboard.content.fields import declarations
from noticeboard.content.notice_period import NoticePeriod
from noticeboard.markup.lists import BLANKS, read_box, read_marker
from noticeboard.markup.scanner import lines_of
from noticeboard.times import Period

_BESIDE_FIELDS = ("path", "meta", "activities", "links")
_PLACES = frozenset({"line", "column"})


def meaning(document: Document) -> Mapping[str, Any]:
    """Everything that two readings of a document must share to be the same document.

    Its fields, activities and links without their places, and the words of its body, so that none can be lost.
    """
    names = [*_BESIDE_FIELDS, *(field.name for field in declarations(type(document)))]
    values = {name: _normalized(getattr(document, name)) for name in names}
    words = "".join(sign for line in lines_of(document.body) for sign in _typed(line) if sign.isalnum())
    return values | {"type": document.type, "words": words, "given": frozenset(document.positions)}


def _typed(line: str) -> str:
    """A line without the bullet and the box before it, which `fix` may write anew; activities have what they say."""
    start = len(line) - len(line.lstrip(BLANKS))
    marker = read_marker(line, start)
    if marker is None or marker.number is not None:
        return line
    return line[read_box(line, marker.end)[1] :]


def _normalized(value: Any) -> Any:
    if isinstance(value, Period):
        return value.start, value.end, value.kind
    if isinstance(value, NoticePeriod):
        return value.start, value.end
    if is_dataclass(value) and not isinstance(value, type):
        names = [field.name for field in fields(value) if field.name not in _PLACES]
        return type(value).__name__, tuple((name, _normalized(getattr(value, name))) for name in names)
    if isinstance(value, tuple | list):
        return tuple(map(_normalized, value))
    if isinstance(value, Mapping):
        return {key: _normalized(inner) for key, inner in value.items()}
    return value
