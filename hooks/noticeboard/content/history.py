"""When documents last changed, as git tells it; nothing where git cannot tell it truly."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

_MARK = "\x01"


@dataclass(frozen=True, slots=True)
class History:
    """Path below the repository root → the day of its last commit, in the committer's own time zone."""

    updated: Mapping[str, date] = field(default_factory=dict)


def read_history(root: Path, folder: str = "plans") -> History:
    """The history of `folder`; empty without git, without a repository, or in a shallow clone (its dates are false)."""
    shallow = _git(root, "rev-parse", "--is-shallow-repository", "--show-prefix")
    if shallow is None or shallow.startswith("true"):
        return History()
    prefix = shallow.partition("\n")[2].strip()
    log = _git(root, "log", "-z", f"--format={_MARK}%cs", "--name-only", "--no-renames", "--", folder)
    if log is None:
        return History()
    updated: dict[str, date] = {}
    day = None
    for part in log.replace("\n", "\0").split("\0"):
        if part.startswith(_MARK):
            day = date.fromisoformat(part[len(_MARK) :])
        elif part and day is not None:
            updated.setdefault(part.removeprefix(prefix), day)
    return History(updated)


def _git(root: Path, *arguments: str) -> str | None:
    try:
        done = subprocess.run(
            ["git", "-c", "core.quotePath=false", *arguments],
            cwd=root,
            capture_output=True,
            timeout=60,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None
