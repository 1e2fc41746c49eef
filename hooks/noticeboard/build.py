"""The pipeline in a few lines: what is in the repository, as one Site on a given day for a given audience."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from noticeboard import pinyin
from noticeboard.cache import Cache
from noticeboard.catalog.catalog import Catalog, build_catalog
from noticeboard.catalog.retention import without_names
from noticeboard.checks import begin_checks, run_checks
from noticeboard.checks.board import Board
from noticeboard.checks.context import CheckContext
from noticeboard.checks.personal.findings import kinds_in
from noticeboard.content.document_set import DocumentSet, start_reading
from noticeboard.content.documents import Disclosure, Document
from noticeboard.content.kept_documents import KeptDocuments
from noticeboard.content.known_documents import KnownDocuments
from noticeboard.content.repository.files import list_files, list_hand_placed, list_hand_written, with_digests
from noticeboard.content.repository.former_paths import former_paths
from noticeboard.content.repository.hand_placed import left_out
from noticeboard.content.repository.hand_written import read_hand_written, read_trusted
from noticeboard.content.repository.history import read_history, with_corrections
from noticeboard.content.repository.irregular_files import find_irregular_files, find_unreadable
from noticeboard.content.repository.paths import HAND_WRITTEN, ROOT, THEME
from noticeboard.content.repository.publication_log import find_log
from noticeboard.content.repository.published import read_published
from noticeboard.content.repository.withdrawals import read_withdrawals
from noticeboard.content.settings.board_settings import Settings
from noticeboard.content.settings.site_file import Named, named_by, nav_of, site_url_of
from noticeboard.edition import Edition
from noticeboard.problems import Problem, first_of_each
from noticeboard.views import Asset, Page, assets_of, pages_of, redirects_of


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
    all_documents: tuple[Document, ...] = ()
    """Every text that was read: drafts, future ones and those with errors too, and the pages of docs/ unless they are trusted."""
    left_out: frozenset[str] = frozenset()
    """The files of docs/, by their paths there, that must not be published, and the pages there that nothing may lay out."""

    @property
    def has_no_document(self) -> bool:
        """Whether nobody has written anything yet but pages of docs/."""
        return not any(document.path.startswith(f"{ROOT}/") for document in self.all_documents)

    @property
    def has_errors(self) -> bool:
        """Whether a build that is not strict stops."""
        return self.must_stop(strict=False)

    def must_stop(self, *, strict: bool) -> bool:
        """Whether it may not be published as it is."""
        return any(problem.level.stops(strict=strict) for problem in self.problems)


def load(
    root: Path,
    settings: Settings,
    edition: Edition,
    cache: Cache | None = None,
    reading: Callable[[], DocumentSet] | None = None,
    site_url: str | None = None,
) -> Site:
    """The site of the repository at `root`. Faults of its content are in `problems`, never raised.

    `cache` keeps what attachments hold; the one below `root` when absent. `reading` is the reading of its documents where
    that has begun already. `site_url` is what the site file says at last; read from it when absent.
    """
    cache = cache or Cache.at(root)
    pinyin.recall(cache)
    reading = reading or start_reading(root, settings, KnownDocuments.at(root) if cache.folder else None)
    # None of this waits for the documents, which others go on reading meanwhile.
    history = read_history(root)
    history = history.screened(kinds_in) if edition.audience == "internal" else history.without_reasons()
    files = list_files(root)
    hand_placed = list_hand_placed(root)
    kept = KeptDocuments.at(root, "hand-written") if cache.folder else None
    pages = read_trusted(root) if settings.trust_docs else read_hand_written(root, kept)
    named = named_by(root)
    unpublished = frozenset() if settings.trust_docs else _left_out(root, hand_placed, named)
    documents = reading()
    checking = begin_checks((*documents.all, *pages.documents), CheckContext(settings, edition.today), cache)
    standing = tuple(document for document in documents.valid if shows(document, edition))
    withdrawals = read_withdrawals(root, history, standing)
    whole = (document for document in standing if not document.withdrawn)
    shown = without_names(whole, edition.today, settings.disclosure.retention)
    files = with_digests(files, root, _proven(shown))
    history = with_corrections(history, root, _corrected(shown))
    former = (
        former_paths(root, history, standing, settings, public=edition.audience == "public")
        if settings.follow_renames
        else {}
    )
    publications, broken = find_log(root, edition)
    catalog = build_catalog(
        shown,
        settings,
        edition.today,
        files,
        history,
        audience=edition.audience,
        site_url=site_url or site_url_of(root),
        former_paths=former,
        withdrawals=withdrawals,
        publications=publications,
        edits=edition.edits,
    )
    made_pages, assets = pages_of(catalog), assets_of(catalog)
    made: tuple[Page | Asset, ...] = (*made_pages, *assets)
    hand_written = list_hand_written(root)
    taken = (
        *(item.address for item in made),
        *hand_written,
        *hand_placed,
        *(it.address for it in documents.all),
    )
    redirects = redirects_of(catalog, taken)
    addresses = frozenset(item.address for item in (*made, *redirects))
    generated = frozenset(item.address for item in made if item.source is None)
    board = Board(
        catalog, documents.all, addresses, hand_written, hand_placed, root, cache,
        pages.documents, unpublished, generated, nav_of(root), read_published(root),
    )  # fmt: skip
    problems = {
        *broken,
        *documents.problems,
        *pages.problems,
        *find_irregular_files(root, HAND_WRITTEN),
        *find_irregular_files(root, named.look or THEME),
        *find_unreadable(root, catalog.published_files),
        *run_checks(board, checking),
    }
    pinyin.keep(cache)
    return Site(
        root,
        settings,
        edition,
        catalog,
        made_pages,
        (*assets, *redirects),
        first_of_each(problems),
        board.texts,
        unpublished | pages.unread,
    )


def catalog_with(site: Site, documents: Iterable[Document], gone: Iterable[str] = ()) -> Catalog:
    """The catalog of a site where `documents`, all without errors, are new or take the place of those at their paths, and those at the paths `gone` are not.

    All else is as it was when the site was loaded: what Git and the folders say, and which texts are gone.
    """
    last, edited = site.catalog, tuple(documents)
    paths = {*gone, *(document.path for document in edited)}
    standing = (document for document in edited if shows(document, site.edition) and not document.withdrawn)
    shown = without_names(standing, last.today, last.settings.disclosure.retention)
    return build_catalog(
        (*(document for document in last.shown if document.path not in paths), *shown),
        last.settings,
        last.today,
        last.files,
        last.history,
        audience=last.audience,
        site_url=last.site_url,
        former_paths=last.former_paths,
        withdrawals=last.withdrawals,
        publications=last.publications,
        edits=last.edits,
    )


def _left_out(root: Path, hand_placed: Iterable[str], named: Named) -> frozenset[str]:
    """The files of docs/ that are not published."""
    shipped = {path for path in hand_placed if named.look and (root / named.look / path).is_file()}
    return left_out(hand_placed, named.files, shipped)


def _proven(documents: Iterable[Document]) -> Iterator[str]:
    """The files whose digests the ledger tells."""
    for document in documents:
        if isinstance(document, Disclosure):
            yield from (attachment.path for attachment in document.attachments)


def _corrected(documents: Iterable[Document]) -> dict[str, int]:
    """The lines in which documents say what was corrected."""
    return {
        document.path: document.positions["correction"][0] for document in documents if document.correction
    }


def shows(document: Document, edition: Edition) -> bool:
    """Whether a document is on the board in an edition."""
    if document.draft and not edition.drafts:
        return False
    if not document.is_published(edition.local_time):
        return False
    return edition.audience == "internal" or document.audience == "public"
