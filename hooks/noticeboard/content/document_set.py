"""All documents in plans/, read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from noticeboard.content.documents import Document
from noticeboard.content.known_documents import KnownDocuments
from noticeboard.content.settings.board_settings import Settings
from noticeboard.content.source import list_sources
from noticeboard.problems import Problem


@dataclass(frozen=True, slots=True)
class DocumentSet:
    """The documents of a repository, drafts and future ones included, and all their problems."""

    valid: tuple[Document, ...]
    invalid: tuple[Document, ...]
    """Those with errors, which are not to be shown."""
    problems: tuple[Problem, ...]

    @property
    def all(self) -> tuple[Document, ...]:
        """The valid ones, then those with errors."""
        return self.valid + self.invalid


def read_documents(root: Path, settings: Settings) -> DocumentSet:
    """The documents of the repository at `root`. Their faults are in `problems`, never raised."""
    return start_reading(root, settings)()


def start_reading(
    root: Path, settings: Settings, known: KnownDocuments | None = None
) -> Callable[[], DocumentSet]:
    """Begins to read on the machine's other processors; the returned function reads on here, and gives what was read.

    Without `known` nothing is kept.
    """
    sources, found = list_sources(root)
    reading = (known or KnownDocuments()).start(sources, settings)

    def finish() -> DocumentSet:
        valid: list[Document] = []
        invalid: list[Document] = []
        problems = list(found)
        for document, faults in reading():
            (invalid if any(fault.is_error for fault in faults) else valid).append(document)
            problems += faults
        return DocumentSet(tuple(valid), tuple(invalid), tuple(problems))

    return finish
