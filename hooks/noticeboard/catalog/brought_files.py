"""The files that a document brings along: those under 附件, and those that its text links to or shows."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from noticeboard.catalog.relations import path_of_link
from noticeboard.content.document import Document
from noticeboard.content.field_types.attachments import Attachment


def brought_files(document: Document) -> tuple[Attachment, ...]:
    """Each file once, at its first place; a link may lead to what is no file, or is not there."""
    found: dict[str, Attachment] = {}
    for file in (*document.attachments, *_linked(document)):
        found.setdefault(file.path, file)
    return tuple(found.values())


def _linked(document: Document) -> Iterator[Attachment]:
    for link in document.links:
        if path := path_of_link(document, link.target):
            yield Attachment(path, posixpath.basename(path), link.line, link.column)
