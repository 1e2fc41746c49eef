"""Pages → HTML: the templates, filled; bodies rendered, with every link made relative to its page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from markupsafe import Markup

from noticeboard import pinyin
from noticeboard.catalog.catalog import Catalog
from noticeboard.catalog.relations import path_of_link
from noticeboard.content.documents import Document
from noticeboard.lazy import lazily
from noticeboard.markup.heading_ids import HeadingId
from noticeboard.markup.urls import is_whole
from noticeboard.parallel import parallel_map
from noticeboard.text_store import TextStore
from noticeboard.views.calendar_feed import calendar_of
from noticeboard.views.helpers import addresses
from noticeboard.views.helpers.filters import FILTERS
from noticeboard.views.helpers.forge import Forge
from noticeboard.views.helpers.kept_keys import KeptKeys
from noticeboard.views.helpers.marks import marks_of
from noticeboard.views.helpers.own_unit import slugs_of, unit_choices
from noticeboard.views.helpers.page import Asset, Page
from noticeboard.views.helpers.qr_code import qr_code
from noticeboard.views.helpers.target_words import TARGET_FILTERS

if TYPE_CHECKING:
    import jinja2

    import noticeboard.markup.render as render
    import noticeboard.views.helpers.template_cache as compiled
else:
    compiled = lazily("noticeboard.views.helpers.template_cache")
    jinja2 = lazily("jinja2")
    render = lazily("noticeboard.markup.render")


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """A page's content as HTML, and the headings of its body for a table of contents."""

    html: str
    headings: tuple[HeadingId, ...]
    key: str = ""
    """Digest of all that it depends on; empty where that is not known."""
    is_kept: bool = False
    """Whether it was not rendered, since somebody has what was made of it before."""


class PageRenderer:
    """Renders the pages of one site.

    `directory_urls` is how links to pages end: in a slash, or in index.html. With `forge`, pages lead to its editor; with
    `site_url`, where the site's root is found, printed ones say where they are.

    `frame` is a digest of all that all pages depend on; without one no page has a key. A page is not rendered whose key
    is in the `store`, and files that tell what they depend on are kept there.
    """

    def __init__(
        self,
        catalog: Catalog,
        *,
        directory_urls: bool = True,
        forge: Forge | None = None,
        site_url: str | None = None,
        frame: str = "",
        store: TextStore | None = None,
    ) -> None:
        self._catalog = catalog
        self._directory_urls = directory_urls
        self._site_url = site_url
        self._store = store or TextStore()
        self._kept = self._store.keys()
        self._keys = KeptKeys(catalog, frame, self._store)
        self._bodies = render.Renderer()
        self._environment = jinja2.Environment(
            loader=jinja2.PackageLoader("noticeboard", "templates"),
            autoescape=True,
            auto_reload=False,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=compiled.OF_PAGES,
        )
        self._environment.filters.update(
            FILTERS, qr_code=qr_code, full_title=catalog.full_title, **TARGET_FILTERS
        )
        # Macros are loaded once and see no page's context; what is the same for all pages reaches them as globals.
        self._environment.globals |= {
            "a": addresses, "board": catalog, "settings": catalog.settings, "today": catalog.today, "forge": forge,
            "calendar_of": partial(calendar_of, catalog),
            "unit_choices": unit_choices(catalog.settings), "slugs_of": partial(slugs_of, catalog.settings),
        }  # fmt: skip

    def make(
        self, pages: Sequence[Page], assets: Sequence[Asset]
    ) -> tuple[dict[str, RenderedPage], dict[str, bytes]]:
        """The content of all of `pages`, and that of the `assets` that are made and not copied, by address."""
        items: tuple[Page | Asset, ...] = (*pages, *assets)
        made = {item.address: kept for item in items if (kept := self._kept_of(item)) is not None}
        together: dict[str, list[Asset]] = defaultdict(list)
        for asset in assets:
            if asset.content is not None and asset.address not in made:
                together[asset.together or asset.address].append(asset)
        # The assets go first: they are few and large, and should not be what the others wait for.
        jobs: list[Sequence[Page | Asset]] = [
            *together.values(),
            *([page] for page in pages if page.address not in made),
        ]
        if not self._kept:
            self._compile_templates()
        for contents, found, said in parallel_map(self._made, jobs):
            made |= contents
            self._keys.note(found)
            pinyin.learn(said)
        self._keys.save()
        return (
            {address: content for address, content in made.items() if isinstance(content, RenderedPage)},
            {address: content for address, content in made.items() if isinstance(content, bytes)},
        )

    def _kept_of(self, item: Page | Asset) -> RenderedPage | bytes | None:
        """What the build before made of it, where that is known without a look at what it is filled with."""
        key = self._keys.known(item) if isinstance(item, Page) or item.content else ""
        if key not in self._kept:
            return None
        return RenderedPage("", (), key, is_kept=True) if isinstance(item, Page) else self._read(key)

    def _made(
        self, job: Sequence[Page | Asset]
    ) -> tuple[dict[str, RenderedPage | bytes], Mapping[str, str], Mapping[str, list[str]]]:
        """The contents of a job by address, what is told there (`KeptKeys.found`), and what pinyin was said for it."""
        contents = {item.address: self._make(item) for item in job}
        found = {address: self._keys.found[address] for address in contents if address in self._keys.found}
        return contents, found, pinyin.taught()

    @property
    def state(self) -> str:
        """A digest of all that lists can tell (`kept_keys.state_of`); empty where that is not known."""
        return self._keys.state

    def _compile_templates(self) -> None:
        """Compiles all templates, so that the processes which share the work need not do it again, each for itself.

        Where most pages are kept, that would take longer than the rest: each process compiles the few that it needs.
        """
        for name in self._environment.list_templates(["html"]):
            self._environment.get_template(name)

    def _make(self, item: Page | Asset) -> RenderedPage | bytes:
        return self._make_page(item) if isinstance(item, Page) else self._make_asset(item)

    def _make_asset(self, asset: Asset) -> bytes:
        key = self._keys.of_asset(asset)
        kept = self._read(key) if key in self._kept else None
        if kept is not None:
            return kept
        content = asset.made()
        if key:
            self._store.write(key, content.decode("latin-1"))
        return content

    def _read(self, key: str) -> bytes | None:
        kept = self._store.read(key)
        return None if kept is None else kept.encode("latin-1")

    def _make_page(self, page: Page) -> RenderedPage:
        context = page.context()
        document = self._catalog.by_path.get(page.source or "")
        key = self._keys.of_page(page, context, self._targets(document, page) if document else {})
        if key in self._kept:
            return RenderedPage("", (), key, is_kept=True)
        made = self._render(page, context)
        key = key or self._keys.of_content(page, made.html, made.headings)
        return RenderedPage("", (), key, is_kept=True) if key in self._kept else replace(made, key=key)

    def render(self, page: Page, **extra: object) -> RenderedPage:
        """The page's content; `extra` joins, and stands above, what the page's own view gives the template."""
        return self._render(page, {**page.context(), **extra})

    def _render(self, page: Page, context: Mapping[str, object]) -> RenderedPage:
        headings: list[HeadingId] = []

        def url(target: str, anchor: str = "") -> str:
            whole = f"{target}#{anchor}" if anchor else target
            return addresses.relative(whole, page.address, directory_urls=self._directory_urls)

        def body(document: Document) -> Markup:
            rendered = self._bodies.render(
                document.tree,
                activities=document.activities,
                resolve=lambda target: self._resolve(document, target, page.address),
                marks=marks_of(self._catalog, document, url),
            )
            headings.extend(rendered.headings)
            return Markup(rendered.html)

        template = self._environment.get_template(page.template)
        whole = addresses.whole(self._site_url, page.address, directory_urls=self._directory_urls)
        html = template.render(url=url, body=body, page=page, whole_address=whole, **context)
        return RenderedPage(html, tuple(headings))

    def _targets(self, document: Document, page: Page) -> Mapping[str, str | None]:
        """Where the links of a body lead."""
        return {link.target: self._resolve(document, link.target, page.address) for link in document.links}

    def _resolve(self, document: Document, target: str, page: str) -> str | None:
        """What a link in a body becomes; None where it leads to something that is not on the board."""
        path = path_of_link(document, target)
        if path is None:
            return target if is_whole(target) or not target.partition("#")[0].partition("?")[0] else None
        address = self._published.get(path)
        if address is None:
            address = self._page_address(path)
            if address is None:
                return None
        _, mark, anchor = target.partition("#")
        return addresses.relative(address + mark + anchor, page, directory_urls=self._directory_urls)

    @cached_property
    def _published(self) -> Mapping[str, str]:
        pages = {document.path: document.address for document in self._catalog.with_page}
        files = {path: addresses.file_address(path) for path in self._catalog.published_files}
        return {**files, **pages}

    def _page_address(self, path: str) -> str | None:
        """The address of a page of docs/, or of a page that is linked to by its address."""
        if path.startswith("docs/") and path.endswith(".md"):
            address = path.removeprefix("docs/").removesuffix(".md")
            return "" if address == "index" else address.removesuffix("/index") + "/"
        if path.startswith("plans/"):
            return None
        return f"{path}/"
