"""The pipeline in a few lines: what is in the repository, as one Site on a given day for a given audience."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from noticeboard.cache import Cache
from noticeboard.catalog.catalog import Catalog, build_catalog
from noticeboard.checks import begin_checks, run_checks
from noticeboard.checks.board import Board
from noticeboard.checks.standards import Standards
from noticeboard.content.documents import Disclosure, Document
from noticeboard.content.files import list_files, list_hand_placed, list_hand_written, with_digests
from noticeboard.content.history import read_history
from noticeboard.content.irregular_files import find_irregular_files, find_unreadable
from noticeboard.content.papers import Papers, begin_reading
from noticeboard.content.paths import HAND_WRITTEN, THEME
from noticeboard.content.settings import Settings
from noticeboard.edition import Edition
from noticeboard.problems import Problem, first_of_each
from noticeboard.views import Asset, Page, assets_of, pages_of


@dataclass(frozen=True)
class Site:
    """Everything a door needs: what to publish, and what is wrong."""

    root: Path
    settings: Settings
    edition: Edition
    catalog: Catalog
    pages: tuple[Page, ...]
    assets: tuple[Asset, ...]
    problems: tuple[Problem, ...]
    documents: tuple[Document, ...] = ()
    """Every document that was read: drafts, future ones and those with errors too."""

    @property
    def has_errors(self) -> bool:
        return any(problem.is_error for problem in self.problems)


def load(
    root: Path,
    settings: Settings,
    edition: Edition,
    cache: Cache | None = None,
    reading: Callable[[], Papers] | None = None,
) -> Site:
    """The site of the repository at `root`. Faults of its content are in `problems`, never raised.

    `cache` keeps what attachments hold; the one below `root` when absent. `reading` is the reading of its documents where
    that has begun already.
    """
    reading = reading or begin_reading(root, settings)
    # None of this waits for the documents, which others go on reading meanwhile.
    history = read_history(root) if edition.audience == "internal" else read_history(root).without_messages()
    files = list_files(root)
    hand_made = list_hand_written(root), list_hand_placed(root)
    papers = reading()
    checking = begin_checks(papers.documents, Standards(settings, edition.today))
    shown = tuple(document for document in papers.sound if _shows(document, edition))
    files = with_digests(files, root, _proven(shown))
    catalog = build_catalog(shown, settings, edition.today, files, history, edition.audience)
    pages, assets = pages_of(catalog), assets_of(catalog)
    addresses = frozenset(made.address for made in (*pages, *assets))
    board = Board(catalog, papers.documents, addresses, *hand_made, root, cache or Cache.at(root))
    problems = {
        *papers.problems,
        *find_irregular_files(root, HAND_WRITTEN),
        *find_irregular_files(root, THEME),
        *find_unreadable(root, catalog.published_files),
        *run_checks(board, checking()),
    }
    return Site(root, settings, edition, catalog, pages, assets, first_of_each(problems), papers.documents)


def _proven(documents: Iterable[Document]) -> Iterator[str]:
    """The files whose digests the ledger tells."""
    for document in documents:
        if isinstance(document, Disclosure):
            yield from (attachment.path for attachment in document.attachments)


def _shows(document: Document, edition: Edition) -> bool:
    if document.draft and not edition.drafts:
        return False
    if not document.is_published(edition.moment):
        return False
    return edition.audience == "internal" or document.audience == "public"
