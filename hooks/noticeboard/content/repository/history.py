"""When documents changed and why, as git tells it; nothing where git cannot tell it truly."""

from __future__ import annotations

import io
import re
import subprocess
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta, timezone
from enum import StrEnum
from functools import cache
from pathlib import Path

from noticeboard.content.quantities.empty_words import says_nothing
from noticeboard.patterns import pattern_of

_COMMIT = pattern_of(r"[0-9a-f]{40}|[0-9a-f]{64}", re.ASCII)
_REASON = pattern_of(
    r"^[ \t]*(?:更正说明|Correction)[ \t]*[:：][ \t]*(\S.*(?:\n[ \t]+\S.*)*)", re.MULTILINE | re.IGNORECASE
)
_CONTENT = re.compile(rb" (blob|tree|commit|tag) (\d+)\n\Z")
_UNSEEN = frozenset(("Cc", "Cf"))
"""Categories of Unicode: controls, and signs of format."""
_BLAMED = pattern_of(r"^committer-time (\d+)\ncommitter-tz ([+-])(\d\d)(\d\d)$", re.MULTILINE | re.ASCII)


class NoHistory(StrEnum):
    """Why git tells nothing of a repository, in a clause for readers."""

    REFUSED = "文件夹的主人不是运行的人，git 不让读"
    SHALLOW = "这是只取了最近几次提交的仓库（浅克隆），以前的没有取下来"
    NO_PROGRAM = "这台电脑上没有 git"
    SILENT = "git 读不了这个仓库"


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit that touched a document."""

    day: date
    """When it was recorded, in the committer's own time zone; what it tells of may have been done on another day."""
    reason: str = ""
    """What its author wrote for readers: behind `更正说明:` at the start of a line below the subject. Nothing else of a
    message is meant for them."""
    withheld: tuple[str, ...] = ()
    """The kinds of personal data because of which the reason is not shown."""


@dataclass(frozen=True, slots=True)
class Rename:
    """A file got the name that follows."""

    path: str
    """What it was called before."""
    commit: str
    is_identical: bool
    """Whether the commit changed nothing else in it."""


_LOG = (
    "log", "-z", "--topo-order", "--no-show-signature", "--encoding=UTF-8", "--format=%H%x00%cs%x00%b",
    "--name-status", "--find-renames", "--diff-filter=AMDRT",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class History:
    """What git knows of the files in plans/, by path below the repository root.

    A file that is not committed as it stands has no entry: what its page shows is in no commit yet.
    """

    updated: Mapping[str, date] = field(default_factory=dict)
    """The day of the last commit."""
    changes: Mapping[str, tuple[Commit, ...]] = field(default_factory=dict)
    """All commits, newest first, also those from before the file got its present name."""
    corrected: Mapping[str, date] = field(default_factory=dict)
    """The day on which a document's 更正说明 was recorded."""
    renames: Mapping[str, tuple[Rename, ...]] = field(default_factory=dict)
    """How a file came by its present name, the last rename first; also of one that is not committed as it stands."""
    missing: NoHistory | None = None
    """Why there is none, where there should be one."""

    def without_reasons(self) -> History:
        """Days alone: a reason may speak of other files that its commit touched."""
        return self._with(lambda change: replace(change, reason="", withheld=()))

    def screened(self, personal: Callable[[str], tuple[str, ...]]) -> History:
        """Without the reasons in which `personal` finds something; it gives the kinds of what it finds."""
        found = cache(personal)

        def checked(change: Commit) -> Commit:
            kinds = found(change.reason) if change.reason else ()
            return replace(change, reason="", withheld=kinds) if kinds else change

        return self._with(checked)

    def _with(self, changed: Callable[[Commit], Commit]) -> History:
        changes = {path: tuple(map(changed, changes)) for path, changes in self.changes.items()}
        return replace(self, changes=changes)


def read_history(root: Path, folder: str = "plans") -> History:
    """The history of `folder`; empty without git, without a repository, or in a shallow clone (its dates are false); see `History.missing`."""
    if (missing := missing_history(root)) is not None:
        return History(missing=missing)
    state = run_git(root, "rev-parse", "--is-shallow-repository", "--show-prefix")
    if state is None:
        return History()
    prefix = state.partition("\n")[2].strip("\n")
    log = run_git(root, *_LOG, "--", folder)
    unsaved = run_git(
        root, "diff", "HEAD", "-z", "--name-only", "--no-renames", "--no-ext-diff", "--", folder
    )
    if log is None or unsaved is None:
        # Without a commit git names none; of one that it names it should know what it holds.
        is_broken = run_git(root, "rev-parse", "--verify", "--quiet", "HEAD") is not None
        return History(missing=NoHistory.SILENT if is_broken else None)
    dirty = set(unsaved.split("\0"))
    walked, renamed = _walk(log)
    changes = {path.removeprefix(prefix): found for path, found in walked.items() if path not in dirty}
    renames = {
        path.removeprefix(prefix): tuple(
            replace(rename, path=rename.path.removeprefix(prefix)) for rename in found
        )
        for path, found in renamed.items()
    }
    return History({path: found[0].day for path, found in changes.items()}, changes, renames=renames)


def missing_history(root: Path) -> NoHistory | None:
    """Why the history of the repository around `root` cannot be read truly; None where it can, and without a repository."""
    done = _run(root, "rev-parse", "--is-shallow-repository")
    if done is None:
        return NoHistory.NO_PROGRAM if has_repository(root) else None
    if done.returncode == 0:
        return NoHistory.SHALLOW if done.stdout.startswith(b"true") else None
    # In every language git names the setting that would let it.
    if b"safe.directory" in done.stderr:
        return NoHistory.REFUSED
    return NoHistory.SILENT if has_repository(root) else None


def has_repository(root: Path) -> bool:
    """Whether `root` lies in a git repository, readable or not."""
    return any((folder / ".git").exists() for folder in (root.resolve(), *root.resolve().parents))


def explained_since(root: Path, base: str, folder: str) -> frozenset[str]:
    """The paths below `root` that commits after `base` touched whose messages hold a 更正说明."""
    prefix = (run_git(root, "rev-parse", "--show-prefix") or "").strip("\n")
    log = run_git(root, *_LOG, f"{base}..HEAD", "--", folder) or ""
    return frozenset(
        path.removeprefix(prefix)
        for path, changes in _walk(log)[0].items()
        if any(change.reason for change in changes)
    )


def with_corrections(history: History, root: Path, lines: Mapping[str, int]) -> History:
    """`history` with the days on which 更正说明 was recorded; `lines` says in which line of which file it stands."""
    days = {path: day_of_line(root, path, line) for path, line in lines.items() if path in history.changes}
    return replace(history, corrected={path: day for path, day in days.items() if day is not None})


def day_of_line(root: Path, path: str, line: int) -> date | None:
    """The day on which a line of a file was committed as it stands; None where git does not tell."""
    reported = _BLAMED.search(run_git(root, "blame", "--porcelain", "-L", f"{line},{line}", "--", path) or "")
    if reported is None:
        return None
    offset = timedelta(hours=int(reported[3]), minutes=int(reported[4])) * (-1 if reported[2] == "-" else 1)
    return datetime.fromtimestamp(int(reported[1]), timezone(offset)).date()


def _walk(log: str) -> tuple[Mapping[str, tuple[Commit, ...]], Mapping[str, tuple[Rename, ...]]]:
    """Today's path → its changes, and its renames, by walking back from the newest commit."""
    found: dict[str, list[Commit]] = defaultdict(list)
    renames: dict[str, list[Rename]] = defaultdict(list)
    today: dict[str, str | None] = {}
    """A path at this point of the walk → the path it has today; None once what it is today has begun."""
    for commit, change, kind, old, new in _touched(log):
        path = today.get(new, new)
        if kind == "D":
            # Whatever bore this name before is gone; a file of today's with the name began later.
            today[new] = None
            continue
        if path is not None:
            found[path].append(change)
        if kind.startswith("R"):
            if path is not None:
                renames[path].append(Rename(old, commit, kind == _IDENTICAL))
            today[old], today[new] = path, None
        elif kind == "A":
            today[new] = None
    return {path: tuple(changes) for path, changes in found.items()}, {
        path: tuple(renamed) for path, renamed in renames.items()
    }


_IDENTICAL = "R100"


def _touched(log: str) -> Iterator[tuple[str, Commit, str, str, str]]:
    """Each touch of a file: the commit, the change, its kind (A, M, D, R with per cent, T), the file's path before it and after it."""
    parts = iter(log.split("\0"))
    commit, change = "", Commit(date.min)
    for part in parts:
        mark = part.strip("\n")
        if _COMMIT.fullmatch(mark):
            commit, change = mark, Commit(date.fromisoformat(next(parts)), _reason(next(parts)))
        elif mark:
            old = next(parts)
            yield commit, change, mark, old, next(parts) if mark[0] == "R" else old


def _reason(body: str) -> str:
    """What the lines of a message below its subject say to readers, without signs that are not seen or turn text round.

    Nobody can still change a message, so none of them is a problem to be told.
    """
    found = (" ".join(reason.split()) for reason in _REASON.findall(body))
    reason = "；".join(reason for reason in found if not says_nothing(reason))
    return "".join(sign for sign in reason if unicodedata.category(sign) not in _UNSEEN)


def read_contents(root: Path, names: Sequence[str]) -> list[bytes | None]:
    """What git holds under `names`, such as `REV:./path`, in their order; None for what is not there or no file.

    All at once: a process for each would take seconds for a folder that was moved.
    """
    asked = [name for name in names if "\n" not in name]
    done = _run(root, "cat-file", "--batch", text="".join(f"{name}\n" for name in asked)) if asked else None
    stream = io.BytesIO(done.stdout if done and done.returncode == 0 else b"")
    found = {name: _next_content(stream) for name in asked}
    return [found.get(name) for name in names]


def _next_content(stream: io.BytesIO) -> bytes | None:
    """The next answer of `git cat-file --batch`: a line that ends in kind and size, the bytes, an end of line."""
    header = _CONTENT.search(stream.readline())
    if header is None:
        return None
    content = stream.read(int(header[2]))
    stream.read(1)
    return content if header[1] == b"blob" else None


def run_git(root: Path, *arguments: str) -> str | None:
    """What git answers about the repository at `root`; None where it fails or is not there."""
    done = _run(root, *arguments)
    return done.stdout.decode("utf-8", "replace") if done and done.returncode == 0 else None


def _run(root: Path, *arguments: str, text: str = "") -> subprocess.CompletedProcess[bytes] | None:
    try:
        return subprocess.run(
            ["git", "--no-optional-locks", "-c", "core.quotePath=false", *arguments],
            cwd=root,
            input=text.encode("utf-8", "surrogateescape"),
            capture_output=True,
            timeout=60,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
