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
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from noticeboard.cache import Cache, code_state
from noticeboard.content.repository.files import LARGEST
from noticeboard.content.repository.paths import HAND_WRITTEN, ROOT, SITE_FILE, THEME
from noticeboard.content.repository.publication_log import place_of_log
from noticeboard.edition import Edition
from noticeboard.file_states import UNREADABLE, FileStates
from noticeboard.problems import Edit, Level, Problem

_TABLE = "check"
_FILES = "check-files"
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
    """Remembers what was found while the board was in `state`."""
    # `asdict` of all of it looks into each string: 0.2 s of 13,000 problems.
    problems = [kept_problem(problem) for problem in checked.problems]
    cache.write(_TABLE, state, {"problems": problems, "allowed": [asdict(it) for it in checked.allowed]})


def state_of(root: Path, edition: Edition, cache: Cache | None = None) -> str:
    """A digest of all on which it depends what is said of the board at `root`.

    That is what it is made of: the files in plans/ and docs/, the names of those in overrides/, the commit that they stand on, the site file with those that
    it inherits; the day and the audience; our own code, and the libraries that it stands on. `cache` knows files that nobody has touched.
    """
    states = FileStates(cache or Cache(), _FILES)
    digest = hashlib.sha256(code_state().encode())
    digest.update(f"{edition}\n{revision(root)}\n".encode())
    log = str(place_of_log(root, edition))
    files = (*_files(root, states), *site_files(root / SITE_FILE), (log, _state_of_file(log, states)))
    for path, content in sorted(files):
        digest.update(f"{path.encode('utf-8', 'surrogateescape')!r} {content}\n".encode())
    states.save()
    return digest.hexdigest()


def site_files(place: Path, depth: int = _DEEPEST) -> Iterator[tuple[str, str]]:
    """A site file and those that it inherits, each with a digest."""
    yield str(place), _digest(str(place))
    with suppress(OSError):
        parent = _INHERIT.search(place.read_bytes()) if depth else None
        if parent:
            name = parent[1].decode("utf-8", "replace").strip("'\" ")
            yield from site_files(place.parent / name, depth - 1)


def _files(root: Path, states: FileStates) -> Iterator[tuple[str, str]]:
    """Every path that may matter, with what is in it."""
    for folder in (ROOT, HAND_WRITTEN, THEME):
        for directory, folders, names in os.walk(root / folder):
            for name in (*folders, *names):
                path = f"{directory}/{name}"
                yield path, _state_of_file(path, states if folder != THEME else None)


def _state_of_file(path: str, states: FileStates | None) -> str:
    try:
        found = os.lstat(path)
    except OSError:
        return "gone"
    if states and stat.S_ISREG(found.st_mode):
        # What is too large to be published is not read: its size is all that is said of it.
        return f"{found.st_size} bytes" if found.st_size > LARGEST else states.digest(path)
    return f"{stat.S_IFMT(found.st_mode)} {os.access(path, os.R_OK)}"


def revision(root: Path) -> str:
    """What git says of a board: the commit that is checked out, whose message may hold a reason for readers; what git says where it has none; what
    is published; and which files it follows.
    """
    return "".join(
        (
            _git(root, "rev-parse", "HEAD", "--is-shallow-repository"),
            _git(root, "for-each-ref", *_PUBLISHED),
            _git(root, "ls-files", "-z", "--", ROOT),
        )
    )


def _git(root: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=False, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return (done.stdout or done.stderr).decode("utf-8", "replace")


def _digest(path: str) -> str:
    try:
        with open(path, "rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return UNREADABLE


def _restored(kept: Mapping[str, Any]) -> Checked:
    problems = tuple(map(restored_problem, kept["problems"]))
    return Checked(problems, tuple(Allowed(**allowed) for allowed in kept["allowed"]))


def kept_problem(problem: Problem) -> dict[str, Any]:
    """What `restored_problem` makes a problem of again, for JSON."""
    facts = {field.name: getattr(problem, field.name) for field in fields(Problem)}
    below = [(line, asdict(edit)) for line, edit in problem.edits_below]
    return {**facts, "edit": problem.edit and asdict(problem.edit), "edits_below": below}


def restored_problem(kept: Mapping[str, Any]) -> Problem:
    """A problem that was kept as `kept_problem` and JSON make it."""
    return Problem(
        **{
            **kept,
            "level": Level(kept["level"]),
            "edit": kept["edit"] and Edit(**kept["edit"]),
            "edits_below": tuple((line, Edit(**edit)) for line, edit in kept["edits_below"]),
        }
    )
