"""Every page as a Markdown file, for a generator that cannot run our hook."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path

import yaml
from jinja2 import Environment, PackageLoader, Template
from markupsafe import Markup

from noticeboard.build import Site
from noticeboard.content.repository.files import address_of_page, list_hand_written
from noticeboard.content.repository.hand_written import front_matter_of, part_page, values_of
from noticeboard.content.repository.paths import HAND_WRITTEN, beside_url
from noticeboard.content.repository.photo_location import published_bytes
from noticeboard.markup.body import read_body
from noticeboard.markup.heading_ids import heading_ids
from noticeboard.markup.inline import plain_of
from noticeboard.markup.render import Renderer
from noticeboard.markup.urls import is_whole, leaves
from noticeboard.search.index import index_assets
from noticeboard.search.sources import hand_written_pages
from noticeboard.search.texts import texts_of
from noticeboard.views import Page, PageRenderer
from noticeboard.views.helpers.addresses import HOME, relative


def export_site(site: Site, target: Path, *, directory_urls: bool = True) -> int:
    """Writes the site below `target`, each page to `<address>index.md`, and returns the number of pages.

    Hand-written pages of docs/ come along, cleaned unless they are trusted, and the other files there that may be published;
    docs/index.md becomes part of the front page.
    """
    renderer = PageRenderer(site.catalog, directory_urls=directory_urls)
    template = Environment(loader=PackageLoader("noticeboard", "templates"), autoescape=False).get_template(
        "export.md"
    )
    hand_written = list_hand_written(site.root)
    _copy_docs(site, target)
    pages = _CleanPages(site, directory_urls=directory_urls)
    for page in site.pages:
        text = (
            Markup(pages.html(hand_written[HOME], HOME))
            if page.address == HOME and HOME in hand_written
            else ""
        )
        html = renderer.render(page, text=text).html
        _write(target / page.address / "index.md", template, _header(page), html)
    for address, path in hand_written.items():
        if address != HOME and not site.settings.trust_docs:
            header, html = pages.page(path, address)
            _write(target / address / "index.md", template, header, html)
    texts = texts_of(site.catalog, hand_written_pages(site.root))
    index = index_assets(texts, site.settings, site.edition.today, directory_urls=directory_urls)
    for address, content in (*_assets(site), *((asset.address, asset.made()) for asset in index)):
        place = target / address
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    return len({page.address for page in site.pages} | set(hand_written))


def _header(page: Page) -> str:
    values = {key: value for key, value in page.front_matter.items() if value}
    return yaml.safe_dump(values, allow_unicode=True, sort_keys=True)


def _write(place: Path, template: Template, header: str, html: str) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(template.render(header=header, html=html), encoding="utf-8", newline="\n")


class _CleanPages:
    """The pages of docs/, rendered and cleaned as documents are, with their links made relative to their address."""

    def __init__(self, site: Site, *, directory_urls: bool) -> None:
        self._site = site
        self._directory_urls = directory_urls
        self._renderer = Renderer()
        self._fragments: dict[str, Mapping[str, str]] = {}

    def html(self, path: str, address: str) -> str:
        return self._render(path, part_page(self._text(path))[1], address)

    def page(self, path: str, address: str) -> tuple[str, str]:
        """The front matter for a generator, and the HTML."""
        head, body = part_page(self._text(path))
        title = _TITLE.match(body)
        keys = front_matter_of(values_of(head))
        if title:
            # The generator prints the title above the page.
            keys, body = {"title": escape(plain_of(title[1]))} | keys, body[title.end() :]
        return yaml.safe_dump(keys, allow_unicode=True, sort_keys=True), self._render(path, body, address)

    def _id_on(self, path: str, anchor: str) -> str:
        """The id of what a link to another hand-written page means: the renderer gives ids of its own."""
        if not path.endswith(".md") or not (self._site.root / path).is_file():
            return anchor
        if path not in self._fragments:
            self._fragments[path] = heading_ids(read_body(part_page(self._text(path))[1])).fragments
        return self._fragments[path].get(anchor, anchor)

    def _text(self, path: str) -> str:
        return (self._site.root / path).read_text(encoding="utf-8-sig", errors="replace")

    def _render(self, path: str, body: str, address: str) -> str:
        def resolve(target: str) -> str | None:
            there, mark, anchor = target.partition("#")
            file = beside_url(path, there) if there and not leaves(there) else None
            if file is None:
                return target if is_whole(target) or not there else None
            inside = file.removeprefix(f"{HAND_WRITTEN}/")
            anchor = self._id_on(file, anchor) if anchor else ""
            return relative(
                address_of_page(inside) + mark + anchor, address, directory_urls=self._directory_urls
            )

        return self._renderer.render(body, resolve=resolve).html


_TITLE = re.compile(r"\s*#[ \t]+(.+?)[ \t]*(?:\{[^{}]*\})?[ \t]*\n")


def _assets(site: Site) -> Iterator[tuple[str, bytes]]:
    for asset in site.assets:
        yield asset.address, _published(site.root / asset.source) if asset.source else asset.made()


def _published(place: Path) -> bytes:
    changed = published_bytes(place)
    return place.read_bytes() if changed is None else changed


def _copy_docs(site: Site, target: Path) -> None:
    """Copies what is published as it is; hand-written pages too where docs/ is trusted."""
    docs, trusted = site.root / HAND_WRITTEN, site.settings.trust_docs
    target.mkdir(parents=True, exist_ok=True)

    def kept_back(folder: str, names: list[str]) -> set[str]:
        inside = Path(folder).relative_to(docs)
        unclean = {
            name for name in names if name.endswith(".md") or (inside / name).as_posix() in site.left_out
        }
        return {name for name in names if name.startswith(".")} | (set() if trusted else unclean)

    def copy(source: str, copied: str) -> None:
        changed = None if trusted else published_bytes(Path(source))
        if changed is None:
            shutil.copy2(source, copied)
        else:
            Path(copied).write_bytes(changed)

    if docs.is_dir():
        shutil.copytree(docs, target, dirs_exist_ok=True, ignore=kept_back, copy_function=copy)
