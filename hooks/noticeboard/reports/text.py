"""Problems as lines for a terminal (FORMAT section 8)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from noticeboard.problems import Level, Problem

_WORDS = {Level.ERROR: "错误", Level.WARNING: "警告"}


def text_lines(problem: Problem) -> Iterator[str]:
    """`path:line:column: 警告[code] what is wrong. what to type instead.`"""
    place = f"{problem.path}:{problem.line}:{problem.column}"
    yield f"{place}: {_WORDS[problem.level]}[{problem.code}] {problem.message}{problem.hint}"


def summary_line(problems: Sequence[Problem]) -> str:
    """How many errors and warnings there are."""
    errors = sum(problem.is_error for problem in problems)
    if not problems:
        return "没有发现问题。"
    return f"共 {errors} 个错误，{len(problems) - errors} 个警告。"
