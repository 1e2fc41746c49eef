"""The paths that documents had before, as git tells: whoever knows their pages by them is led on (SPECIFICATION section 5)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from noticeboard.content.document_reader import KNOWN_KEYS, read_document
from noticeboard.content.documents import Document
from noticeboard.content.repository.history import History, Rename, read_contents
from noticeboard.content.repository.paths import DOCUMENT, is_passed_over
from noticeboard.content.settings.board_settings import Settings
from noticeboard.content.source import read_source

FormerPaths = Mapping[str, tuple[str, ...]]
"""Path of a document → its former ones, the last one first."""


def former_paths(
    root: Path, history: History, documents: Iterable[Document], settings: Settings, *, public: bool
) -> FormerPaths:
    """The former paths of `documents` at which they were published.

    Git calls it a rename, too, when this year's plan was written over a copy of last year's: such a file was another document.
    A public edition tells no path from days on which the document was internal.
    """
    found = [
        (document, rename)
        for document in documents
        for rename in history.renames.get(document.path, ())
        if was_published(rename.path)
    ]
    read = [(document, rename) for document, rename in found if public or not rename.is_identical]
    contents = read_contents(root, [f"{rename.commit}^:./{rename.path}" for _, rename in read])
    old = {
        (document.path, rename): _document(rename, content, settings)
        for (document, rename), content in zip(read, contents, strict=True)
    }
    former: dict[str, list[str]] = {}
    ended: set[str] = set()
    for document, rename in found:
        before = old.get((document.path, rename))
        if document.path in ended or not (rename.is_identical or is_same(before, document)):
            # What it was before it became this one is of another document.
            ended.add(document.path)
        elif not public or (before is not None and before.audience == "public" and not before.draft):
            former.setdefault(document.path, []).append(rename.path)
    return {path: tuple(paths) for path, paths in former.items()}


def was_published(path: str) -> bool:
    """Whether a document at `path` has a page."""
    return path.lower().endswith(DOCUMENT) and not any(map(is_passed_over, path.split("/")))


def is_same(before: Document | None, now: Document) -> bool:
    """Whether two texts are one document: of one type, with the same number, title or day of issue."""
    if before is None or before.type != now.type or not now.type:
        return False
    number = now.number is not None and now.number == before.number
    return number or now.title == before.title or now.date == before.date


def _document(rename: Rename, content: bytes | None, settings: Settings) -> Document | None:
    if content is None:
        return None
    return read_document(read_source(rename.path, content, KNOWN_KEYS), settings)[0]
