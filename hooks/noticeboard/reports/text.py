"""Problems as lines for a terminal (SPECIFICATION section 8)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from noticeboard.problems import Level, Problem

_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""What a name may hold and a line of a report not: it would go on elsewhere, or the other way round."""


def text_lines(problem: Problem) -> Iterator[str]:
    """`path:line:column: 警告[code] what is wrong. what to type instead.`"""
    path = _CONTROLS.sub("?", problem.path)
    yield f"{path}:{problem.line}:{problem.column}: {heading_of(problem)} {sentence_of(problem)}"


def heading_of(problem: Problem) -> str:
    """`警告[code]`: how bad it is, and the name under which the guide explains it."""
    return f"{problem.level.chinese}[{problem.code}]"


def sentence_of(problem: Problem) -> str:
    """What is wrong, and what to type instead."""
    return f"{problem.message}{problem.hint}"


def summary_line(problems: Sequence[Problem]) -> str:
    """How many errors and warnings there are, and notices if any."""
    if not problems:
        return "没有发现问题。"
    counts = Counter(problem.level for problem in problems)
    notices = f"，{counts[Level.NOTICE]} 个提示" if counts[Level.NOTICE] else ""
    return f"共 {counts[Level.ERROR]} 个错误，{counts[Level.WARNING]} 个警告{notices}。"
