"""In a preview, the pages of edited texts: they are shown before all else that tells of those texts is made anew.

The whole site of 1,000 documents takes seconds, these pages a moment. What they show of others is what the last build knew.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.nav import Navigation

from noticeboard.build import Site, catalog_with
from noticeboard.catalog.catalog import Catalog
from noticeboard.checks import begin_checks
from noticeboard.checks.context import CheckContext
from noticeboard.content.document_reader import KNOWN_KEYS, read_document
from noticeboard.content.documents import Document
from noticeboard.content.source import SourceFile, content_of, list_sources, source_of
from noticeboard.file_states import Stamp, stamp_of
from noticeboard.problems import Problem
from noticeboard.views import Page, PageRenderer
from noticeboard.views.documents import pages
from noticeboard.views.helpers.forge import Forge
from noticeboard_mkdocs.finishing import fill
from noticeboard_mkdocs.pages import BoardPage, Kept, page_file
from noticeboard_mkdocs.requests import Requests

_MOST = 8
"""Texts that one edits by hand: where more have changed, somebody has fetched the work of others."""

Stamps = Mapping[str, Stamp | None]
"""Path → the stamp of what stands there; None where nothing does by now."""


@dataclass(frozen=True)
class WholeBuild:
    """A site that was built whole, with all by which MkDocs filled its pages."""

    site: Site
    stamps: Stamps
    """Of all texts, taken before they were read."""
    config: MkDocsConfig
    env: Environment
    nav: Navigation
    files: Files
    forge: Forge | None
    renderer: Callable[[Catalog], PageRenderer]


@dataclass(frozen=True, slots=True)
class Edited:
    """What is to be shown of texts that have changed since the last build."""

    stamps: Stamps
    """Of those texts: who has seen these need not look again."""
    pages: Mapping[str, str]
    """Address → the finished page; of those only that can be shown."""
    addresses: Mapping[str, str]
    """Path → address, of all of them."""
    problems: tuple[Problem, ...]
    """What is wrong in each by itself."""


def stamps_of(root: Path) -> dict[str, Stamp | None]:
    """The stamps of all texts of the board at `root`."""
    return {file.path: _stamp(file) for file in list_sources(root)[0]}


def edited_since(last: WholeBuild, seen: Stamps) -> Edited | None:
    """What has been edited since a build; None where that is nothing, only what was `seen`, or more than one edits by hand."""
    files = {file.path: file for file in list_sources(last.site.root)[0]}
    stamps = {path: _stamp(file) for path, file in files.items()}
    changed = {path: stamp for path, stamp in stamps.items() if last.stamps.get(path) != stamp}
    if not 0 < len(changed) <= _MOST or changed == seen:
        return None
    settings = last.site.settings
    read = [
        read_document(source_of(files[path], content_of(files[path]), KNOWN_KEYS), settings)
        for path in changed
    ]
    documents = [document for document, _ in read]
    context = CheckContext(settings, last.site.edition.today)
    found = [problem for _, faults in read for problem in faults]
    found += (problem for faults, _ in begin_checks(documents, context)() for problem in faults)
    valid = [document for document, faults in read if not any(fault.is_error for fault in faults)]
    return Edited(
        changed,
        _finished(last, valid),
        {document.path: document.address for document in documents},
        tuple(found),
    )


def _finished(last: WholeBuild, documents: Sequence[Document]) -> dict[str, str]:
    if not documents:
        return {}
    catalog = catalog_with(last.site, documents)
    renderer = last.renderer(catalog)
    paths = {document.path for document in documents}
    made = {page.address: _fill(last, renderer, page) for page in pages(catalog) if page.source in paths}
    requests = Requests()
    return {
        address: html for address, html in made.items() if requests.look_at_page(html, address, last.config)
    }


def _fill(last: WholeBuild, renderer: PageRenderer, page: Page) -> str:
    edit_url = last.forge.edit_url(page.source) if last.forge and page.source else None
    kept = Kept("", lambda key: None, renderer.render)
    file = page_file(page, renderer.render(page), kept, last.site.root, last.config, edit_url)
    filled = file.page
    assert isinstance(filled, BoardPage)
    filled.read_source(last.config)
    filled.render(last.config, last.files)
    all_pages = last.files.documentation_pages(inclusion=InclusionLevel.is_in_serve)
    return fill(filled, last.nav, all_pages, last.env, last.config)


def _stamp(file: SourceFile) -> Stamp | None:
    try:
        return stamp_of(file.location)
    except OSError:
        return None
