"""A page of MkDocs: one that `noticeboard` renders, and one that somebody wrote by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc

from noticeboard.content.repository.hand_written import front_matter_of
from noticeboard.content.repository.paths import HAND_WRITTEN
from noticeboard.markup.hand_written import clean_title
from noticeboard.markup.ids import authors_id
from noticeboard.search.hand_written import passages_of_page
from noticeboard.search.texts import HandWritten
from noticeboard.views import Page, RenderedPage
from noticeboard.views.helpers.toc import nested


class DocumentFile(File):
    """A document's file: a page whatever its ending, `.MD` too, so that MkDocs never copies what stands in it."""

    def is_documentation_page(self) -> bool:
        return True


class BoardPage(MkDocsPage):
    """A page that `noticeboard` renders: MkDocs need not read it, nor set up Markdown for it."""

    def __init__(
        self,
        page: Page,
        rendered: RenderedPage | None,
        kept: Kept,
        file: File,
        config: MkDocsConfig,
        edit_url: str | None,
    ) -> None:
        super().__init__(None, file, config)
        self.edit_url = edit_url or self.edit_url
        self._kept = kept
        self.show(page, rendered or _LATER)
        self.stands = rendered is None
        """Whether nobody need write its file: it lies in the new site already, or is made when it is asked for."""

    @property
    def key(self) -> str:
        """Digest of all that the finished page depends on; empty where that is not known."""
        return self._rendered.key

    @property
    def was_kept(self) -> bool:
        """Whether its bytes are those of a build before."""
        return self._rendered.is_kept

    @property
    def is_to_be_kept(self) -> bool:
        """Whether its bytes are not yet known, and the next build will ask for them."""
        return bool(self.key) and not self.was_kept

    def show(self, page: Page, rendered: RenderedPage) -> None:
        """Makes it the page `page`, at the same address."""
        self._page, self._rendered = page, rendered
        self.alternates = page.alternates

    def read_source(self, config: MkDocsConfig) -> None:
        """Takes the place of reading a file: there is none."""
        self.markdown = ""
        self.meta = dict(self._page.front_matter)
        if self.was_kept:
            self.meta["template"] = self._kept.template

    def take_kept(self) -> None:
        """To be told when the finished page has been kept: it is taken from there."""
        self._rendered = replace(self._rendered, html="", is_kept=True)
        self.meta["template"] = self._kept.template

    def render(self, config: MkDocsConfig, files: Files) -> None:
        self.content = self._rendered.html
        self.toc = get_toc(nested(self._rendered.headings))

    def kept(self) -> str | None:
        """The finished page as it was kept, nothing of one that stands. None where it cannot be used after all: then the page has been rendered."""
        if self.stands:
            return ""
        text = self._kept.read(self.key)
        if text is None:
            self._rendered = self._kept.render(self._page)
            self.content = self._rendered.html
            self.toc = get_toc(nested(self._rendered.headings))
        return text


@dataclass(frozen=True, slots=True)
class Kept:
    """Where pages find what was kept of them."""

    template: str
    read: Callable[[str], str | None]
    """Key → the finished page."""
    render: Callable[[Page], RenderedPage]
    """Renders a page anew."""


_LATER = RenderedPage("", (), is_kept=True)
"""Stands for what will be rendered when it is asked for."""


def page_file(
    page: Page,
    rendered: RenderedPage | None,
    kept: Kept,
    root: Path,
    config: MkDocsConfig,
    edit_url: str | None,
) -> File:
    """The file of a page that `noticeboard` renders, with the page; `rendered` is None where it is made when it is asked for."""
    file = _file_of(page, root, config)
    BoardPage(page, rendered, kept, file, config, edit_url)
    return file


def path_of(address: str) -> str:
    """Where the page at an address lies below the site folder."""
    return f"{address}index.html"


def _file_of(page: Page, root: Path, config: MkDocsConfig) -> File:
    target = path_of(page.address)
    if page.source is None:
        file = File.generated(config, f"{page.address}index.md", content="")
        file.dest_uri = target
        return file
    file = DocumentFile(
        page.source, str(root), config.site_dir, use_directory_urls=config.use_directory_urls, dest_uri=target
    )
    # MkDocs counts edit links from docs/; documents lie beside it.
    file.edit_uri = f"../{page.source}"
    return file


def searched(page: MkDocsPage, html: str) -> HandWritten:
    """A hand-written page as the search reads it."""
    address = page.file.dest_uri.removesuffix("index.html")
    return HandWritten(address, f"{HAND_WRITTEN}/{page.file.src_uri}", tuple(passages_of_page(html)))


def print_as_text(nav: Navigation) -> None:
    """Makes texts of the titles that mkdocs.yml gives, which the theme prints as they come."""
    items = list(nav.items)
    while items:
        item = items.pop()
        # A page has a title of its own unless mkdocs.yml gives it one.
        if "title" in vars(item) and item.title:
            item.title = escape(item.title)
        items += item.children or []


def as_text(page: MkDocsPage) -> None:
    """Makes texts of what the theme prints as it comes: a page's keys, its title unless mkdocs.yml gives it, its contents."""
    named = "title" in vars(page)
    page.meta = front_matter_of(page.meta)
    if not named:
        page.title = page.meta.get("title") or clean_title(page.title or "")
    if not page.is_homepage:
        # The theme takes tags off a page's own title, and with them the escapes that keep text from being one.
        page.meta.setdefault("title", clean_title(page.title or ""))
    items = list(page.toc)
    while items:
        item = items.pop()
        item.title, item.id = clean_title(item.title), authors_id(item.id)
        items += item.children
