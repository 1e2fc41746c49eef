"""A build that would make the same site again: it ends before it begins."""

from __future__ import annotations

import logging
import os
import re
import sys
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from types import ModuleType

from mkdocs.config.defaults import MkDocsConfig

from noticeboard.build import Site
from noticeboard.cache import Cache
from noticeboard.content.repository.paths import HAND_WRITTEN, SITE_FILE, THEME
from noticeboard.content.settings.site_file import configured_output, reads_environment
from noticeboard.edition import Edition
from noticeboard.file_states import Stamp
from noticeboard.publish.last_build import (
    HOOK,
    Built,
    Inputs,
    Wanted,
    come_of,
    files_of,
    inputs_of,
    last_build,
    remember,
)
from noticeboard_mkdocs.theme_config import NAME, own_folders

_THEMES = frozenset({"material", NAME})
"""The themes whose templates were read: those of others may look at anything."""
_ELSEWHERE = re.compile(
    r"\{[{%](?:(?![}%]\}).)*?(?<![.\w])(?:pages|build_date_utc|board(?!\.(?:settings|today|audience)\b))\b",
    re.DOTALL,
)
"""In a template: what is not the same for all pages, or not the same on one day."""
_PLUGINS = frozenset({"search", "material/search"})
_OF_MARKDOWN = frozenset(
    [
        "abbr",
        "admonition",
        "attr_list",
        "codehilite",
        "def_list",
        "extra",
        "fenced_code",
        "footnotes",
        "legacy_attrs",
        "legacy_em",
        "md_in_html",
        "meta",
        "nl2br",
        "sane_lists",
        "smarty",
        "tables",
        "toc",
        "wikilinks",
    ]
)
_PACKAGES = ("markdown", "pymdownx", "noticeboard")
_READ_FILES = ("pymdownx.snippets", "pymdownx.b64")
"""Extensions that put other files into a page."""


class LastBuild:
    """Of the build that is running: what it is made of, and what it says."""

    def __init__(self) -> None:
        self._inputs: Inputs | None = None
        self._warnings = _Warnings()

    def is_this(self, config: MkDocsConfig, site_dir: Path, edition: Edition) -> bool:
        """Whether the site at `site_dir` is what this build, which has begun, would make; then its warnings are told again."""
        if self._inputs is None:
            return False
        wanted = Wanted(str(site_dir), config.use_directory_urls)
        built = last_build(_root(config), wanted, edition, self._inputs)
        if built is None or (config.strict and built.warnings):
            return False
        for line in built.warnings:
            print(line, file=sys.stderr)
        return True

    def begin(self, config: MkDocsConfig, edition: Edition) -> None:
        """To be told before anything is read."""
        root = _root(config)
        self._inputs = inputs_of(root, edition, Cache.at(root)) if _is_known(config) else None
        self._warnings.begin()

    @property
    def frame(self) -> str:
        """A digest of all that each page is made of but for the documents; empty where that is not known."""
        return self._inputs.frame if self._inputs else ""

    def done(self, config: MkDocsConfig, site: Site, site_dir: Path) -> Mapping[str, Stamp]:
        """To be told when the site is in its place, and nobody else can build it. The stamps of its files; none where they are not known."""
        warnings = self._warnings.end()
        root = _root(config)
        cache = Cache.at(root)
        # What was changed meanwhile may be in the site or not.
        if self._inputs is None or self._inputs != inputs_of(root, site.edition, cache):
            return {}
        files = files_of(site_dir, cache)
        if files is None or warnings is None:
            return files or {}
        waiting = (document.publish_on for document in site.all_documents)
        times, come = come_of((moment for moment in waiting if isinstance(moment, datetime)), site.edition)
        folder, urls = configured_output(root)
        configured = Wanted(os.path.normpath(root / folder), urls)
        remember(
            root,
            Built(
                str(site_dir),
                config.use_directory_urls,
                configured,
                self._inputs.digest,
                times,
                come,
                warnings,
                files,
            ),
        )
        return files


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).absolute().parent


def _is_known(config: MkDocsConfig) -> bool:
    """Whether all that goes into the site is among what a record compares: others' plugins and hooks may read what they like."""
    root = _root(config)
    folders = [config.docs_dir, *filter(None, [config.theme.custom_dir])]
    return (
        Path(config.config_file_path).name == SITE_FILE
        and not reads_environment(root)
        and {*folders} <= {str(root / HAND_WRITTEN), str(root / THEME)}
        and _hooks(config) in ([HOOK], [root / "hooks" / HOOK.name])
        and config.theme.name in _THEMES
        and not any(map(_looks_elsewhere, _templates(config)))
        and {*config.plugins} - {*config.hooks} <= _PLUGINS
        and all(map(_is_pure, config.markdown_extensions))
        and all(
            Path(folder).is_relative_to(sys.prefix) for folder in config.theme.dirs if folder not in folders
        )
    )


def _hooks(config: MkDocsConfig) -> list[Path]:
    """The files of the hooks; to MkDocs they are plugins that are modules."""
    modules = (plugin for plugin in config.plugins.values() if isinstance(plugin, ModuleType))
    return [Path(module.__file__ or "").absolute() for module in modules]


def _templates(config: MkDocsConfig) -> Iterable[Path]:
    return (place for folder in own_folders(config) for place in folder.rglob("*.html"))


def _looks_elsewhere(template: Path) -> bool:
    return _ELSEWHERE.search(template.read_text(encoding="utf-8", errors="replace")) is not None


def _is_pure(extension: str) -> bool:
    own = extension.partition(".")[0]
    return extension in _OF_MARKDOWN or (own in _PACKAGES and extension not in _READ_FILES)


class _Warnings(logging.Handler):
    """What MkDocs and its hooks say that a reader of the log should know."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._lines: list[str] = []
        self._log = logging.getLogger("mkdocs")

    def begin(self) -> None:
        self._lines = []
        self._log.addHandler(self)

    def end(self) -> tuple[str, ...] | None:
        """The lines since the beginning; None where the log was told to be silent."""
        self._log.removeHandler(self)
        return tuple(self._lines) if self._log.isEnabledFor(logging.WARNING) else None

    def emit(self, record: logging.LogRecord) -> None:
        self._lines.append(f"{record.levelname:7} -  {record.getMessage()}")
