"""What a check is: an id that never changes, a level, and a manual page whose samples are its tests.

A check is a function below `board_check`, `document_check`, `personal_check` or `search_check`, one a file. Its docstring is the page
that `board check --explain` and the guide show, so it is written in Chinese and for officers: a title, what is wrong
and how to mend it, then samples: ```markdown title="错误 plans/…" hl_lines="7"``` with the lines of the problems, and
the same board without them as ``title="正确 plans/…"``. A new check is added to `CHECKS`.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from noticeboard.checks.board import Board
from noticeboard.checks.context import CheckContext
from noticeboard.content.documents import Document
from noticeboard.privacy.normalized_text import Find
from noticeboard.problems import Edit, Level, Problem


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem as a check tells it; its level and code are the check's."""

    path: str
    line: int
    column: int
    message: str
    hint: str = ""
    edit: Edit | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What all kinds of checks have in common."""

    id: str
    """The code of its problems."""
    level: Level
    manual: str
    """Markdown, in Chinese; the first line is the title."""

    @property
    def title(self) -> str:
        return self.manual.partition("\n")[0]

    @property
    def page(self) -> str:
        """The manual without its title."""
        return self.manual.partition("\n")[2].strip()

    def problem(self, finding: Finding) -> Problem:
        return Problem(
            finding.path,
            finding.line,
            finding.column,
            self.level,
            self.id,
            finding.message,
            finding.hint,
            finding.edit,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardCheck(Check):
    """A check that needs to see all documents and files together."""

    find: Callable[[Board], Iterator[Finding]]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentCheck(Check):
    """A check of one document by itself, which any process may run."""

    find: Callable[[Document, CheckContext], Iterator[Finding]]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalCheck(Check):
    """A check for personal data, in documents, in the names of files and in attachments."""

    name: str
    """What it is called under 允许."""
    find: Find
    hint: str
    """What to type instead."""

    @property
    def may_be_allowed(self) -> bool:
        """A reviewer may allow a warning, never an error."""
        return self.level is Level.WARNING


@dataclass(frozen=True, slots=True)
class Fact:
    """Personal data of one kind at one place."""

    check: PersonalCheck
    finding: Finding


@dataclass(frozen=True, slots=True)
class PersonalData:
    """All that was found of it on a board, allowed or not."""

    facts: tuple[Fact, ...]
    skipped: Mapping[str, Sequence[str]]
    """Path of an attachment → why some of it was not read, each a Chinese clause."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchCheck(Check):
    """A check of how the search for personal data went."""

    find: Callable[[Board, PersonalData], Iterator[Finding]]


def board_check(id: str, level: Level) -> Callable[[Callable[[Board], Iterator[Finding]]], BoardCheck]:
    return lambda find: BoardCheck(id=id, level=level, manual=_manual(find), find=find)


def document_check(
    id: str, level: Level
) -> Callable[[Callable[[Document, CheckContext], Iterator[Finding]]], DocumentCheck]:
    return lambda find: DocumentCheck(id=id, level=level, manual=_manual(find), find=find)


def personal_check(id: str, level: Level, *, name: str, hint: str) -> Callable[[Find], PersonalCheck]:
    return lambda find: PersonalCheck(
        id=id, level=level, manual=_manual(find), name=name, find=find, hint=hint
    )


def search_check(
    id: str, level: Level
) -> Callable[[Callable[[Board, PersonalData], Iterator[Finding]]], SearchCheck]:
    return lambda find: SearchCheck(id=id, level=level, manual=_manual(find), find=find)


def _manual(function: Callable[..., object]) -> str:
    return inspect.cleandoc(function.__doc__ or "")
