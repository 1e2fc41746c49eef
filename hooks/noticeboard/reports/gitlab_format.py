"""Problems as GitLab's code quality report: its merge requests say which ones a change brings and which it mends."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence

from noticeboard.problems import Level, Problem
from noticeboard.reports.fingerprint import fingerprint
from noticeboard.reports.text import heading_of, sentence_of

_SEVERITIES = {Level.ERROR: "major", Level.WARNING: "minor", Level.NOTICE: "info"}


def to_gitlab(problems: Sequence[Problem]) -> str:
    """A list of `{description, check_name, fingerprint, severity, location}`.

    A fingerprint holds no line, so that a problem which only moved is the one it was; the like of it in the same file
    are counted.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    found = []
    for problem in problems:
        what = (problem.path, problem.code, problem.message)
        seen[what] += 1
        found.append(
            {
                "description": f"{heading_of(problem)} {sentence_of(problem)}",
                "check_name": problem.code,
                "fingerprint": fingerprint(*what, str(seen[what])),
                "severity": _SEVERITIES[problem.level],
                "location": {"path": problem.path, "lines": {"begin": problem.line}},
            }
        )
    return json.dumps(found, ensure_ascii=False, indent=2)
