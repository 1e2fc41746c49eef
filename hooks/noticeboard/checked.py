"""What `board check` says of a board, worked out anew only when something has changed."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import time
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path
from typing import Any

from noticeboard.build import load
from noticeboard.cache import Cache, code_state
from noticeboard.content.paths import ROOT
from noticeboard.content.settings import Settings
from noticeboard.edition import Edition
from noticeboard.problems import Edit, Level, Problem

_TABLE = "check"
_HAND_WRITTEN = "docs"


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


def check_board(root: Path, settings: Settings, edition: Edition, cache: Cache) -> Checked:
    """What `load` says of the board at `root`; what it said before when every byte that it reads is the same.

    It reads the files in plans/, the names of those in docs/, the settings, the day and the audience; and it is our own
    code and the libraries that it stands on which say it. The hour makes no difference: what waits for an hour of the day
    is checked with the day.
    """
    edition = replace(edition, now=time.max)
    state = _state(root, settings, edition)
    kept = cache.read(_TABLE, state)
    if kept:
        return _restored(kept)
    site = load(root, settings, edition, cache)
    allowed = tuple(
        Allowed(document.path, allowance.line, allowance.column, allowance.check, allowance.reason)
        for document in site.documents
        for allowance in document.allow
    )
    checked = Checked(site.problems, tuple(sorted(allowed)))
    cache.write(_TABLE, state, asdict(checked))
    return checked


def _state(root: Path, settings: Settings, edition: Edition) -> str:
    digest = hashlib.sha256(code_state(libraries=_libraries()).encode())
    digest.update(f"{settings.model_dump_json()}\n{edition}\n".encode())
    for path, content in sorted(_files(root)):
        digest.update(f"{path.encode('utf-8', 'surrogateescape')!r} {content}\n".encode())
    return digest.hexdigest()


def _files(root: Path) -> Iterator[tuple[str, str]]:
    """Every path that may matter, with what is in it."""
    for folder in (ROOT, _HAND_WRITTEN):
        for directory, folders, names in os.walk(root / folder):
            for name in (*folders, *names):
                path = f"{directory}/{name}"
                kind = os.lstat(path).st_mode
                is_read = stat.S_ISREG(kind) and folder == ROOT
                yield path, _digest(path) if is_read else str(stat.S_IFMT(kind))


def _digest(path: str) -> str:
    try:
        with open(path, "rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return "unreadable"


def _libraries() -> tuple[str, ...]:
    """What the program stands on; extras too, which may be there or not."""
    try:
        return tuple(
            sorted({re.split(r"[^\w.-]", line, maxsplit=1)[0] for line in requires("noticeboard") or ()})
        )
    except PackageNotFoundError:
        return ()


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
