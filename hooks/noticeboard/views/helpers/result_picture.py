"""A result with a picture: what the front page shows of the newest document that brings one of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.relations import path_of_link
from noticeboard.content.documents import Document, Notice, Summary

_STAYS = timedelta(days=60)
_LARGEST = 100_000
"""In bytes. The program makes no pictures smaller, and the front page is read on telephones; a larger one stays in its document."""
_SHOWN = (".png", ".jpg", ".jpeg", ".gif", ".webp")
"""What every browser shows that the site may be read with."""


@dataclass(frozen=True, slots=True)
class ToldPicture:
    """A document and the picture in its text."""

    document: Document
    path: str
    """Of the picture, below the repository root."""
    text: str
    """What it shows, in words."""


def newest_picture(catalog: Catalog) -> ToldPicture | None:
    """That of the newest summary or notice of the last 60 days that has one; of summaries and notices of a day the summary."""
    found = [
        document
        for document in (*catalog.of_type(Summary), *catalog.of_type(Notice))
        if catalog.is_current(document) and catalog.today - _STAYS <= document.date <= catalog.today
    ]
    found.sort(key=lambda document: document.date, reverse=True)
    return next((picture for document in found for picture in _pictures(catalog, document)), None)


def _pictures(catalog: Catalog, document: Document) -> Iterator[ToldPicture]:
    for link in document.links:
        path = path_of_link(document, link.target) if link.is_picture else None
        if path is None or not link.text.strip() or not path.lower().endswith(_SHOWN):
            continue
        if 0 < catalog.files.attachments.get(path, 0) <= _LARGEST:
            yield ToldPicture(document, path, link.text)
