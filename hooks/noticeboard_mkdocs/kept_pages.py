"""Finished pages of builds before: a page whose key is known is neither rendered nor filled into the theme, but taken as it was.

MkDocs lets a page name its own template: that of a kept page prints what was kept. Where nothing whole is kept after all,
the page is rendered, and the template gives way to the theme's.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Mapping
from pathlib import Path

from jinja2 import ChoiceLoader, DictLoader, Environment
from mkdocs.commands import build as building
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage

from noticeboard.build import Site
from noticeboard.text_store import TextStore
from noticeboard.views.forms import has_forms
from noticeboard_mkdocs.files import MadeFile
from noticeboard_mkdocs.nav import named_pages
from noticeboard_mkdocs.pages import BoardPage
from noticeboard_mkdocs.theme_script import needs_theme_script

TEMPLATE = "noticeboard-kept-page.html"
_KEPT = "{% set kept = page.kept() %}{% if kept is none %}{% include 'main.html' %}{% else %}{{ kept }}{% endif %}"
_CACHE = "pages"


class KeptPages:
    """Of the build that is running."""

    def __init__(self) -> None:
        self.store = TextStore()
        self.frame = ""

    def begin(self, config: MkDocsConfig, inputs: str, site: Site, *, serving: bool) -> None:
        """To be told what all pages are made of: `inputs`, a digest; empty where that is not known, and nothing is kept."""
        # A navigation that nobody wrote names every page on each; a plugin such as the theme's search reads what pages hold.
        known = bool(inputs) and config.nav is not None and not {*config.plugins} - {*config.hooks}
        self.frame = _frame(config, inputs, site, serving=serving) if known else ""
        self.store = (
            TextStore.at(Path(config.config_file_path).absolute().parent, _CACHE) if known else TextStore()
        )

    def add_template(self, env: Environment) -> None:
        """Lets pages name the template of kept ones."""
        if self.frame:
            env.loader = ChoiceLoader([DictLoader({TEMPLATE: _KEPT}), *filter(None, [env.loader])])

    def leave(self, files: Files, begin_with: Callable[[Mapping[str, str]], frozenset[str]]) -> None:
        """Leaves pages and files where they are that stand in the folder of the new site: `begin_with` takes path → key, and tells which do."""
        if not self.frame:
            return
        by_path = {file.dest_uri: file for file in files}
        for path in begin_with(self.keys(files)):
            file = by_path[path]
            if isinstance(file, MadeFile):
                file.stands = True
            elif isinstance(file.page, BoardPage):
                self.let_stand(file.page)
        # MkDocs does not write an empty page, and tells of each.
        building.log.addFilter(_is_of_use)

    def let_stand(self, page: BoardPage) -> None:
        """Tells a page that it lies in the new site. Nobody reads what was kept of it, which is still that of a page of today."""
        page.stands = True
        self.store.used.add(page.key)

    def keys(self, files: Files) -> dict[str, str]:
        """Path below the site folder → key, of all pages that were kept and all files that were made."""
        made = {file.dest_uri: file.key for file in files if isinstance(file, MadeFile)}
        return made | {page.file.dest_uri: page.key for page in _board_pages(files) if page.was_kept}

    def was_used(self, page: MkDocsPage) -> bool:
        """Whether a finished page is one that was kept."""
        return isinstance(page, BoardPage) and page.was_kept

    def keep(self, page: MkDocsPage, output: str) -> None:
        """To be told of each page that was finished now."""
        if isinstance(page, BoardPage) and page.key:
            self.store.write(page.key, output)

    def end(self, others: int) -> None:
        """To be told when all pages are finished: what was not used for long is dropped, but for so many `others` of which builds ask."""
        self.store.prune(others)


def _board_pages(files: Files) -> list[BoardPage]:
    return [file.page for file in files if isinstance(file.page, BoardPage)]


def _is_of_use(record: logging.LogRecord) -> bool:
    return not record.getMessage().startswith("Page skipped: ")


def _frame(config: MkDocsConfig, inputs: str, site: Site, *, serving: bool) -> str:
    """A digest of what the theme prints on each page: all that the navigation says, and the options of this build."""
    named = {*named_pages(config)}
    titles = sorted(
        (page.address, page.title) for page in site.pages if named & {page.source, f"{page.address}index.md"}
    )
    key = (
        inputs,
        titles,
        site.has_no_document,
        has_forms(site.catalog),
        config.site_url,
        config.use_directory_urls,
        config.theme.name,
        needs_theme_script(config),
        serving,
    )
    return hashlib.sha256(repr(key).encode("utf-8", "surrogatepass")).hexdigest()
