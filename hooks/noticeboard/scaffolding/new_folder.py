"""Puts the files of a new board into a folder: all of them, or none."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

_MAY_BE_THERE = frozenset((".git", ".venv", "wheels"))
"""What a folder may hold that is still an empty one: a repository without a commit's files, and what was installed."""


def others_in(folder: Path) -> list[str]:
    """The names in `folder` for which it is not an empty one; none where it does not exist."""
    return (
        sorted(place.name for place in folder.iterdir() if place.name not in _MAY_BE_THERE)
        if folder.exists()
        else []
    )


@contextmanager
def written_beside(folder: Path, files: Mapping[str, bytes]) -> Iterator[Path]:
    """The `files` in a folder of their own beside `folder`, on the same disk; it goes with the block. Raises OSError."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(
        dir=folder.parent, prefix=".board-init-", ignore_cleanup_errors=True
    ) as apart:
        # A folder that is made for one user alone would stay closed to all others.
        made = Path(apart, "board")
        for path, data in files.items():
            place = made / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
        yield made


def move_into(made: Path, folder: Path) -> None:
    """Moves all that lies in `made` into `folder`, where none of it is yet. Raises OSError, and takes back what was moved."""
    folder.mkdir(exist_ok=True)
    moved: list[Path] = []
    try:
        for place in sorted(made.iterdir()):
            target = folder / place.name
            os.rename(place, target)
            moved.append(target)
    except OSError:
        for target in moved:
            _remove(target)
        raise


def _remove(place: Path) -> None:
    with suppress(OSError):
        shutil.rmtree(place) if place.is_dir() else place.unlink()
