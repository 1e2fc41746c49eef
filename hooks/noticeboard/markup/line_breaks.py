"""Where a line's end is a space and where it is nothing: Chinese has none between 汉字 and beside its signs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from noticeboard.markup.nodes import Break, CodeSpan, FootnoteReference, Part, Parts, Text, Written

_WIDE = (
    "\u2e80-\u2fff\u3001-\u303f\u3040-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"
)
_SIGNS = "\u3001-\u3020\ufe30-\ufe4f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
_QUOTES = "“”‘’—…·"
_SPACELESS = re.compile(rf"[{_WIDE}{_QUOTES}][{_WIDE}{_QUOTES}]|[{_SIGNS}].|.[{_SIGNS}]", re.DOTALL)


def joins_without_space(before: str, after: str) -> bool:
    """True when a line break between these characters is no space: between 汉字, beside Chinese signs."""
    return _SPACELESS.fullmatch(before + after) is not None


def settled(parts: Parts) -> Parts:
    """`parts` without the soft breaks at which nothing belongs between two lines."""
    leaves = list(_leaves(parts))
    superfluous = {
        id(part)
        for index, part in enumerate(leaves)
        if isinstance(part, Break)
        and not part.hard
        and 0 < index < len(leaves) - 1
        and joins_without_space(_edge(leaves[index - 1], -1), _edge(leaves[index + 1], 0))
    }
    return _without(parts, superfluous) if superfluous else parts


def _leaves(parts: Sequence[Part]) -> Iterator[Part]:
    for part in parts:
        if isinstance(part, Written) and part.parts:
            yield from _leaves(part.parts)
        else:
            yield part


def _edge(part: Part, place: int) -> str:
    """The first or the last character of a part; a space where it has none."""
    if isinstance(part, FootnoteReference):
        return "1"
    return (part.text[place:][:1] if isinstance(part, Text | CodeSpan) else "") or " "


def _without(parts: Parts, superfluous: Set[int]) -> Parts:
    return tuple(
        replace(part, parts=_without(part.parts, superfluous)) if isinstance(part, Written) else part
        for part in parts
        if id(part) not in superfluous
    )
