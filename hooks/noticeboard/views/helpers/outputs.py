"""The files that a site consists of, and which of them would take each other's place."""

from __future__ import annotations

import posixpath
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Output:
    """A file of the site, and what it is made of."""

    place: str
    """Below the site folder: `plans/2026/ji-hua/index.html`."""
    source: str = ""
    """Path of what it is made of, below the repository root; empty for what the program makes."""

    @property
    def is_document(self) -> bool:
        """Whether it is a page and no other file."""
        return self.place.endswith("/index.html")

    @property
    def address(self) -> str:
        """As it stands in a browser."""
        return self.place.removesuffix("index.html") if self.is_document else self.place


def output_of(address: str, source: str = "") -> Output:
    """What is found at `address`, which ends in a slash where it is a page's."""
    return Output(f"{address}index.html" if address.endswith("/") or not address else address, source)


class Places:
    """Places that are taken, and the folders that they need."""

    def __init__(self, places: Iterable[str]) -> None:
        self._files: set[str] = set()
        self._folders: set[str] = set()
        for place in places:
            self.add(place)

    def add(self, place: str) -> None:
        """Takes a place of the site, and all folders above it."""
        self._files.add(_alike(place))
        self._folders.update(_folders(_alike(place)))

    def is_free(self, place: str) -> bool:
        """Whether a file can be at `place`, beside all that is taken (see `clashes_of`)."""
        same = _alike(place)
        return (
            same not in self._files and same not in self._folders and self._files.isdisjoint(_folders(same))
        )


def clashes_of(outputs: Iterable[Output]) -> Iterator[tuple[Output, ...]]:
    """Each group of outputs of which only one can be there, by place.

    Those are files at one place, letters of either case being the same, as servers on Windows take them, and an é being the
    same however it is coded, as macOS takes it; and a file where another one needs a folder.
    """
    groups: dict[str, list[Output]] = defaultdict(list)
    for output in outputs:
        groups[_alike(output.place)].append(output)
    inside: dict[str, list[Output]] = defaultdict(list)
    for place, group in groups.items():
        for folder in _folders(place):
            if folder in groups:
                inside[folder] += group
    for place, group in sorted(groups.items()):
        if len(group) > 1 or place in inside:
            yield (*group, *inside[place])


def _alike(place: str) -> str:
    """See "caseless matching" in the Unicode Standard, section 3.13."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", place).casefold())


def _folders(place: str) -> Iterator[str]:
    while place := posixpath.dirname(place):
        yield place
