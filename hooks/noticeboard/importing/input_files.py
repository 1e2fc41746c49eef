"""Which files an import reads, and what becomes of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from noticeboard.importing.draft import Draft
from noticeboard.importing.libre_office import BY_LIBRE_OFFICE, word_files
from noticeboard.importing.process import read_drafts
from noticeboard.importing.reading import ENDINGS


def files_below(places: Sequence[Path]) -> Iterator[Path]:
    """The files that are named, and of each folder those of a known kind, in the order of their names; each once."""
    seen: set[Path] = set()
    for place in places:
        found = sorted(_in_folder(place)) if place.is_dir() else [place]
        for path in found:
            if path.resolve() not in seen:
                seen.add(path.resolve())
                yield path


def _in_folder(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        is_hidden = any(part.startswith((".", "_", "~$")) for part in path.relative_to(folder).parts)
        if not is_hidden and path.is_file() and path.suffix.lower() in (*ENDINGS, *BY_LIBRE_OFFICE):
            yield path


def drafts_of(places: Sequence[Path]) -> Iterator[Draft | str]:
    """What becomes of each file, in that order: its draft, or a Chinese clause that says why there is none."""
    with word_files() as convert:
        readable = [convert(place) for place in places]
        drafts = read_drafts([path for path in readable if isinstance(path, Path)])
        for path in readable:
            yield path if isinstance(path, str) else next(drafts)
