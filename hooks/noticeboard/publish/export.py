"""Every page as a Markdown file, for a generator that cannot run our hook."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import yaml
from jinja2 import Environment, PackageLoader
from markupsafe import Markup

from noticeboard.build import Site
from noticeboard.content.files import list_hand_written
from noticeboard.markup.render import Renderer
from noticeboard.search.index import index_assets
from noticeboard.search.sources import hand_written_pages
from noticeboard.search.texts import texts_of
from noticeboard.views import Page, PageRenderer
from noticeboard.views.addresses import HOME


def export_site(site: Site, target: Path, *, directory_urls: bool = True) -> int:
    """Writes the site below `target`, each page to `<address>index.md`, and returns the number of pages.

    Hand-written pages of docs/ and all other files there come along; docs/index.md becomes part of the front page.
    """
    renderer = PageRenderer(site.catalog, directory_urls=directory_urls)
    template = Environment(loader=PackageLoader("noticeboard", "templates"), autoescape=False).get_template(
        "export.md"
    )
    hand_written = list_hand_written(site.root)
    _copy_docs(site.root / "docs", target)
    for page in site.pages:
        text = (
            _home_text(site.root / hand_written[HOME])
            if page.address == HOME and HOME in hand_written
            else ""
        )
        html = renderer.render(page, text=text).html
        place = target / page.address / "index.md"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(
            template.render(header=_header(page), html=html),
            encoding="utf-8",
            newline="\n",
        )
    texts = texts_of(site.catalog, hand_written_pages(site.root))
    index = index_assets(texts, site.settings, site.edition.today, directory_urls=directory_urls)
    for address, content in (*_assets(site), *((asset.address, asset.content()) for asset in index)):
        place = target / address
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    return len({page.address for page in site.pages} | set(hand_written))


def _header(page: Page) -> str:
    values = {key: value for key, value in page.front_matter.items() if value}
    return yaml.safe_dump(values, allow_unicode=True, sort_keys=True)


def _home_text(place: Path) -> Markup:
    text = place.read_text(encoding="utf-8-sig")
    if text.startswith("---\n"):
        text = text.partition("\n---\n")[2]
    return Markup(Renderer().render(text).html)


def _assets(site: Site) -> Iterator[tuple[str, bytes]]:
    for asset in site.assets:
        yield asset.address, asset.content() if asset.content else (site.root / asset.source).read_bytes()


def _copy_docs(docs: Path, target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    if docs.is_dir():
        shutil.copytree(docs, target, dirs_exist_ok=True, ignore=lambda folder, names: _hidden(names))


def _hidden(names: list[str]) -> set[str]:
    return {name for name in names if name.startswith(".")}
