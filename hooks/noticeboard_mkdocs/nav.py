"""The navigation that mkdocs.yml gives: pages that it names and that are missing, and pages that it leaves out, told in Chinese."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from noticeboard.content.paths import HAND_WRITTEN
from noticeboard.content.site_file import NAV_MISSING, PAGE_NOT_IN_NAV, places_in
from noticeboard.problems import Fault, Problem

Keys = tuple[str | int, ...]


def nav_problems(config: MkDocsConfig, files: Files) -> list[Problem]:
    """What MkDocs would say of `nav` in English at the levels that mkdocs.yml sets; it keeps silent after this."""
    levels = config.validation.nav
    missing = _missing(config, files) if levels.not_found >= logging.WARNING else ()
    omitted = _omitted(config, files) if levels.omitted_files >= logging.WARNING else ()
    problems = [*missing, *omitted]
    levels.not_found = levels.omitted_files = logging.DEBUG
    return problems


def leave_links_to_checks(config: MkDocsConfig) -> None:
    """Keeps MkDocs from telling of links in pages of docs/ that the checks have told of already."""
    links = config.validation.links
    links.not_found = links.anchors = links.unrecognized_links = logging.DEBUG


def _missing(config: MkDocsConfig, files: Files) -> Iterator[Problem]:
    """The pages that `nav` names and that are not among those of the site."""
    file = Path(config.config_file_path)
    from_docs = getattr(config.validation.nav.absolute_links, "name", "") == "RELATIVE_TO_DOCS"
    for keys, path in _named(config.nav or [], ("nav",)):
        is_page = from_docs or not path.startswith("/")
        if is_page and files.get_file_from_path(PurePath(path.lstrip("/")).as_posix()) is None:
            fault = Fault(NAV_MISSING, f"栏目里的“{path}”找不到。", "请检查文件名，或删去这一行。")
            yield fault.at(file.name, *places_in(file)(keys))


def _omitted(config: MkDocsConfig, files: Files) -> Iterator[Problem]:
    """The hand-written pages that `nav` does not name."""
    if config.nav is None:
        return
    named = {PurePath(path.lstrip("/")).as_posix() for _, path in _named(config.nav, ("nav",))}
    for file in files.documentation_pages():
        is_hand_written = file.generated_by is None and file.src_dir == config.docs_dir
        if is_hand_written and file.inclusion.is_in_nav() and file.src_uri not in named:
            fault = Fault(
                PAGE_NOT_IN_NAV,
                "这一页不在栏目里，读者从栏目找不到它。",
                f"请在 {Path(config.config_file_path).name} 的 nav 里加一行“- 名称: {file.src_uri}”，或者写进 not_in_nav。",
            )
            yield fault.at(f"{HAND_WRITTEN}/{file.src_uri}", 1, 1)


def _named(item: Any, keys: Keys) -> Iterator[tuple[Keys, str]]:
    """Every page that part of a `nav` names, with the keys that lead to it."""
    if isinstance(item, dict):
        for title, inner in item.items():
            yield from _named(inner, (*keys, title))
    elif isinstance(item, list):
        for number, inner in enumerate(item):
            yield from _named(inner, (*keys, number))
    elif isinstance(item, str):
        address = urlsplit(item)
        if not (address.scheme or address.netloc):
            yield keys, item
