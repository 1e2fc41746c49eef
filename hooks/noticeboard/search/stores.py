"""Files of texts in whole: with them a match is verified, and its sentence shown."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from noticeboard.search.passages import Passage

_TEXTS = 6_000
"""Characters of a file: three documents of common length, some 7 KB on the wire."""

Store = tuple[int, str]
"""A file of texts: the number of its first one, and each one's address and passages as JavaScript."""


def stores_of(texts: Iterable[tuple[str, Sequence[Passage]]]) -> list[Store]:
    """The files of `texts`, each an address and its passages, a few a file."""
    stores: list[tuple[int, list[list[str | list[str]]]]] = []
    room = 0
    for number, (address, passages) in enumerate(texts):
        if room <= 0:
            stores.append((number, []))
            room = _TEXTS
        stores[-1][1].append([address, *map(_stored, passages)])
        room -= sum(len(passage.text) for passage in passages)
    return [(first, script_data(store)) for first, store in stores]


def _stored(passage: Passage) -> list[str]:
    return [passage.kind + passage.anchor, passage.text, *([passage.label] if passage.label else [])]


def script_data(data: object) -> str:
    """`data` as JavaScript: JSON, with the two line separators escaped that old browsers do not take in strings."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
