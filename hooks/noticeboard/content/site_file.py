"""mkdocs.yml as the command line reads it: only `extra.board`, and without MkDocs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from noticeboard.content.paths import SITE_FILE as NAME
from noticeboard.content.settings import Place, Settings, read_settings
from noticeboard.problems import Level, Problem

_DEEPEST = 5


class _Loader(yaml.SafeLoader):
    """A safe loader that passes over the tags MkDocs knows (`!ENV`, `!!python/name:…`); no setting of ours has one."""


_Loader.add_multi_constructor("", lambda loader, suffix, node: None)


def read_site_file(root: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings of the site at `root`; with problems, the default settings."""
    try:
        board = _value(root / NAME, ("extra", "board"), _DEEPEST)
    except OSError:
        return Settings(), (
            _problem(1, 1, f"找不到 {NAME}。", "请在公告栏的文件夹里运行，或用 --root 指出它。"),
        )
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        return Settings(), (
            _problem(line, column, f"{NAME} 的格式有错，读不下去。", "请检查这一行的缩进、冒号和引号。"),
        )
    return read_settings(board, NAME, places_in(root / NAME))


def read_hooks(root: Path) -> tuple[Path, ...] | None:
    """The files that the site file at `root` names under `hooks`; None where it cannot be read."""
    try:
        hooks = _value(root / NAME, ("hooks",), _DEEPEST)
    except (OSError, yaml.YAMLError, UnicodeDecodeError):
        return None
    named = hooks if isinstance(hooks, list) else []
    return tuple(root / name for name in named if isinstance(name, str))


def places_in(path: Path) -> Callable[[tuple[str | int, ...]], Place]:
    """Where the file at `path` says what: keys from the outermost to the innermost → place of the last that is there."""

    def place_of(keys: tuple[str | int, ...]) -> Place:
        mark, node = None, yaml.compose(path.read_text(encoding="utf-8-sig"), _Loader)
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


def _value(path: Path, keys: tuple[str, ...], depth: int) -> Any:
    """The value under `keys`, from the outermost to the innermost; that of a file named by INHERIT beneath it."""
    config = yaml.load(path.read_text(encoding="utf-8-sig"), _Loader)
    if not isinstance(config, dict):
        return None
    value: Any = config
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    parent = config.get("INHERIT")
    if isinstance(parent, str) and depth:
        return _merged(_value(path.parent / parent, keys, depth - 1), value)
    return value


def _merged(below: Any, above: Any) -> Any:
    if isinstance(below, dict) and isinstance(above, dict):
        return {**below, **{key: _merged(below.get(key), value) for key, value in above.items()}}
    return below if above is None else above


def _problem(line: int, column: int, message: str, hint: str) -> Problem:
    return Problem(NAME, line, column, Level.ERROR, "settings", message, hint)
