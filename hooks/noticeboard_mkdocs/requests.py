"""What the pages of a site ask of others, whoever put it there: a theme, a setting, a plugin or an extension.

No request leaves a site. Settings that make one are told by the checks, where they stand; this looks at what was made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from noticeboard.content.repository.paths import SITE_FILE
from noticeboard.content.settings.settings_reader import SETTINGS
from noticeboard.markup.raw_tags import HtmlTag, addresses_in_style, tags_in_html
from noticeboard.markup.urls import is_pasted, leaves
from noticeboard.problems import Fault, Problem

_LOADING = re.compile(
    r"(?:script|link|img|image|use|source|track|video|audio|iframe|frame|embed|object|input|form|base|body|style)\b"
    r"|\w+\s[^>]*\bstyle=",
    re.IGNORECASE,
)
"""A start tag by which a browser may ask for something."""
_NAMING = frozenset(("canonical", "next", "prev", "author", "license", "me", "help", "search"))
"""What a `<link>` may be that only names another page (HTML Standard, section 4.6.7)."""
_STARS = re.compile(
    r'<a\s[^<>]*href="([^"]*(?:github\.com|gitlab)[^"]*)"[^<>]*\bdata-md-component="?source\b'
)
"""Material's script asks these forges how many stars the repository has."""
_DIAGRAM = re.compile(r'<\w+\s[^<>]*class="(?:[^"]*\s)?mermaid[\s"]')
_DIAGRAMS = "https://unpkg.com/mermaid"
"""Where Material's script gets what draws diagrams, unless the site brings it along."""


class Requests:
    """What the pages of one build ask of other sites."""

    def __init__(self) -> None:
        self._found: dict[str, str] = {}
        self._harmless: set[str] = set()
        """Of the page before, the pieces that ask for nothing."""

    @property
    def problems(self) -> list[Problem]:
        """One for every address, in the order in which they were found."""
        hint = "请改 mkdocs.yml 的 theme、plugins、extra、markdown_extensions，或者外观文件夹里的模板。"
        return [
            Fault(
                SETTINGS,
                f"“{where}”会从别的网站取“{address}”，内网里打不开，还会告诉那个网站谁在看。",
                hint,
            ).at(SITE_FILE, 1, 1)
            for address, where in self._found.items()
        ]

    def look_at_page(self, html: str, where: str, config: MkDocsConfig) -> bool:
        """Notes what the page at the address `where` asks for; whether that is nothing."""
        asked = [*self._asked_by_tags(html)]
        if "github.com" in html or "gitlab" in html:
            asked += (found[1] for found in _STARS.finditer(html))
        if (
            "mermaid" in html
            and _DIAGRAM.search(html)
            and not any("mermaid" in str(script) for script in config.extra_javascript)
        ):
            asked.append(_DIAGRAMS)
        for address in asked:
            self._note(address, where)
        return not asked

    def _asked_by_tags(self, html: str) -> Iterator[str]:
        """No tag goes beyond the next `<`; and nearly all of them stand on the page before, too."""
        in_order = html.split("<")[1:]
        pieces = {*in_order}
        suspects = filter(_LOADING.match, pieces - self._harmless)
        asked = {piece: found for piece in suspects if (found := _asked_by_tag(f"<{piece}"))}
        pieces.difference_update(asked)
        self._harmless = pieces
        return (
            address for piece in dict.fromkeys(in_order if asked else ()) for address in asked.get(piece, ())
        )

    def look_at_styles(self, files: Files, config: MkDocsConfig) -> None:
        """Notes what the site's own stylesheets ask for."""
        for path in config.extra_css:
            file = files.get_file_from_path(path)
            for address in addresses_in_style(file.content_string) if file else ():
                if _is_asked_elsewhere(address):
                    self._note(address, path)

    def _note(self, address: str, where: str) -> None:
        self._found.setdefault(address, where)


@lru_cache(maxsize=4096)
def _asked_by_tag(html: str) -> tuple[str, ...]:
    """What one start tag asks for. Most of a page's tags stand on all pages of its folder."""
    return tuple(
        address
        for tag in tags_in_html(html)
        if not _only_names(tag)
        for address in tag.loaded
        if _is_asked_elsewhere(address)
    )


def _only_names(tag: HtmlTag) -> bool:
    kinds = next((value for name, value in tag.attributes if name == "rel"), "").lower().split()
    return tag.name == "link" and bool(kinds) and _NAMING.issuperset(kinds)


def _is_asked_elsewhere(address: str) -> bool:
    return leaves(address) and not is_pasted(address)
