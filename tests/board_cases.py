"""The golden cases of whole boards: one file a case, with the board's files and what is told of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from noticeboard.problems import Problem

FOLDER = Path(__file__).parent / "cases" / "board"
_HEADING = re.compile(r"^=== (.+)\n", re.MULTILINE)
_EXPECTED = re.compile(r"(?P<place>.+?:\d+:\d+ (?:error|warning|notice) [a-z0-9-]+)(?: (?P<words>.+))?")


@dataclass(frozen=True, slots=True)
class Case:
    """A board and what is told of it."""

    about: str
    files: dict[str, str]
    expected: tuple[str, ...]
    """`path:line:column level code`, and words that the sentence or the hint must hold."""


def read_case(text: str) -> Case:
    """The case that a file of `cases/board` holds, as `cases/README.md` describes it."""
    about, *parts = _HEADING.split(text)
    files = dict(zip(parts[::2], parts[1::2], strict=True))
    return Case(about.strip(), files, tuple(files.pop("problems").splitlines()))


def told(problems: Iterable[Problem], expected: Iterable[str]) -> list[str]:
    """The problems, each as the expected line that fits it, or with all that it says where none does."""
    waiting = list(expected)
    lines = []
    for problem in problems:
        line = next((line for line in waiting if _fits(line, problem)), None)
        if line is None:
            lines.append(f"{_place(problem)} {problem.message}{problem.hint}")
        else:
            waiting.remove(line)
            lines.append(line)
    return sorted(lines)


def _fits(line: str, problem: Problem) -> bool:
    found = _EXPECTED.fullmatch(line)
    assert found, f"not `path:line:column level code`: {line}"
    return found["place"] == _place(problem) and (found["words"] or "") in problem.message + problem.hint


def _place(problem: Problem) -> str:
    return f"{problem.path}:{problem.line}:{problem.column} {problem.level.value} {problem.code}"
