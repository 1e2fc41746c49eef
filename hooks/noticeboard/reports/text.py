"""Problems as lines for a terminal (SPECIFICATION section 8)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from noticeboard.problems import Problem


def text_lines(problem: Problem) -> Iterator[str]:
    """`path:line:column: 警告[code] what is wrong. what to type instead.`"""
    yield f"{problem.path}:{problem.line}:{problem.column}: {heading_of(problem)} {sentence_of(problem)}"


def heading_of(problem: Problem) -> str:
    """`警告[code]`: how bad it is, and the name under which the guide explains it."""
    return f"{problem.level.chinese}[{problem.code}]"


def sentence_of(problem: Problem) -> str:
    """What is wrong, and what to type instead."""
    return f"{problem.message}{problem.hint}"


def summary_line(problems: Sequence[Problem]) -> str:
    """How many errors and warnings there are."""
    errors = sum(problem.is_error for problem in problems)
    if not problems:
        return "没有发现问题。"
    return f"共 {errors} 个错误，{len(problems) - errors} 个警告。"
