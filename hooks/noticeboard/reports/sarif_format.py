"""Problems as SARIF 2.1.0, which forges and editors read, with the repairs that are certain."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from noticeboard.problems import Level, Problem
from noticeboard.reports.fingerprint import fingerprint
from noticeboard.reports.text import sentence_of

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTICE: "note"}
_ROOT = "ROOT"
"""Stands for the repository's root, below which all paths are."""


def to_sarif(problems: Sequence[Problem]) -> str:
    """One run of one tool: a rule for every code that occurs, a result for every problem."""
    codes = sorted({problem.code for problem in problems})
    run = {
        "tool": {"driver": {"name": "board", "rules": [{"id": code} for code in codes]}},
        "language": "zh-CN",
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "仓库的根文件夹"}}},
        "results": [_result(problem, codes.index(problem.code)) for problem in problems],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _result(problem: Problem, rule: int) -> Mapping[str, Any]:
    file = {"uri": quote(problem.path), "uriBaseId": _ROOT}
    place = {"artifactLocation": file, "region": {"startLine": problem.line, "startColumn": problem.column}}
    result: dict[str, Any] = {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": _LEVELS[problem.level],
        "message": {"text": sentence_of(problem)},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"problem/v1": fingerprint(problem.path, problem.code, problem.message)},
    }
    if problem.edit is not None:
        region = {
            "startLine": problem.line,
            "startColumn": problem.edit.start,
            "endLine": problem.line,
            "endColumn": problem.edit.end,
        }
        change = {"deletedRegion": region, "insertedContent": {"text": problem.edit.text}}
        result["fixes"] = [
            {
                "description": {"text": problem.hint},
                "artifactChanges": [{"artifactLocation": file, "replacements": [change]}],
            }
        ]
    return result
