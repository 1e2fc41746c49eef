"""The files in plans/ that documents may bring along: PDF, XLSX, pictures."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from noticeboard.content.repository.irregular_files import printable
from noticeboard.content.repository.paths import HAND_WRITTEN, INBOX, ROOT, is_passed_over
from noticeboard.content.repository.photo_location import published_bytes

LARGEST = 50 * 1024 * 1024
"""Bytes of an attachment. A larger one is an error, so nobody reads what is in it."""


@dataclass(frozen=True)
class Files:
    """The regular files in plans/, by path below the repository root."""

    sizes: Mapping[str, int] = field(default_factory=dict)
    """In bytes."""
    digests: Mapping[str, str] = field(default_factory=dict)
    """SHA-256 in hexadecimal of the bytes that are published, of those files that somebody asked for."""
    waiting: tuple[str, ...] = ()
    """The paths of those that wait for `board import`: nobody may link to them, and none is ever published."""

    @cached_property
    def attachments(self) -> Mapping[str, int]:
        """Those that are no Markdown: what can be published beside a document."""
        return {path: size for path, size in self.sizes.items() if not path.lower().endswith(".md")}


def list_files(root: Path, folder: str = ROOT) -> Files:
    """The files below `root`/`folder` that may be published, and those that wait for an import.

    None of them is a link, has a name that is passed over (SPECIFICATION section 1), or one that is no text.
    """
    sizes: dict[str, int] = {}
    waiting: list[str] = []
    for directory, folders, names in os.walk(root / folder):
        folders[:] = sorted(filter(_may_be_published, folders))
        for name in sorted(filter(_may_be_published, names)):
            place = Path(directory, name)
            # What goes away meanwhile was never there.
            with suppress(OSError):
                found = place.lstat()
                if stat.S_ISREG(found.st_mode):
                    path = place.relative_to(root).as_posix()
                    if path.startswith(INBOX):
                        waiting.append(path)
                    else:
                        sizes[path] = found.st_size
    return Files(sizes, waiting=tuple(waiting))


def with_digests(files: Files, root: Path, paths: Iterable[str]) -> Files:
    """`files` with the digests of those `paths` that are among them, not too large, and can be read."""
    known = (path for path in sorted(set(paths) & files.sizes.keys()) if files.sizes[path] <= LARGEST)
    digests = {path: _digest(root / path) for path in known}
    return replace(files, digests={path: digest for path, digest in digests.items() if digest})


def _digest(place: Path) -> str:
    try:
        changed = published_bytes(place)
        if changed is not None:
            return hashlib.sha256(changed).hexdigest()
        with place.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""


def _may_be_published(name: str) -> bool:
    return not is_passed_over(name) and printable(name) == name


def list_hand_written(root: Path, folder: str = HAND_WRITTEN) -> Mapping[str, str]:
    """Address → path below the repository root, for every page in docs/: `about/` → `docs/about.md`."""
    return {
        address_of_page(path.removeprefix(f"{folder}/")): path
        for path in _regular_files(root, folder)
        if path.endswith(".md")
    }


def address_of_page(path: str) -> str:
    """Where a page or another file lies whose path below docs/ is `path`: `about.md` → `about/`, `a/index.md` → `a/`."""
    stem = path.removesuffix(".md")
    if stem == path:
        return path
    parent, _, name = stem.rpartition("/")
    address = parent if name in ("index", "README") else stem
    return f"{address}/" if address else ""


def list_hand_placed(root: Path, folder: str = HAND_WRITTEN) -> Mapping[str, str]:
    """Address → path of every other file in docs/, which is published as it is: `图.png` → `docs/图.png`."""
    return {
        path.removeprefix(f"{folder}/"): path
        for path in _regular_files(root, folder)
        if not path.endswith(".md")
    }


def _regular_files(root: Path, folder: str) -> Iterator[str]:
    """The paths below `root` of the files in `folder`: no link is followed, and no pipe opened."""
    for directory, folders, names in os.walk(root / folder):
        folders.sort()
        for name in sorted(names):
            place = Path(directory, name)
            with suppress(OSError):
                if stat.S_ISREG(place.lstat().st_mode):
                    yield place.relative_to(root).as_posix()
