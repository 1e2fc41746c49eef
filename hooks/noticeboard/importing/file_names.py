"""Where an imported document goes: named like a new one, beside no file of that name, its pictures beside it."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from noticeboard.content.repository.paths import ROOT, beside
from noticeboard.writing.new_document import new_path

_NEW = re.compile(r"图[0-9]{1,3}\.[a-z]{3,4}")
"""What the importer calls a picture until it knows the document beside which it will lie."""
_OTHER_KIND = "notice"
"""Whose name is taken where a title cannot make one and the type is not known."""


@dataclass(frozen=True, slots=True)
class ImportedFiles:
    """A document and its pictures, by their paths below the board's folder or below another one."""

    path: str
    text: str
    pictures: Mapping[str, bytes]
    own: Mapping[str, bytes]
    """Pictures at the places that the text names; what lies there already is taken for them."""

    def write(self, root: Path) -> None:
        """Writes all of them or none. Raises FileExistsError where one is there already: none is ever replaced."""
        written: list[Path] = []
        try:
            for name, data in (*self.pictures.items(), (self.path, self.text.encode())):
                place = root / name
                place.parent.mkdir(parents=True, exist_ok=True)
                with place.open("xb") as stream:
                    written.append(place)
                    stream.write(data)
            for name, data in self.own.items():
                place = root / name
                place.parent.mkdir(parents=True, exist_ok=True)
                with suppress(FileExistsError), place.open("xb") as stream:
                    written.append(place)
                    stream.write(data)
        except OSError:
            for place in written:
                with suppress(OSError):
                    place.unlink()
            raise


def path_for(kind: str, title: str, day: date, folder: str, taken: Collection[str]) -> str:
    """The path of a document below the board's folder; a second one of that name in one import gets a number."""
    path = new_path(kind or _OTHER_KIND, title, day, folder)
    stem = path.removesuffix(".md")
    return next(name for name in _numbered(stem) if name not in taken)


def _numbered(stem: str) -> Iterator[str]:
    yield f"{stem}.md"
    number = 2
    while True:
        yield f"{stem}-{number}.md"
        number += 1


def with_pictures(path: str, text: str, pictures: Mapping[str, bytes]) -> ImportedFiles:
    """The files of a document whose text shows `pictures` by the names that they had in the draft."""
    folder, name = os.path.split(path)
    stem = name.removesuffix(".md")
    files: dict[str, bytes] = {}

    def shown(found: re.Match[str]) -> str:
        picture = found["name"]
        if picture not in pictures:
            return found[0]
        beside = f"{stem}-{picture}"
        files[f"{folder}/{beside}" if folder else beside] = pictures[picture]
        return f"]({f'<{beside}>' if set(beside) & set('() ') else beside})"

    text = re.sub(rf"\]\((?P<name>{_NEW.pattern})\)", shown, text)
    return ImportedFiles(path, text, files, dict(_own(path, pictures)))


def _own(path: str, pictures: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """The pictures that lie where the text says; none leaves plans/, or the folder that somebody asked for."""
    top = f"{ROOT}/" if path.startswith(f"{ROOT}/") else ""
    for name, data in pictures.items():
        place = None if _NEW.fullmatch(name) else beside(path, name)
        if place is not None and place.startswith(top):
            yield place, data
