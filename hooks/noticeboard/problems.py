"""A problem: one fault of what an officer wrote, said so that the officer can mend it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from operator import attrgetter

MOST_ALIKE = 100
"""So many problems of one code are told of one file."""
_ORDER = attrgetter("path", "line", "column", "level", "code", "message", "hint")


class Level(StrEnum):
    """How bad it is. An error stops a build; a warning stops it only under ``--strict``; a notice never does."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"
    """Good to know; nothing has to be mended before it is published."""

    @property
    def chinese(self) -> str:
        """What readers see."""
        return _CHINESE[self]

    def stops(self, *, strict: bool) -> bool:
        """Whether nothing may be published before it is mended."""
        return self is Level.ERROR or (strict and self is Level.WARNING)


_CHINESE = {Level.ERROR: "错误", Level.WARNING: "警告", Level.NOTICE: "提示"}


class Scope(StrEnum):
    """What a diagnostic holds against what."""

    FILE = "file"
    """A file as it stands, with the files that it brings along and the settings: it is told of an old one too."""
    BOARD = "board"
    """All files together: one may be right until another comes."""
    CHANGE = "change"
    """What git says of changes: the base branch, the last release, the history."""

    @property
    def chinese(self) -> str:
        """What readers see."""
        return {"file": "只看这一份文件", "board": "和别的文件对照", "change": "只看改动"}[self.value]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A kind of fault (SPECIFICATION section 8), declared once, at the top of the module that finds it.

    Its page of the manual, with the samples that are its tests, is ``manual/<chapter>/<code>.md``. A code of two levels
    is declared once for each.
    """

    code: str
    """A stable name, in lower case with hyphens: ``fullwidth-colon``."""
    level: Level
    scope: Scope = field(default=Scope.FILE, kw_only=True)


@dataclass(frozen=True, slots=True)
class Edit:
    """What to type instead of some characters of one line: the repair of a fault whose meaning is certain.

    It must not change what the file says to its reader; `board fix` proves that before it writes.
    """

    start: int
    end: int
    """One behind the last character replaced. In a Problem both are 1-based columns of its line, in a Fault offsets
    from where the text begins, negative for what stands before it."""
    text: str
    """A ``\\n`` in it stands for the line end that the file uses."""

    def moved(self, by: int) -> Edit:
        """The same edit `by` characters further to the right."""
        return Edit(self.start + by, self.end + by, self.text)


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One fault at one place (SPECIFICATION section 8). Sorts by path, line and column."""

    path: str
    """Path below the repository root, with forward slashes: ``plans/2026/计划.md``."""
    line: int
    """1-based line in that file."""
    column: int
    """1-based column, counted in characters."""
    level: Level
    code: str
    """Of its diagnostic."""
    message: str
    """One Chinese sentence that says what is wrong."""
    hint: str = ""
    """One Chinese sentence that says what to type instead."""
    edit: Edit | None = field(default=None, compare=False)
    """The repair, where there is only one; its line is the problem's."""
    edits_below: tuple[tuple[int, Edit], ...] = field(default=(), compare=False)
    """What belongs to the repair on further lines, each with its line."""

    @property
    def is_error(self) -> bool:
        """Whether it stops every build."""
        return self.level is Level.ERROR

    @property
    def is_warning(self) -> bool:
        """Whether it stops a strict build only."""
        return self.level is Level.WARNING


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault inside a piece of text whose place in a file the reader of that text does not know.

    The caller, who knows the place, turns it into a Problem with `at`.
    """

    diagnostic: Diagnostic
    message: str
    hint: str = ""
    offset: int = 0
    """Characters from the start of the text to the fault."""
    edit: Edit | None = field(default=None, compare=False)

    @property
    def code(self) -> str:
        """That of its diagnostic."""
        return self.diagnostic.code

    @property
    def level(self) -> Level:
        """That of its diagnostic."""
        return self.diagnostic.level

    def at(self, path: str, line: int, column: int) -> Problem:
        """The problem this is when the text begins at `line`, `column` (both 1-based) of `path`."""
        edit = self.edit and self.edit.moved(column)
        return Problem(path, line, column + self.offset, self.level, self.code, self.message, self.hint, edit)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """`problems` sorted; a file may have hundreds of thousands, which would take long to compare one with another."""
    return tuple(sorted(problems, key=_ORDER))


def first_of_each(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The first hundred problems of each code and level in each file, in order, and how many more there are.

    The rest is counted by a problem of the same code and level at the place of the first that is left out. So a file of
    a million faults neither floods a report nor hides what is wrong with others, and counts and exit codes mean the
    same in every format.
    """
    seen: Counter[tuple[str, str, Level]] = Counter()
    reported: list[Problem] = []
    left_out: dict[tuple[str, str, Level], Problem] = {}
    for problem in in_order(problems):
        alike = (problem.path, problem.code, problem.level)
        seen[alike] += 1
        if seen[alike] <= MOST_ALIKE:
            reported.append(problem)
        else:
            left_out.setdefault(alike, problem)
    return in_order((*reported, *_counted(left_out, seen)))


def _counted(
    left_out: dict[tuple[str, str, Level], Problem], seen: Counter[tuple[str, str, Level]]
) -> Iterator[Problem]:
    for alike, first in left_out.items():
        message = f"这样的问题后面还有 {seen[alike] - MOST_ALIKE} 处，没有逐条列出。"
        hint = "请先改好前面的，再检查一遍。"
        yield Problem(first.path, first.line, first.column, first.level, first.code, message, hint)
