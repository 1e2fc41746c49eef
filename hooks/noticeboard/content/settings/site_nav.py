"""The navigation that mkdocs.yml gives, as MkDocs would read it (its user guide, "nav", "validation", "not_in_nav")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from pathspec import GitIgnoreSpec

from noticeboard.content.repository.paths import HAND_WRITTEN, SITE_FILE
from noticeboard.problems import Diagnostic, Fault, Level, Scope

Keys = tuple[str | int, ...]

NAV_MISSING = Diagnostic("nav-missing", Level.WARNING, scope=Scope.BOARD)
PAGE_NOT_IN_NAV = Diagnostic("page-not-in-nav", Level.WARNING, scope=Scope.BOARD)

_NEVER_PAGES = (".*", "/templates/")
"""What MkDocs leaves out of every site."""
_MAKING_NO_PAGES = frozenset("search info offline privacy social optimize meta typeset group".split())  # noqa: SIM905
"""Plugins of MkDocs and Material; of others nobody knows which pages they make."""


@dataclass(frozen=True, slots=True)
class SiteNav:
    """What `nav` names, and what the settings beside it say of pages that it misses."""

    named: tuple[tuple[Keys, str], ...] | None = None
    """Each page with the keys that lead to it; None without a navigation."""
    reports_missing: bool = False
    """Whether a page that is named and not there is told."""
    reports_omitted: bool = False
    """Whether a page that is not named is told."""
    passed_over: tuple[str, ...] = ()
    """Patterns, in the form of a .gitignore, of pages that need not be named."""

    def omits(self, uri: str) -> bool:
        """Whether it should name the page with that path below docs/, and does not."""
        paths = {path_of(path) for _, path in self.named or ()}
        return uri not in paths and not GitIgnoreSpec.from_lines(self.passed_over).match_file(uri)


def read_nav(config: Mapping[str, Any]) -> SiteNav:
    """The navigation of a whole site file; none where its values are of wrong types, which others tell."""
    nav = config.get("nav")
    if not isinstance(nav, list):
        return SiteNav()
    texts = (config.get(key) for key in ("not_in_nav", "exclude_docs", "draft_docs"))
    patterns = [line for text in texts if isinstance(text, str) for line in text.splitlines()]
    relative = _level(config, "absolute_links") == "relative_to_docs"
    named = tuple(
        (keys, path) for keys, path in pages_of_nav(nav, ("nav",)) if relative or not path.startswith("/")
    )
    return SiteNav(
        named,
        _level(config, "not_found") in (None, "warn") and _makes_no_pages(config),
        _level(config, "omitted_files") == "warn",
        (*_NEVER_PAGES, *patterns),
    )


def missing_fault(path: str) -> Fault:
    """For a page that the navigation names and that is not there."""
    return Fault(NAV_MISSING, f"栏目里的“{path}”找不到。", "请检查文件名，或删去这一行。")


def omitted_fault(uri: str) -> Fault:
    """For a page, by its path below docs/, that the navigation does not name."""
    hint = f"请在 {SITE_FILE} 的 nav 里加一行“- 名称: {uri}”，或者写进 not_in_nav。"
    return Fault(PAGE_NOT_IN_NAV, "这一页不在栏目里，读者从栏目找不到它。", hint)


def path_of_page(uri: str) -> str:
    """Of a page with that path below docs/, the path below the repository root."""
    return f"{HAND_WRITTEN}/{uri}"


def path_of(written: str) -> str:
    """The path below docs/ that an entry of a `nav` means."""
    return PurePosixPath(written.lstrip("/")).as_posix()


def pages_of_nav(item: Any, keys: Keys) -> Iterator[tuple[Keys, str]]:
    """Every page that part of a `nav` names, with the keys that lead to it."""
    if isinstance(item, dict):
        for title, inner in item.items():
            yield from pages_of_nav(inner, (*keys, title))
    elif isinstance(item, list):
        for number, inner in enumerate(item):
            yield from pages_of_nav(inner, (*keys, number))
    elif isinstance(item, str):
        address = urlsplit(item)
        if not (address.scheme or address.netloc):
            yield keys, item


def _level(config: Mapping[str, Any], key: str) -> Any:
    """How much `validation` makes of a fault; what it says of navigations stands above what it says of all."""
    validation = config.get("validation")
    validation = validation if isinstance(validation, dict) else {}
    of_nav = validation.get("nav")
    of_nav = of_nav if isinstance(of_nav, dict) else {}
    return of_nav.get(key, validation.get(key))


def _makes_no_pages(config: Mapping[str, Any]) -> bool:
    """Whether all pages are known beforehand: a plugin or another hook may make some."""
    plugins, hooks = config.get("plugins") or [], config.get("hooks") or []
    names = {name for plugin in plugins for name in (plugin if isinstance(plugin, dict) else [plugin])}
    return len(hooks) < 2 and {str(name).removeprefix("material/") for name in names} <= _MAKING_NO_PAGES
