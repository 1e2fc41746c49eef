"""Problems as GitHub's workflow commands, which stand on the changed lines of a pull request. Gitea reads them too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from noticeboard.problems import Problem
from noticeboard.reports.text import heading_of, sentence_of

_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({":": "%3A", ",": "%2C"})


def to_github(problems: Sequence[Problem]) -> str:
    """One `::error|warning|notice file=…,line=…,col=…,title=…::…` a problem, with GitHub's escapes; nothing without problems."""
    return "\n".join(_lines(problems))


def _lines(problems: Sequence[Problem]) -> Iterator[str]:
    for problem in problems:
        place = f"file={problem.path.translate(_PROPERTY)},line={problem.line},col={problem.column}"
        title = heading_of(problem).translate(_PROPERTY)
        yield f"::{problem.level.value} {place},title={title}::{sentence_of(problem).translate(_DATA)}"
