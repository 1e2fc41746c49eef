"""What the search reads of the bodies of documents, as it was read for the build before: cutting a thousand of them anew takes longer than the rest of the index.

A body's passages are told by its text, and the days of its activities; so an edit anywhere else on the board reads none again.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from hashlib import sha256
from typing import Any

from noticeboard.cache import Cache, code_state
from noticeboard.content.documents import Document
from noticeboard.content.settings.board_settings import Settings
from noticeboard.search.passages import Passage, PassageKind, passages_of

_TABLE = "texts"
_FEW = 16
"""Texts that are sooner read again by the next builds than all others written once more."""
_UNSEEN = 8
"""Texts that are sooner read than looked up: the table of all others has to be loaded for it."""


class KnownTexts:
    """The passages of bodies that were read under the same `settings`, in a table of `cache`."""

    def __init__(self, cache: Cache, settings: Settings) -> None:
        self._cache = cache
        self._state = f"{code_state()} {settings!r}" if cache.folder else ""
        self._new: dict[str, list[Passage]] = {}
        self._used: list[str] = []

    @cached_property
    def _kept(self) -> Mapping[str, Any]:
        """Read where it is needed: after an edit of one text there are blocks of the index that tell of all others."""
        return self._cache.read(_TABLE, self._state)

    def passages_of(self, document: Document, days: Mapping[str, str]) -> list[Passage]:
        """The passages of a document's body; `days` maps an activity's anchor to its days, in words."""
        if not self._cache.folder:
            return [*passages_of(document.tree, document.activities, days)]
        key = _key(document, days)
        self._used.append(key)
        kept = self._kept.get(key) if len(self._used) > _UNSEEN else None
        if kept is not None:
            return [Passage(PassageKind(kind), *rest) for kind, *rest in kept]
        self._new[key] = found = [*passages_of(document.tree, document.activities, days)]
        return found

    def save(self, count: int) -> None:
        """Keeps what was asked for, for the next build, and of the rest as many as there are texts at most: the last `count` of all."""
        if len(self._new) > min(_FEW, count // 2):
            used = dict.fromkeys(self._used)
            others = [key for key in self._kept if key not in used]
            known = {**self._kept, **self._new}
            keys = (*others, *used)[-max(count, len(used)) :]
            self._cache.write(_TABLE, self._state, {key: known[key] for key in keys})


def _key(document: Document, days: Mapping[str, str]) -> str:
    """A SHA-256 in hexadecimal. The body itself is in it: names leave one without a change of the file."""
    about = f"{document.path}\0{document.digest}\0{days!r}\0{document.body}"
    return sha256(about.encode("utf-8", "surrogatepass")).hexdigest()
