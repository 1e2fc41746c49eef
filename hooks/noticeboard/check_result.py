"""What `board check` says of a board, and when that may be said again without looking.

This module loads nothing that reads a board: to load all that takes longer than to see that nothing has changed.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from noticeboard.cache import Cache, code_state
from noticeboard.content.files import LARGEST
from noticeboard.content.paths import HAND_WRITTEN, ROOT, SITE_FILE, THEME
from noticeboard.edition import Edition
from noticeboard.problems import Edit, Level, Problem

_TABLE = "check"
_INHERIT = re.compile(rb"^INHERIT:[ \t]*([^#\r\n]+)", re.MULTILINE)
_DEEPEST = 5
_PUBLISHED = ("refs/heads/main", "refs/heads/master", "refs/remotes/origin", "refs/tags")
"""What git may mean by what is published, see `content.published`."""


@dataclass(frozen=True, order=True, slots=True)
class Allowed:
    """What a reviewer has allowed in a file, and why."""

    path: str
    line: int
    column: int
    check: str
    reason: str


@dataclass(frozen=True, slots=True)
class Checked:
    """All problems of a board, and all that was allowed on it, by path and line."""

    problems: tuple[Problem, ...]
    allowed: tuple[Allowed, ...]


def recall(cache: Cache, state: str) -> Checked | None:
    """What was said of a board in the same state."""
    kept = cache.read(_TABLE, state)
    return _restored(kept) if kept else None


def keep(cache: Cache, state: str, checked: Checked) -> None:
    cache.write(_TABLE, state, asdict(checked))


def state_of(root: Path, edition: Edition) -> str:
    """A digest of all on which it depends what is said of the board at `root`.

    That is what it is made of: the files in plans/ and docs/, the names of those in overrides/, the commit that they stand on, the site file with those that
    it inherits; the day and the audience; our own code, and the libraries that it stands on.
    """
    digest = hashlib.sha256(code_state().encode())
    digest.update(f"{edition}\n{_revision(root)}\n".encode())
    for path, content in sorted((*_files(root), *_site_files(root / SITE_FILE))):
        digest.update(f"{path.encode('utf-8', 'surrogateescape')!r} {content}\n".encode())
    return digest.hexdigest()


def _site_files(place: Path, depth: int = _DEEPEST) -> Iterator[tuple[str, str]]:
    """A site file and those that it inherits, each with a digest."""
    yield str(place), _digest(str(place))
    with suppress(OSError):
        parent = _INHERIT.search(place.read_bytes()) if depth else None
        if parent:
            name = parent[1].decode("utf-8", "replace").strip("'\" ")
            yield from _site_files(place.parent / name, depth - 1)


def _files(root: Path) -> Iterator[tuple[str, str]]:
    """Every path that may matter, with what is in it."""
    for folder in (ROOT, HAND_WRITTEN, THEME):
        for directory, folders, names in os.walk(root / folder):
            for name in (*folders, *names):
                path = f"{directory}/{name}"
                yield path, _state_of_file(path, is_read=folder != THEME)


def _state_of_file(path: str, *, is_read: bool) -> str:
    try:
        kind = os.lstat(path).st_mode
    except OSError:
        return "gone"
    if is_read and stat.S_ISREG(kind):
        return _digest(path)
    return f"{stat.S_IFMT(kind)} {os.access(path, os.R_OK)}"


def _revision(root: Path) -> str:
    """The commit that git has checked out, whose message may hold a reason for readers; what git says where it has none; and what is published."""
    return _git(root, "rev-parse", "HEAD", "--is-shallow-repository") + _git(
        root, "for-each-ref", *_PUBLISHED
    )


def _git(root: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=False, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return (done.stdout or done.stderr).decode("utf-8", "replace")


def _digest(path: str) -> str:
    """Of its content, unless it is too large to be published: then its size is all that is said of it."""
    try:
        if (size := os.path.getsize(path)) > LARGEST:
            return f"{size} bytes"
        with open(path, "rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return "unreadable"


def _restored(kept: Mapping[str, Any]) -> Checked:
    problems = tuple(
        Problem(
            **{
                **problem,
                "level": Level(problem["level"]),
                "edit": problem["edit"] and Edit(**problem["edit"]),
            }
        )
        for problem in kept["problems"]
    )
    return Checked(problems, tuple(Allowed(**allowed) for allowed in kept["allowed"]))
