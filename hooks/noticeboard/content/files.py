"""The files in plans/ that documents may bring along: PDF, XLSX, pictures."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from noticeboard.content.paths import ROOT, is_passed_over


@dataclass(frozen=True, slots=True)
class Files:
    """The regular files in plans/, by path below the repository root."""

    sizes: Mapping[str, int] = field(default_factory=dict)
    """In bytes."""
    digests: Mapping[str, str] = field(default_factory=dict)
    """SHA-256 in hexadecimal, of those files that somebody asked for."""

    @property
    def attachments(self) -> Mapping[str, int]:
        """Those that are no Markdown: what can be published beside a document."""
        return {path: size for path, size in self.sizes.items() if not path.lower().endswith(".md")}


def list_files(root: Path, folder: str = ROOT) -> Files:
    """The files below `root`/`folder` that may be published.

    None of them is a link, has a name that is passed over (FORMAT section 1), or one that is no text.
    """
    sizes: dict[str, int] = {}
    for directory, folders, names in os.walk(root / folder):
        folders[:] = sorted(filter(_may_be_published, folders))
        for name in sorted(filter(_may_be_published, names)):
            place = Path(directory, name)
            if not place.is_symlink() and place.is_file():
                sizes[place.relative_to(root).as_posix()] = place.stat().st_size
    return Files(sizes)


def with_digests(files: Files, root: Path, paths: Iterable[str]) -> Files:
    """`files` with the digests of those `paths` that are among them and can be read."""
    digests = {path: _digest(root / path) for path in sorted(set(paths) & files.sizes.keys())}
    return replace(files, digests={path: digest for path, digest in digests.items() if digest})


def _digest(place: Path) -> str:
    try:
        with place.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""


def _may_be_published(name: str) -> bool:
    return not is_passed_over(name) and not any("\ud800" <= sign <= "\udfff" for sign in name)


def list_hand_written(root: Path, folder: str = "docs") -> Mapping[str, str]:
    """Address → path below the repository root, for every page in docs/: `about/` → `docs/about.md`."""
    found: dict[str, str] = {}
    for place in sorted((root / folder).rglob("*.md")):
        path = place.relative_to(root).as_posix()
        stem = path.removeprefix(f"{folder}/").removesuffix(".md")
        parent, _, name = stem.rpartition("/")
        address = parent if name in ("index", "README") else stem
        found[f"{address}/" if address else ""] = path
    return found


def list_hand_placed(root: Path, folder: str = "docs") -> Mapping[str, str]:
    """Address → path of every other file in docs/, which is published as it is: `图.png` → `docs/图.png`."""
    places = sorted((root / folder).rglob("*"))
    paths = [
        place.relative_to(root).as_posix() for place in places if place.suffix != ".md" and place.is_file()
    ]
    return {path.removeprefix(f"{folder}/"): path for path in paths}
