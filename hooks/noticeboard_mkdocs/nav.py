"""The navigation that mkdocs.yml gives: pages that it names and that are missing, and pages that it leaves out, told in Chinese.

The checks know the pages of docs/ and those of the board; here are those of plugins too.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from noticeboard.content.settings.site_file import places_in
from noticeboard.content.settings.site_nav import (
    missing_fault,
    omitted_fault,
    pages_of_nav,
    path_of,
    path_of_page,
)
from noticeboard.problems import Problem


def nav_problems(config: MkDocsConfig, files: Files) -> list[Problem]:
    """What MkDocs would say of `nav` in English at the levels that mkdocs.yml sets; it keeps silent after this."""
    levels = config.validation.nav
    missing = _missing(config, files) if levels.not_found >= logging.WARNING else ()
    omitted = _omitted(config, files) if levels.omitted_files >= logging.WARNING else ()
    problems = [*missing, *omitted]
    levels.not_found = levels.omitted_files = logging.DEBUG
    return problems


def named_pages(config: MkDocsConfig) -> Iterator[str]:
    """The paths of the pages that `nav` names."""
    return (path_of(path) for _, path in pages_of_nav(config.nav or [], ("nav",)))


def leave_links_to_checks(config: MkDocsConfig) -> None:
    """Keeps MkDocs from telling of links in pages of docs/ that the checks have told of already."""
    links = config.validation.links
    links.not_found = links.anchors = links.unrecognized_links = logging.DEBUG


def _missing(config: MkDocsConfig, files: Files) -> Iterator[Problem]:
    """The pages that `nav` names and that are not among those of the site."""
    file = Path(config.config_file_path)
    from_docs = getattr(config.validation.nav.absolute_links, "name", "") == "RELATIVE_TO_DOCS"
    for keys, path in pages_of_nav(config.nav or [], ("nav",)):
        is_page = from_docs or not path.startswith("/")
        if is_page and files.get_file_from_path(path_of(path)) is None:
            yield missing_fault(path).at(file.name, *places_in(file)(keys))


def _omitted(config: MkDocsConfig, files: Files) -> Iterator[Problem]:
    """The hand-written pages that `nav` does not name."""
    if config.nav is None:
        return
    named = {path_of(path) for _, path in pages_of_nav(config.nav, ("nav",))}
    for file in files.documentation_pages():
        is_hand_written = file.generated_by is None and file.src_dir == config.docs_dir
        if is_hand_written and file.inclusion.is_in_nav() and file.src_uri not in named:
            yield omitted_fault(file.src_uri).at(path_of_page(file.src_uri), 1, 1)
