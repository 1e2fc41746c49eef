"""What a document says, wherever its words stand: what a repair must not change."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from noticeboard.content.documents import Document
from noticeboard.content.fields import declarations
from noticeboard.content.notice_period import NoticePeriod
from noticeboard.markup.lists import BLANKS, read_box, read_marker
from noticeboard.markup.paragraph_tags import without_paragraph_tags
from noticeboard.markup.scanner import lines_of
from noticeboard.times import Period, Time

_BESIDE_FIELDS = ("path", "meta", "activities", "links")
_PLACES = frozenset({"line", "column"})


def meaning(document: Document) -> Mapping[str, Any]:
    """Everything that two readings of a document must share to be the same document.

    Its fields, activities and links without their places, and the words of its body, so that none can be lost.
    """
    names = [*_BESIDE_FIELDS, *(field.name for field in declarations(type(document)))]
    values = {name: _normalized(getattr(document, name)) for name in names}
    lines = without_paragraph_tags([(number, 1, line) for number, line in enumerate(lines_of(document.body))])
    words = "".join(sign for _, _, line in lines for sign in _typed(line) if sign.isalnum())
    return values | {"type": document.type, "words": words, "given": frozenset(document.positions)}


def _typed(line: str) -> str:
    """A line without the bullet and the box before it, which `fix` may write anew, as the days; activities have what they say."""
    start = len(line) - len(line.lstrip(BLANKS))
    marker = read_marker(line, start)
    if marker is None:
        return _with_days(line)
    number = "" if marker.number is None else line[start : marker.end]
    return _with_days(f"{number} {line[read_box(line, marker.end)[1] :]}")


_SIGNED = re.compile(
    r"(?<![0-9./-])(?P<month>[0-9]{1,2})\s*(?:[./-]\s*(?P<day>[0-9]{1,2})(?![0-9./-])|月\s*(?P<unsigned>[0-9]{1,2})(?![0-9日号]))"
)


def _with_days(text: str) -> str:
    """A text with its days in words: 3.8, 03/08, 3-8 and 3月8 are 3月8日."""
    return _SIGNED.sub(_day_of, unicodedata.normalize("NFKC", text))


def _day_of(found: re.Match[str]) -> str:
    return f"{int(found['month'])}月{int(found['day'] or found['unsigned'])}日"


def _normalized(value: Any) -> Any:
    if isinstance(value, Period):
        return value.start, value.end, value.kind
    if isinstance(value, Time):
        value = replace(value, text=_with_days(value.text))
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
