"""What a check of the whole board looks at."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from noticeboard.cache import Cache
from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.relations import path_of_link
from noticeboard.content.documents import Document
from noticeboard.content.repository.hand_placed import is_inert
from noticeboard.content.repository.published import Published
from noticeboard.content.settings.site_nav import SiteNav


@dataclass(frozen=True, slots=True)
class Bringing:
    """The place where a document brings a file along."""

    path: str
    """Of the document."""
    line: int
    column: int


@dataclass(frozen=True)
class Board:
    """All documents, beside what is published of them."""

    catalog: Catalog
    all_documents: tuple[Document, ...]
    """Drafts and future ones too: their faults should be known before their day. And those with errors, whose values may
    be missing: an officer should hear of everything at once."""
    addresses: Set[str]
    """The addresses of all pages and files that are made."""
    hand_written: Mapping[str, str]
    """Address → path of every page in docs/."""
    hand_placed: Mapping[str, str]
    """Address → path of every other file in docs/."""
    root: Path = Path()
    """Where the files are that paths name."""
    cache: Cache = field(default_factory=Cache)
    pages: tuple[Document, ...] = ()
    """The hand-written pages as documents of no type; none where docs/ is trusted."""
    left_out: Set[str] = frozenset()
    """Addresses of those `hand_placed` that are not published."""
    generated: Set[str] = frozenset()
    """Those of `addresses` that are no document's and no copied file's."""

    nav: SiteNav = field(default_factory=SiteNav)
    """What mkdocs.yml names of the pages."""

    published: Published = field(default_factory=Published)
    """What has changed since it was published."""

    @property
    def texts(self) -> tuple[Document, ...]:
        """Whatever somebody wrote: documents and pages."""
        return (*self.all_documents, *self.pages)

    @cached_property
    def by_path(self) -> Mapping[str, Document]:
        """All documents, those that are not shown too, by their paths."""
        return {document.path: document for document in self.all_documents}

    @cached_property
    def brought(self) -> Mapping[str, Sequence[Bringing]]:
        """Path of a file in plans/ that is no document → where documents name it under 附件 or link to it, drafts too."""
        found: dict[str, list[Bringing]] = defaultdict(list)
        files = self.catalog.files.attachments
        for document in self.all_documents:
            named = [(item.path, item.line, item.column) for item in document.attachments]
            linked = [
                (path_of_link(document, link.target), link.line, link.column) for link in document.links
            ]
            for path, line, column in (*named, *linked):
                if path is not None and path in files:
                    found[path].append(Bringing(document.path, line, column))
        return found

    @cached_property
    def published_files(self) -> Mapping[str, Sequence[Bringing]]:
        """All that is published as it is → where its faults are told: those `brought`, and the files of docs/ at themselves.

        Of docs/ those are left out that mkdocs.yml names and only so are published, and all where docs/ is trusted.
        """
        if self.catalog.settings.trust_docs:
            return self.brought
        placed = {
            path: [Bringing(path, 1, 1)]
            for address, path in self.hand_placed.items()
            if address not in self.left_out and is_inert(address)
        }
        return {**self.brought, **placed}

    @cached_property
    def names_by_folder(self) -> Mapping[str, Sequence[str]]:
        """Folder → the names of the files in it, of those in plans/ that may be published."""
        grouped: dict[str, list[str]] = defaultdict(list)
        for path in self.catalog.files.sizes:
            folder, name = posixpath.split(path)
            grouped[folder].append(name)
        return grouped

    @cached_property
    def path_by_name(self) -> Mapping[str, str]:
        """Name → the first path of a file of that name."""
        return {posixpath.basename(path): path for path in reversed(list(self.catalog.files.sizes))}


def place_of_field(document: Document, field: str) -> tuple[int, int]:
    """Line and column of the key of a field; the first line when the document does not have it."""
    return document.positions.get(field, (1, 1))
