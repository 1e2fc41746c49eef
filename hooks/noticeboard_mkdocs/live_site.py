"""The site of a preview: its pages and files are made when they are asked for, each as a build would have written it.

What officers look at between two edits is a handful of thousands. What MkDocs makes itself lies in the folder that is served,
and so does, once it was asked for, what is made here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from noticeboard.build import Site
from noticeboard.catalog.catalog import Catalog
from noticeboard.file_states import Stamp
from noticeboard.search.client import client_asset
from noticeboard.search.texts import HandWritten
from noticeboard.views import Asset, Page, PageRenderer, assets_of, pages_of, redirects_of
from noticeboard.views.helpers.addresses import HOME, SEARCH
from noticeboard.views.helpers.forge import Forge
from noticeboard_mkdocs.files import copied_bytes, index_of
from noticeboard_mkdocs.finishing import fill
from noticeboard_mkdocs.live_sitemap import PACKED, SITEMAP, sitemap_of
from noticeboard_mkdocs.pages import BoardPage, Kept, page_file, path_of
from noticeboard_mkdocs.requests import Requests

Stamps = Mapping[str, Stamp | None]
"""Path → the stamp of what stands there; None where nothing does by now."""


@dataclass(frozen=True)
class WholeBuild:
    """A site that was loaded, with all by which MkDocs fills its pages."""

    site: Site
    stamps: Stamps
    """Of all texts, taken before they were read."""
    config: MkDocsConfig
    env: Environment
    nav: Navigation
    files: Files
    forge: Forge | None
    renderer: Callable[[Catalog], PageRenderer]
    hand_written: Sequence[HandWritten]
    """The pages of docs/ as the search reads them."""
    home: str
    """What was written by hand for the front page, as HTML."""

    @cached_property
    def pages(self) -> Mapping[str, MkDocsPage]:
        """Path below the site folder → page, of those that the board has a part in."""
        home = path_of(HOME)
        return {
            file.dest_uri: file.page
            for file in self.all_pages
            if file.page and (isinstance(file.page, BoardPage) or file.dest_uri == home)
        }

    @cached_property
    def found(self) -> Sequence[str]:
        """What stands where, of all that is not made of texts: the pages and files of docs/ and the theme."""
        theirs = (file for file in self.files if file.generated_by is None)
        return tuple(file.dest_uri for file in theirs if not isinstance(file.page, BoardPage))

    @cached_property
    def all_pages(self) -> Sequence[File]:
        """The pages that a theme may name on each."""
        return self.files.documentation_pages(inclusion=InclusionLevel.is_in_serve)


class LiveSite:
    """Of a whole build, or of the same with another `site`, whose texts have been edited since. One call at a time."""

    def __init__(self, built: WholeBuild, site: Site | None = None) -> None:
        self._built = built
        self._site = site or built.site
        self._is_edited = site is not None
        self._made: dict[str, Page | Asset] = {path_of(page.address): page for page in self._site.pages}
        self._made |= {asset.address: asset for asset in self._site.assets}
        if self._site.settings.search:
            client = client_asset()
            self._made[client.address] = client

    def with_catalog(self, catalog: Catalog) -> LiveSite:
        """The same site of another catalog."""
        pages, assets = pages_of(catalog), assets_of(catalog)
        taken = (*self._built.found, *(item.address for made in (pages, assets) for item in made))
        site = replace(
            self._site, catalog=catalog, pages=pages, assets=(*assets, *redirects_of(catalog, taken))
        )
        return LiveSite(self._built, site)

    @property
    def paths(self) -> Set[str]:
        """Where something will be made, as paths below the site folder; but for the files of the search."""
        return self._made.keys()

    def __contains__(self, path: str) -> bool:
        """Whether there is something to be made at a path."""
        if path in (SITEMAP, PACKED):
            return self._is_edited and SITEMAP in self._built.config.theme.static_templates
        item = self._made.get(path)
        if isinstance(item, Asset) and item.source is not None:
            # MkDocs has copied it.
            return self._is_edited
        return item is not None or (path.startswith(SEARCH) and path in self._index)

    def make(self, path: str, requests: Requests) -> bytes:
        """What stands at a path that is in the site; `requests` notes what a page asks for. Raises what a template or the system raises."""
        if path in (SITEMAP, PACKED):
            return self._sitemap[path]
        item = self._made.get(path) or self._index[path]
        if isinstance(item, Page):
            return self._finished(item, requests)
        return item.made() if item.source is None else copied_bytes(self._site.root / item.source)

    @cached_property
    def _index(self) -> Mapping[str, Asset]:
        """The files of the search, which are known when all of them are made."""
        if not self._site.settings.search:
            return {}
        built = self._built
        return {asset.address: asset for asset in index_of(self._site, built.hand_written, built.config)}

    @cached_property
    def _sitemap(self) -> Mapping[str, bytes]:
        built = self._built
        files = [file for file in built.files.documentation_pages() if not isinstance(file.page, BoardPage)]
        made = {file.dest_uri for file in files}
        for page in self._site.pages:
            if path_of(page.address) not in made:
                files.append(self._filled(page).file)
        return sitemap_of(files, built.nav, built.env, built.config)

    def _filled(self, page: Page) -> MkDocsPage:
        """The page that is filled for `page`: the navigation names this very object, where it names the page."""
        return self._built.pages.get(path_of(page.address)) or self._new(page)

    @cached_property
    def _renderer(self) -> PageRenderer:
        return self._built.renderer(self._site.catalog)

    def _finished(self, page: Page, requests: Requests) -> bytes:
        built = self._built
        filled = self._filled(page)
        if isinstance(filled, BoardPage):
            filled.show(page, self._renderer.render(page))
            filled.read_source(built.config)
            filled.render(built.config, built.files)
        else:
            filled.content = self._renderer.render(page, text=Markup(built.home)).html
        built.env.globals["board"] = self._site.catalog
        html = fill(filled, built.nav, built.all_pages, built.env, built.config)
        requests.look_at_page(html, filled.url, built.config)
        return html.encode("utf-8", "xmlcharrefreplace")

    def _new(self, page: Page) -> BoardPage:
        """A page of which the build knew nothing."""
        built = self._built
        edit_url = built.forge.edit_url(page.source) if built.forge and page.source else None
        kept = Kept("", lambda key: None, self._renderer.render)
        made = page_file(page, None, kept, self._site.root, built.config, edit_url).page
        assert isinstance(made, BoardPage)
        return made
