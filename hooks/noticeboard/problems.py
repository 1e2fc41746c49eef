"""A problem: one fault of what an officer wrote, said so that the officer can mend it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How bad it is. An error stops a build; a warning stops it only under ``--strict``."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One fault at one place (FORMAT section 8). Sorts by path, line and column."""

    path: str
    """Path below the repository root, with forward slashes: ``plans/2026/计划.md``."""
    line: int
    """1-based line in that file."""
    column: int
    """1-based column, counted in characters."""
    level: Level
    code: str
    """A stable name of the fault, in lower case with hyphens: ``fullwidth-colon``."""
    message: str
    """One Chinese sentence that says what is wrong."""
    hint: str = ""
    """One Chinese sentence that says what to type instead."""

    @property
    def is_error(self) -> bool:
        return self.level is Level.ERROR


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault inside a piece of text whose place in a file the reader of that text does not know.

    The caller, who knows the place, turns it into a Problem with `at`.
    """

    code: str
    message: str
    hint: str = ""
    level: Level = Level.ERROR
    offset: int = 0
    """Characters from the start of the text to the fault."""

    def at(self, path: str, line: int, column: int) -> Problem:
        """The problem this is when the text begins at `line`, `column` (both 1-based) of `path`."""
        return Problem(path, line, column + self.offset, self.level, self.code, self.message, self.hint)
