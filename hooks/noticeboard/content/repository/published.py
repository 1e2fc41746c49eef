"""What was published before: the files of plans/ as the base branch has them, else the last release."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from noticeboard.content.repository.history import explained_since, read_contents, run_git
from noticeboard.content.repository.paths import SITE_FILE
from noticeboard.patterns import pattern_of

_BRANCHES = ("origin/HEAD", "origin/main", "origin/master", "main", "master")
FIRST = "第一次提交"
"""What is called so has nothing before it to be compared with."""
_MADE_OF = ("plans", "docs", SITE_FILE)
_SITE_URL = pattern_of(r"^site_url:[ \t]*(\S*)", re.MULTILINE)
_ONLY_MOVED = "R100"
"""What git says of a file with another path and the same bytes."""
_LARGEST = 1 << 20
"""In bytes: a larger text is no document."""
_LOST_SIGN = "\ufffd"
"""In a name that is no UTF-8, by which git is not asked again; that its name is broken is told elsewhere."""
_MOST_FILES = 500
"""So many paths fit on a command line."""


@dataclass(frozen=True, slots=True)
class Published:
    """What has changed since; nothing where git cannot tell."""

    texts: Mapping[str, tuple[str, bytes]] = field(default_factory=dict)
    """Path of a document today → the path and the bytes that it had, of those that were changed or renamed."""
    files: frozenset[str] = frozenset()
    """Today's paths of the other files that have a new content."""
    moved: Mapping[str, str] = field(default_factory=dict)
    """Today's path of another file → the one that it had."""
    gone: Mapping[str, bytes] = field(default_factory=dict)
    """Path → bytes of the documents that are there no more."""
    new: frozenset[str] = frozenset()
    """The files that were not there."""
    before: Mapping[str, str] = field(default_factory=dict)
    """Path → git's name for the content of each file as it was."""
    added: Mapping[str, str] = field(default_factory=dict)
    """Path → git's name for the content of each new file that is no document."""
    explained: frozenset[str] = frozenset()
    """What commits touched whose message says 更正说明."""
    unread: tuple[str, ...] = ()
    """Paths that were there, of whose content git tells nothing. `.` stands for all."""
    is_partial: bool = False
    """Whether those may only not be fetched yet (`git clone --filter`); else the store is damaged."""


def read_published(root: Path, folder: str = "plans") -> Published:
    """What of `folder` is otherwise than it was published; the files as they lie there count, committed or not."""
    base = published_commit(root)
    changed = base and run_git(
        root, "diff", base, "-z", "--relative", "--name-status", "--find-renames", "--no-ext-diff", "--diff-filter=ADMRT", "--", folder
    )  # fmt: skip
    before = _contents_of(root, base, folder) if changed else {}
    if changed is None or before is None:
        return Published(unread=(".",), is_partial=_is_partial(root))
    if not changed:
        return Published()
    texts, files, added, removed = {}, set(), set(), []
    unread: list[str] = []
    moved: dict[str, str] = {}
    for kind, old, new in _touched(changed):
        if kind == "D":
            removed += [old] if new.lower().endswith(".md") else []
        elif kind == "A" or (old not in before and _LOST_SIGN not in old):
            # What was a repository of its own has a commit where a file has its content.
            added.add(new)
        elif not new.lower().endswith(".md"):
            moved |= {new: old} if new != old else {}
            files |= {new} if kind != _ONLY_MOVED else set()
        elif (text := run_git(root, "show", f"{base}:./{old}")) is None:
            unread.append(old)
        elif len(text) <= _LARGEST:
            texts[new] = (old, text.encode())
    contents = dict(zip(removed, read_contents(root, [f"{base}:./{path}" for path in removed]), strict=True))
    unread += [path for path, content in contents.items() if content is None and "\n" not in path]
    unread = [path for path in unread if path in before and _LOST_SIGN not in path]
    gone = {path: it for path, it in contents.items() if it is not None and len(it) <= _LARGEST}
    if not _is_same_site(root, base):
        # Nobody knows the addresses of the site that this was made of: the sample became a board of one's own.
        gone = {}
    return Published(
        texts,
        frozenset(files),
        moved,
        gone,
        frozenset(added),
        before,
        _contents_now(root, sorted(path for path in added if not path.lower().endswith(".md"))),
        explained_since(root, base, folder),
        tuple(unread),
        bool(unread) and _is_partial(root),
    )


def _contents_of(root: Path, base: str, folder: str) -> Mapping[str, str] | None:
    """Path → name of the content of each file of the commit `base`; None where git cannot list them."""
    listed = run_git(root, "ls-tree", "-r", "-z", base, "--", folder)
    if listed is None:
        return None
    entries = (entry.partition("\t") for entry in listed.split("\0") if entry)
    return {path: facts.split()[2] for facts, _, path in entries if facts.split()[1] == "blob"}


def _is_partial(root: Path) -> bool:
    """Whether git fetches contents only when they are asked for."""
    told = run_git(root, "config", "--type=bool", "--get-regexp", r"^remote\..*\.promisor$") or ""
    return any(line.endswith(" true") for line in told.splitlines())


def _contents_now(root: Path, paths: Sequence[str]) -> Mapping[str, str]:
    """Path → name of the content of each file as it lies there, for some hundreds of files; beyond, nothing is said."""
    named = run_git(root, "hash-object", "--", *paths) if 0 < len(paths) <= _MOST_FILES else None
    names = (named or "").split()
    return dict(zip(paths, names, strict=True)) if len(names) == len(paths) else {}


def _is_same_site(root: Path, base: str) -> bool:
    """Whether mkdocs.yml names the address that it named before."""
    before = run_git(root, "show", f"{base}:./{SITE_FILE}") or ""
    try:
        now = (root / SITE_FILE).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return True
    return _SITE_URL.findall(before) == _SITE_URL.findall(now)


def published_commit(root: Path) -> str:
    """The commit that is published: where this branch left the base branch, else the last release, else the last commit; empty
    where git tells of none."""
    return _published(root, _named(root, "HEAD"))[0]


def earlier_commit(root: Path, head: str | None) -> tuple[str, str]:
    """With what `head`, or else the files as they lie there, is compared, and what that is called: the published commit, or
    the one before, where that is all there is; `FIRST` where nothing was before. Empty where git tells of none."""
    told = _named(root, head or "HEAD")
    commit, name = _published(root, told)
    if _named(root, commit) == told and (head or _is_clean(root)):
        before = _named(root, f"{told}^")
        return (before, "再前一次提交") if before else (commit, FIRST)
    return commit, name


def _published(root: Path, head: str) -> tuple[str, str]:
    """The commit that was published when `head`, a commit's own name, was the last one; and what it is called."""
    for branch in _BRANCHES if head else ():
        base = (run_git(root, "merge-base", head, branch) or "").strip()
        if base and base != head:
            return base, "主分支"
    release = (run_git(root, "describe", "--tags", "--abbrev=0", head) or "").strip() if head else ""
    return (release, "上一次发布") if release else (head, "上一次提交")


def _named(root: Path, revision: str) -> str:
    """The commit's own name; empty where there is none."""
    return (run_git(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}") or "").strip()


def _is_clean(root: Path) -> bool:
    """Whether all that the board is made of is committed; a picture beside it, or site/, is none of that."""
    return not run_git(root, "status", "--porcelain", "--untracked-files=normal", "--", *_MADE_OF)


def _touched(changed: str) -> Iterator[tuple[str, str, str]]:
    """Of each file what became of it, by git's letter, and its path before and now; a move has its likeness in percent."""
    parts = iter(changed.split("\0"))
    for kind in parts:
        if kind:
            old = next(parts)
            yield kind, old, next(parts) if kind.startswith("R") else old
