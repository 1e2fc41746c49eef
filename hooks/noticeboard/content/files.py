"""The files in plans/ that documents may bring along: PDF, XLSX, pictures."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from noticeboard.content.paths import ROOT


@dataclass(frozen=True, slots=True)
class Files:
    """Path below the repository root → size in bytes, for every regular file in plans/."""

    sizes: Mapping[str, int] = field(default_factory=dict)

    @property
    def attachments(self) -> Mapping[str, int]:
        """Those that are no Markdown: what can be published beside a document."""
        return {path: size for path, size in self.sizes.items() if not path.lower().endswith(".md")}


def list_files(root: Path, folder: str = ROOT) -> Files:
    """The files below `root`/`folder` that may be published: no links, and no names with `.` or `_` (FORMAT section 1)."""
    sizes: dict[str, int] = {}
    for directory, folders, names in os.walk(root / folder):
        folders[:] = sorted(name for name in folders if name[0] not in "._")
        for name in sorted(names):
            place = Path(directory, name)
            if name[0] not in "._" and not place.is_symlink() and place.is_file():
                sizes[place.relative_to(root).as_posix()] = place.stat().st_size
    return Files(sizes)


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
