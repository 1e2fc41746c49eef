"""mkdocs.yml as the command line reads it, without MkDocs."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from noticeboard.content.repository.paths import SITE_FILE as NAME
from noticeboard.content.settings.board_settings import Settings
from noticeboard.content.settings.settings_reader import SETTINGS, Place, read_settings
from noticeboard.content.settings.site_nav import SiteNav, read_nav
from noticeboard.content.settings.site_values import value_problems
from noticeboard.problems import Fault, Problem

_DEEPEST = 5
_UNREADABLE = (
    yaml.YAMLError, ValueError, ArithmeticError, LookupError, AttributeError, TypeError, RecursionError,
)  # fmt: skip
"""What the reading of YAML may end with: PyYAML lets through what its values make of wrong ones (`!!int x`, the 45th of May)."""


class SiteFileLoader(yaml.SafeLoader):
    """A safe loader that passes over the tags MkDocs knows (`!ENV`, `!!python/name:…`); no setting of ours has one."""


SiteFileLoader.add_multi_constructor("", lambda loader, suffix, node: None)


def read_site_file(root: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings of the site at `root`; with problems, the default settings."""
    return read_config(root / NAME)


def read_config(file: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings in the site file `file`, and what is wrong with it; with problems, the default settings."""
    try:
        config = _config(file, _DEEPEST)
    except OSError:
        return Settings(), (
            _problem(1, 1, f"找不到 {file.name}。", "请在公告栏的文件夹里运行，或用 --root 指出它。"),
        )
    except _UNREADABLE as error:
        mark = getattr(error, "problem_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        return Settings(), (
            _problem(line, column, f"{file.name} 的格式有错，读不下去。", "请检查这一行的缩进、冒号和引号。"),
        )
    place_of = places_in(file)
    settings, problems = read_settings(_board(config), file.name, place_of)
    problems += tuple(value_problems(config, file.name, place_of))
    return (Settings() if problems else settings), problems


def configured_output(root: Path) -> tuple[str, bool]:
    """Where the site file at `root` lets a site be built, below `root`, and whether links end in a slash: `site_dir`, `use_directory_urls`."""
    config = _config(root / NAME, _DEEPEST)
    return str(config.get("site_dir", "site")), bool(config.get("use_directory_urls", True))


def reads_environment(root: Path) -> bool:
    """Whether the site file at `root`, or one that it inherits, asks for variables of the environment (`!ENV`)."""
    return any(b"!ENV" in place.read_bytes() for place in _inherited(root / NAME, _DEEPEST))


def places_in(path: Path) -> Callable[[tuple[str | int, ...]], Place]:
    """Where the file at `path` says what: keys from the outermost to the innermost → place of the last that is there."""

    def place_of(keys: tuple[str | int, ...]) -> Place:
        mark, node = None, yaml.compose(path.read_text(encoding="utf-8-sig"), SiteFileLoader)
        for key in keys:
            if isinstance(node, yaml.MappingNode):
                found = next((pair for pair in node.value if pair[0].value == key), None)
                if found is None:
                    break
                mark, node = found[0].start_mark, found[1]
            elif isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
                node = node.value[key]
                mark = node.start_mark
            else:
                break
        return (mark.line + 1, mark.column + 1) if mark else (1, 1)

    return place_of


@dataclass(frozen=True, slots=True)
class Named:
    """What a site file names of the files that make the site's look."""

    files: frozenset[str] = frozenset()
    """Paths below docs/ or the look's folder: scripts, styles, logo."""
    look: str = ""
    """Path of the look's folder (`theme.custom_dir`) below the repository root; empty without one."""


def named_by(root: Path) -> Named:
    """What the site file at `root` names, or one that it inherits; nothing where it cannot be read."""
    try:
        return _named(_config(root / NAME, _DEEPEST))
    except (OSError, *_UNREADABLE):
        return Named()


def config_of(root: Path) -> Mapping[str, Any]:
    """All of the site file at `root`, with what it inherits; empty where it cannot be read."""
    try:
        return _config(root / NAME, _DEEPEST)
    except (OSError, *_UNREADABLE):
        return {}


def nav_of(root: Path) -> SiteNav:
    """The navigation that the site file at `root` gives; none where it cannot be read."""
    try:
        return read_nav(_config(root / NAME, _DEEPEST))
    except (OSError, *_UNREADABLE):
        return SiteNav()


def site_url_of(root: Path) -> str:
    """The site's own address by the site file at `root`; empty without one that can be read."""
    try:
        written = _config(root / NAME, _DEEPEST).get("site_url")
    except (OSError, *_UNREADABLE):
        return ""
    return written if isinstance(written, str) else ""


def _named(config: Mapping[str, Any]) -> Named:
    theme = config.get("theme")
    theme = theme if isinstance(theme, dict) else {}
    listed = [theme.get("favicon"), theme.get("logo")]
    for key in ("extra_css", "extra_javascript"):
        value = config.get(key)
        listed += value if isinstance(value, list) else []
    # A script may be named with more than its path.
    paths = (item.get("path") if isinstance(item, dict) else item for item in listed)
    look = theme.get("custom_dir")
    files = frozenset(posixpath.normpath(path) for path in paths if isinstance(path, str))
    return Named(files, look if isinstance(look, str) else "")


def _board(config: Mapping[str, Any]) -> Any:
    extra = config.get("extra")
    return extra.get("board") if isinstance(extra, dict) else None


def _inherited(path: Path, depth: int) -> Iterator[Path]:
    """A site file and those beneath it."""
    yield path
    parent = (yaml.load(path.read_text(encoding="utf-8-sig"), SiteFileLoader) or {}).get("INHERIT")
    if isinstance(parent, str) and depth:
        yield from _inherited(path.parent / parent, depth - 1)


def _config(path: Path, depth: int) -> Mapping[str, Any]:
    """All of a site file, that of a file named by INHERIT beneath it."""
    config: dict[str, Any] | None = yaml.load(path.read_text(encoding="utf-8-sig"), SiteFileLoader)
    if config is None:
        return {}
    if not isinstance(config, dict):
        raise ValueError("no mapping")
    parent = config.get("INHERIT")
    if isinstance(parent, str) and depth:
        config = _merged(_config(path.parent / parent, depth - 1), config)
    return config


def _merged(below: Any, above: Any) -> Any:
    if isinstance(below, dict) and isinstance(above, dict):
        return {**below, **{key: _merged(below.get(key), value) for key, value in above.items()}}
    return below if above is None else above


def _problem(line: int, column: int, message: str, hint: str) -> Problem:
    return Fault(SETTINGS, message, hint).at(NAME, line, column)
