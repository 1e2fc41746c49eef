"""Files that lie elsewhere in the repository of the program, and inside the package once it is built (setup.py)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
_IN_THE_REPOSITORY = {"guide": "docs/guide", "editor": ".vscode"}
"""Folder of the package → where the repository has it."""


def shipped(name: str, pattern: str) -> Mapping[str, bytes]:
    """Name → content of the files of the folder `name` of the package that fit `pattern`."""
    return {place.name: place.read_bytes() for place in sorted(_folder(name).glob(pattern))}


@cache
def _folder(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parents[1] / _IN_THE_REPOSITORY[name]
