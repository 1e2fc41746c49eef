"""When documents changed and why, as git tells it; nothing where git cannot tell it truly."""

from __future__ import annotations

import re
import subprocess
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

_COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}", re.ASCII)
_ADDRESS = re.compile(r"[<〈《]?[\w.+-]+@[\w-]+(?:\.[\w-]+)+[>〉》]?", re.ASCII)
_LONG_NUMBER = re.compile(r"(?<![0-9A-Za-z])\d{7,}[0-9Xx]?(?![0-9A-Za-z])", re.ASCII)
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Change:
    """One commit that touched a document."""

    day: date
    """In the committer's own time zone."""
    message: str
    """The first line of its message, without addresses and long numbers, which may be somebody's."""


@dataclass(frozen=True, slots=True)
class History:
    """What git knows of the files in plans/, by path below the repository root.

    A file that is not committed as it stands has no entry: what its page shows is in no commit yet.
    """

    updated: Mapping[str, date] = field(default_factory=dict)
    """The day of the last commit."""
    changes: Mapping[str, tuple[Change, ...]] = field(default_factory=dict)
    """All commits, newest first, also those from before the file got its present name."""

    def without_messages(self) -> History:
        """Days alone: a message may speak of other files that its commit touched."""
        return History(
            self.updated,
            {
                path: tuple(replace(change, message="") for change in changes)
                for path, changes in self.changes.items()
            },
        )


def read_history(root: Path, folder: str = "plans") -> History:
    """The history of `folder`; empty without git, without a repository, or in a shallow clone (its dates are false)."""
    state = _git(root, "rev-parse", "--is-shallow-repository", "--show-prefix")
    if state is None or state.startswith("true"):
        return History()
    prefix = state.partition("\n")[2].strip("\n")
    log = _git(
        root, "log", "-z", "--topo-order", "--no-show-signature", "--encoding=UTF-8", "--format=%H%x00%cs%x00%s",
        "--name-status", "--find-renames", "--diff-filter=AMDRT", "--", folder,
    )  # fmt: skip
    unsaved = _git(root, "diff", "HEAD", "-z", "--name-only", "--no-renames", "--no-ext-diff", "--", folder)
    if log is None or unsaved is None:
        return History()
    dirty = set(unsaved.split("\0"))
    changes = {path.removeprefix(prefix): found for path, found in _changes(log).items() if path not in dirty}
    return History({path: found[0].day for path, found in changes.items()}, changes)


def _changes(log: str) -> Mapping[str, tuple[Change, ...]]:
    """Today's path → its changes, by walking back from the newest commit through all renames."""
    found: dict[str, list[Change]] = defaultdict(list)
    today: dict[str, str | None] = {}
    """A path at this point of the walk → the path it has today; None once what it is today has begun."""
    for change, kind, old, new in _touched(log):
        path = today.get(new, new)
        if kind == "D":
            # Whatever bore this name before is gone; a file of today's with the name began later.
            today[new] = None
            continue
        if path is not None:
            found[path].append(change)
        if kind == "R":
            today[old], today[new] = path, None
        elif kind == "A":
            today[new] = None
    return {path: tuple(changes) for path, changes in found.items()}


def _touched(log: str) -> Iterator[tuple[Change, str, str, str]]:
    """Each touch of a file: the change, its kind (A, M, D, R, T), the file's path before it and after it."""
    parts = iter(log.split("\0"))
    change = Change(date.min, "")
    for part in parts:
        mark = part.strip("\n")
        if _COMMIT.fullmatch(mark):
            change = Change(date.fromisoformat(next(parts)), _said(next(parts)))
        elif mark:
            old = next(parts)
            yield change, mark[0], old, next(parts) if mark[0] == "R" else old


def _said(message: str) -> str:
    text = _LONG_NUMBER.sub("…", _ADDRESS.sub("…", " ".join(message.split())))
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _git(root: Path, *arguments: str) -> str | None:
    try:
        done = subprocess.run(
            ["git", "--no-optional-locks", "-c", "core.quotePath=false", *arguments],
            cwd=root,
            capture_output=True,
            timeout=60,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None
