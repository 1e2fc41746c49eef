"""Follows every link of a built site as a browser would, without one: from a web server or from a disk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

RESOURCES = {
    "script": "src", "img": "src", "iframe": "src", "embed": "src", "object": "data", "source": "src", "video": "src",
    "audio": "src", "track": "src", "image": "href", "use": "href",
}  # fmt: skip
"""Elements that load something, and the attribute that says what."""
LOADED_LINKS = {"stylesheet", "icon", "apple-touch-icon", "preload", "modulepreload", "prefetch", "manifest"}
_IN_STYLE = re.compile(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)")


@dataclass(slots=True)
class Addresses:
    """What a page names: what it loads, where it leads, and its own anchors."""

    loaded: list[str] = field(default_factory=list)
    linked: list[str] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found = Addresses()

    def handle_starttag(self, tag, attributes) -> None:
        values = {name: value or "" for name, value in attributes}
        self.found.ids |= {values.get("id", ""), values.get("name", "") if tag == "a" else ""}
        if tag in RESOURCES and RESOURCES[tag] in values:
            self.found.loaded.append(values[RESOURCES[tag]])
        self.found.loaded += [part.split()[0] for part in values.get("srcset", "").split(",") if part.strip()]
        self.found.loaded += _in_style(values.get("style", ""))
        if tag == "link" and "href" in values:
            loaded = LOADED_LINKS & set(values.get("rel", "").split())
            (self.found.loaded if loaded else self.found.linked).append(values["href"])
        self.found.linked += [
            values[name] for name in ("href", "action", "data-page") if name in values and tag != "link"
        ]


def _in_style(text: str) -> list[str]:
    return [one or other for one, other in _IN_STYLE.findall(text)]


@cache
def addresses_of(place: Path) -> Addresses:
    """What a page or a stylesheet names."""
    text = place.read_text(encoding="utf-8")
    if place.suffix == ".css":
        return Addresses(loaded=_in_style(text))
    parser = _Parser()
    parser.feed(text)
    return parser.found


def faults(site: Path, base: str, *, without: tuple[str, ...] = ()) -> Iterator[str]:
    """What does not work when the folder `site` stands at `base`, an address with a slash at the end.

    Below `http:` a server answers for a folder with its index.html; below `file:` a browser would list the folder.
    """
    for place in sorted(site.rglob("*")):
        path = place.relative_to(site).as_posix()
        if place.suffix not in (".html", ".css") or path in without:
            continue
        here = base + (path.removesuffix("index.html") if base.startswith("http") else path)
        found = addresses_of(place)
        for address in found.loaded:
            if not address.startswith("data:"):
                fault = _fault(site, base, urljoin(here, address), outside=False)
                yield from [f"{path} loads {address}: {fault}"] if fault else []
        for address in found.linked:
            fault = _fault(site, base, urljoin(here, address), outside=True)
            yield from [f"{path} leads to {address}: {fault}"] if fault else []


def _fault(site: Path, base: str, address: str, *, outside: bool) -> str | None:
    """What is wrong with an address; where it may lead `outside`, other sites and programs are not followed."""
    parts = urlsplit(address)
    if not address.startswith(base):
        elsewhere = parts.scheme != urlsplit(base).scheme or parts.netloc != urlsplit(base).netloc
        return (
            None
            if outside and elsewhere and parts.scheme in ("http", "https", "mailto", "tel", "webcal")
            else "leaves the site"
        )
    path = unquote(parts.path.removeprefix(urlsplit(base).path))
    target = site / path
    if path == "" or path.endswith("/"):
        if base.startswith("file:"):
            return "a folder"
        target /= "index.html"
    if not target.is_file():
        return "not there"
    anchor = unquote(parts.fragment)
    if anchor and target.suffix == ".html" and anchor not in addresses_of(target).ids:
        return "no such place on that page"
    return None
