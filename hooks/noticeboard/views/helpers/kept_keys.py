"""The keys of pages and files: what has the same key is the same.

All that lists, months and files tell is a function of what the board tells. While that stays the same, which a corrected word changes nothing of,
their keys are those of the build before, and nothing need be worked out to see it: for 1,000 documents that took 5 of the 13 s of a build after an edit.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256

from noticeboard.catalog.catalog import Catalog
from noticeboard.content.documents import Document
from noticeboard.markup.heading_ids import HeadingId
from noticeboard.text_store import TextStore
from noticeboard.views.helpers.dependencies import UnknownDependency, digest_of
from noticeboard.views.helpers.page import Asset, Page


class KeptKeys:
    """Those of one board. `frame` is a digest of what is the same for all pages; without one nothing has a key."""

    def __init__(self, catalog: Catalog, frame: str, store: TextStore) -> None:
        self._catalog = catalog
        self._frame = frame
        self._store = store
        self.state = state_of(catalog, frame)
        kept = store.read(self.state) if self.state else None
        self._before: Mapping[str, str] = json.loads(kept) if kept else {}
        self._found: dict[str, str] = {}

    def known(self, item: Page | Asset) -> str:
        """The key of what the build before has made; empty where one must look what it is made of."""
        if item.depends is None and isinstance(item, Asset):
            return self._of_state(item)
        told = self._before.get(item.address, "")
        return self._noted(item, told) if told else ""

    def of_page(self, page: Page, context: Mapping[str, object], targets: Mapping[str, str | None]) -> str:
        """The key of a page, given what it is filled with, and where the links of its body lead; empty where only its `of_content` can tell."""
        return self._worked_out(page, (targets, page.depends(context))) if page.depends else ""

    def of_content(self, page: Page, html: str, headings: Sequence[HeadingId]) -> str:
        """The key of a page of which nobody says what it depends on: its content, once that is rendered, is all that it tells.

        Of some thirty such pages an edit changes two or three; so the others are not filled into the theme again.
        """
        return self._worked_out(page, (html, headings))

    def of_asset(self, asset: Asset) -> str:
        """The key of a file."""
        return self._of_state(asset) if asset.depends is None else self._digest(asset, asset.depends())

    def note(self, told: Mapping[str, str]) -> None:
        """Takes over what another process has `found`."""
        self._found.update(told)

    @property
    def found(self) -> Mapping[str, str]:
        """Address → what is told there, as a digest, of all that was asked for."""
        return self._found

    def save(self) -> None:
        """Keeps what was found for the next build."""
        if self.state and self._found != self._before:
            self._store.write(self.state, json.dumps(self._found))

    def _of_state(self, item: Asset) -> str:
        if not self.state:
            return ""
        also = item.also() if item.also else None
        try:
            return self._own(item, digest_of((self.state, item.address, also)))
        except UnknownDependency:
            return ""

    def _worked_out(self, page: Page, depends: object) -> str:
        about = page.title, page.template, page.description, page.updated, page.meta, page.alternates
        return self._digest(page, (about, depends))

    def _digest(self, item: Page | Asset, depends: object) -> str:
        if not self._frame:
            return ""
        try:
            told = digest_of((self._frame, item.address, depends), self._catalog.full_title)
        except UnknownDependency:
            return ""
        return self._noted(item, told)

    def _noted(self, item: Page | Asset, told: str) -> str:
        self._found[item.address] = told
        return self._own(item, told)

    def _own(self, item: Page | Asset, told: str) -> str:
        """The page of a document also shows its text, and what git says of it."""
        document = self._catalog.by_path.get(item.source or "")
        if document is None:
            return told
        return sha256(f"{told} {own_part(self._catalog, document)}".encode()).hexdigest()


def state_of(catalog: Catalog, frame: str) -> str:
    """A SHA-256, in hexadecimal, of all that the board tells; empty where that is not known.

    That is the `frame`, and all that the catalog is made from but for the texts themselves, their sizes, and what git says of them.
    """
    files = catalog.files
    # A text that another one names as its attachment is a file, and is told with its size.
    named = {attachment.path for document in catalog.shown for attachment in document.attachments}
    texts = [
        (path, size if path in named else 0)
        for path, size in files.sizes.items()
        if path not in files.attachments
    ]
    about = (
        frame,
        catalog.shown,
        texts,
        files.attachments,
        files.digests,
        files.waiting,
        catalog.audience,
        catalog.site_url,
        catalog.former_paths,
        catalog.withdrawals,
        catalog.publications.head,
        catalog.edits,
    )
    try:
        return digest_of(about) if frame else ""
    except UnknownDependency:
        return ""


def own_part(catalog: Catalog, document: Document) -> str:
    """A digest of what a document's own page, feeds and calendars know of it, and no other page: its text, and what git says of it."""
    history, path = catalog.history, document.path
    git = history.updated.get(path), history.changes.get(path, ()), history.corrected.get(path)
    return digest_of((document.digest, git))
