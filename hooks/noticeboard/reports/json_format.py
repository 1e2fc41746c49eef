"""Problems as JSON (SPECIFICATION section 8)."""

from __future__ import annotations

import json
from collections.abc import Sequence

from noticeboard.problems import Problem

FIELDS = ("path", "line", "column", "level", "code", "message", "hint")


def to_json(problems: Sequence[Problem]) -> str:
    """A list of `{path, line, column, level, code, message, hint}`, paths below the repository root."""
    return json.dumps(
        [{name: getattr(problem, name) for name in FIELDS} for problem in problems],
        ensure_ascii=False,
        indent=2,
    )
