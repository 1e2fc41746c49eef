"""All documents in plans/, read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from noticeboard import spread
from noticeboard.content.documents import Document
from noticeboard.content.reading import KNOWN_KEYS, read_document
from noticeboard.content.settings import Settings
from noticeboard.content.source import list_sources, load_source
from noticeboard.problems import Problem


@dataclass(frozen=True, slots=True)
class Papers:
    """The documents of a repository, drafts and future ones included, and all their problems."""

    sound: tuple[Document, ...]
    faulty: tuple[Document, ...]
    """Those with errors, which are not to be shown."""
    problems: tuple[Problem, ...]

    @property
    def documents(self) -> tuple[Document, ...]:
        return self.sound + self.faulty


def read_documents(root: Path, settings: Settings) -> Papers:
    """The documents of the repository at `root`. Their faults are in `problems`, never raised."""
    return begin_reading(root, settings)()


def begin_reading(root: Path, settings: Settings) -> Callable[[], Papers]:
    """Begins to read on the machine's other processors; the returned function reads on here, and gives what was read."""
    sources, found = list_sources(root)
    reading = spread.begin(lambda file: read_document(load_source(file, KNOWN_KEYS), settings), sources)

    def finish() -> Papers:
        sound: list[Document] = []
        faulty: list[Document] = []
        problems = list(found)
        for document, faults in reading():
            (faulty if any(fault.is_error for fault in faults) else sound).append(document)
            problems += faults
        return Papers(tuple(sound), tuple(faulty), tuple(problems))

    return finish
