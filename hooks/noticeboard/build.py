"""The pipeline in a few lines: what is in the repository, as one Site on a given day for a given audience."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from noticeboard.catalog.catalog import Catalog, build_catalog
from noticeboard.checks import run_checks
from noticeboard.content.documents import Document
from noticeboard.content.files import list_files, list_hand_written
from noticeboard.content.history import read_history
from noticeboard.content.reading import KNOWN_KEYS, read_document
from noticeboard.content.settings import Settings
from noticeboard.content.source import list_sources, load_source
from noticeboard.edition import Edition
from noticeboard.problems import Problem
from noticeboard.spread import spread
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

    @property
    def has_errors(self) -> bool:
        return any(problem.is_error for problem in self.problems)


def load(root: Path, settings: Settings, edition: Edition) -> Site:
    """The site of the repository at `root`. Faults of its content are in `problems`, never raised."""
    documents, problems = read_documents(root, settings)
    shown = tuple(document for document in documents if _shows(document, edition))
    files = list_files(root)
    catalog = build_catalog(shown, settings, edition.today, files, read_history(root))
    pages = pages_of(catalog)
    problems += run_checks(catalog, documents, pages, list_hand_written(root))
    return Site(root, settings, edition, catalog, pages, assets_of(catalog), tuple(sorted(set(problems))))


def read_documents(root: Path, settings: Settings) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """All documents in plans/ that can be read, drafts and future ones included, and all problems of all files."""
    sources, found = list_sources(root)
    read = spread(lambda file: read_document(load_source(file, KNOWN_KEYS), settings), sources)
    documents = tuple(document for document, _ in read if document is not None)
    return documents, (*found, *(problem for _, problems in read for problem in problems))


def _shows(document: Document, edition: Edition) -> bool:
    if document.draft and not edition.drafts:
        return False
    return edition.audience == "internal" or document.audience == "public"
