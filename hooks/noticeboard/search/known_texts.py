"""What the search reads of documents, as it was read for the build before: cutting a thousand texts anew takes longer than the rest of the index.

It is read of a text, and of what the board tells of it; where either has changed, it is read again.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from noticeboard.cache import Cache
from noticeboard.content.documents import Document
from noticeboard.search.passages import Passage, PassageKind

_TABLE = "texts"
_FEW = 16
"""Texts that are sooner read again by the next builds than all others written once more."""


class KnownTexts:
    """The passages of documents, in a table of `cache`. `state` is a digest of what the board tells; without one nothing is known."""

    def __init__(self, cache: Cache, state: str) -> None:
        self._cache = cache if state else Cache()
        self._state = state
        self._kept: Mapping[str, Any] = self._cache.read(_TABLE, state)
        self._new: dict[str, list[Passage]] = {}

    def of(self, document: Document) -> list[Passage] | None:
        """The passages of a document; None where they are not known."""
        kept = self._kept.get(_key(document))
        return None if kept is None else [Passage(PassageKind(kind), *rest) for kind, *rest in kept]

    def note(self, document: Document, passages: list[Passage]) -> None:
        """To be told of what was read now."""
        if self._state:
            self._new[_key(document)] = passages

    def save(self, documents: tuple[Document, ...]) -> None:
        """Keeps what is known of `documents` for the next build."""
        if len(self._new) > min(_FEW, len(self._kept)):
            known = {**self._kept, **self._new}
            keys = filter(known.__contains__, map(_key, documents))
            self._cache.write(_TABLE, self._state, {key: known[key] for key in keys})


def _key(document: Document) -> str:
    return f"{document.digest} {document.path}"
