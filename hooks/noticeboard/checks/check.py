"""What a check is: a diagnostic, and the function that finds it.

A check is a function below `board_check`, `document_check`, `personal_check` or `search_check`, one a file of the same
name, and has a page in the manual (`noticeboard.manual`). It is found by walking this package: there is no list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from noticeboard.checks.board import Board
from noticeboard.checks.context import CheckContext
from noticeboard.content.documents import Document
from noticeboard.privacy.normalized_text import Find
from noticeboard.problems import Diagnostic, Edit, Level, Problem, Scope


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem as a check tells it; its code is the check's, its level too unless it says another one."""

    path: str
    line: int
    column: int
    message: str
    hint: str = ""
    edit: Edit | None = None
    level: Level | None = None
    """Where it is not the check's."""


@dataclass(frozen=True, slots=True)
class Check(Diagnostic):
    """What all kinds of checks have in common."""

    def problem(self, finding: Finding) -> Problem:
        return Problem(
            finding.path,
            finding.line,
            finding.column,
            finding.level or self.level,
            self.code,
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
class PersonalFact:
    """Personal data of one kind at one place."""

    check: PersonalCheck
    finding: Finding


@dataclass(frozen=True, slots=True)
class PersonalData:
    """All that was found of it on a board, allowed or not."""

    facts: tuple[PersonalFact, ...]
    skipped: Mapping[str, Sequence[str]]
    """Path of an attachment → why some of it was not read, each a Chinese clause."""
    names: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Path of an attachment → what the sheets and the files inside it are called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchCheck(Check):
    """A check of how the search for personal data went."""

    find: Callable[[Board, PersonalData], Iterator[Finding]]


def board_check(
    code: str, level: Level, scope: Scope = Scope.BOARD
) -> Callable[[Callable[[Board], Iterator[Finding]]], BoardCheck]:
    """Declares the function below it as a check of the whole board, under this code and at this level."""
    return lambda find: BoardCheck(code, level, scope=scope, find=find)


def document_check(
    code: str, level: Level
) -> Callable[[Callable[[Document, CheckContext], Iterator[Finding]]], DocumentCheck]:
    """Declares the function below it as a check of each document by itself, under this code and at this level."""
    return lambda find: DocumentCheck(code, level, find=find)


def personal_check(code: str, level: Level, *, name: str, hint: str) -> Callable[[Find], PersonalCheck]:
    """Declares the function below it as a check for personal data: `name` is what 允许 calls it, `hint` what to type instead."""
    return lambda find: PersonalCheck(code, level, name=name, find=find, hint=hint)


def search_check(
    code: str, level: Level, scope: Scope
) -> Callable[[Callable[[Board, PersonalData], Iterator[Finding]]], SearchCheck]:
    """Declares the function below it as a check of how the search for personal data went."""
    return lambda find: SearchCheck(code, level, scope=scope, find=find)
