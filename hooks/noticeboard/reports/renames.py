"""Documents that were only renamed or moved between two versions of a board."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from noticeboard.content.documents import Document

_Key = Callable[[Document], Any]
_SAME: tuple[_Key, ...] = (
    lambda document: document.digest,
    lambda document: document.number and (document.type, document.number),
    lambda document: (document.type, document.date, document.title, document.unit),
    lambda document: document.body.strip() and (document.type, document.date, document.body),
)
"""What makes two files one document, the surest first; nothing where a document has no such mark."""


def renames_between(old: Mapping[str, Document], new: Mapping[str, Document]) -> Mapping[str, str]:
    """New path → old path of the documents in `new` that stood under another name in `old`."""
    gone = {path: document for path, document in old.items() if path not in new}
    come = {path: document for path, document in new.items() if path not in old}
    found: dict[str, str] = dict(_declared(gone, come))
    for key in _SAME:
        before = _alone(key, {path: it for path, it in gone.items() if path not in found.values()})
        after = _alone(key, {path: it for path, it in come.items() if path not in found})
        found |= {path: before[mark] for mark, path in after.items() if mark in before}
    return found


def _declared(gone: Mapping[str, Document], come: Mapping[str, Document]) -> Iterator[tuple[str, str]]:
    """Those that say so themselves, under 曾用网址."""
    lived = {document.address: path for path, document in gone.items()}
    for path, document in come.items():
        for former in document.former_addresses:
            if former.address in lived:
                yield path, lived.pop(former.address)
                break


def _alone(key: _Key, documents: Mapping[str, Document]) -> dict[Any, str]:
    """Mark → path of the one document that bears it; without marks that several bear."""
    marks = [(key(document), path) for path, document in documents.items()]
    counts = Counter(mark for mark, _ in marks)
    return {mark: path for mark, path in marks if mark and counts[mark] == 1}
