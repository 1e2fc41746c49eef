"""Problems in the formats of forges: what each forge asks for, and the words of the terminal."""

from __future__ import annotations

import json
import re

import jsonschema
import pytest

from noticeboard.problems import Edit, Level, Problem
from noticeboard.reports import FORMATS, text_lines

ODD = "plans/2026/100%,一:二.md"
PROBLEMS = (
    Problem(ODD, 3, 5, Level.ERROR, "bad-slug", "“a%0A”不对，\n换行。", "请改。"),
    Problem(
        "plans/a.md",
        3,
        3,
        Level.WARNING,
        "fullwidth-colon",
        "用了全角冒号。",
        "请改成：“: ”。",
        Edit(3, 4, ": "),
    ),
    Problem("plans/a.md", 9, 3, Level.WARNING, "fullwidth-colon", "用了全角冒号。", "请改成：“: ”。"),
    Problem("plans/b.jpg", 1, 1, Level.NOTICE, "photo-location", "有地点。", "去掉。"),
)
COMMAND = re.compile(r"::(?P<level>error|warning|notice) (?P<properties>[^:]*)::(?P<message>.*)")


def unescaped(text: str) -> str:
    for written, sign in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(written, sign)
    return text


def test_github_says_what_the_terminal_says() -> None:
    lines = FORMATS["github"](PROBLEMS).split("\n")
    assert len(lines) == len(PROBLEMS)
    for line, problem in zip(lines, PROBLEMS, strict=True):
        found = COMMAND.fullmatch(line)
        assert found, line
        properties = dict(part.split("=") for part in found["properties"].split(","))
        said = {name: unescaped(value) for name, value in properties.items()}
        place = f"{said['file']}:{said['line']}:{said['col']}"
        assert [f"{place}: {said['title']} {unescaped(found['message'])}"] == list(text_lines(problem))


def test_github_lets_nobody_write_commands_of_their_own() -> None:
    problem = Problem(
        "plans/a.md", 1, 1, Level.ERROR, "bad-slug", "x\n::add-mask::y\r::set-output name=a::b", ""
    )
    assert FORMATS["github"]([problem]).count("\n") == 0


def test_gitlab_report_is_as_its_forge_asks() -> None:
    report = json.loads(FORMATS["gitlab"](PROBLEMS))
    jsonschema.validate(report, GITLAB)
    assert [item["location"] for item in report] == [
        {"path": problem.path, "lines": {"begin": problem.line}} for problem in PROBLEMS
    ]
    assert all(
        item["description"] in next(text_lines(p))
        for item, p in zip(report, PROBLEMS, strict=True)
        if "\n" not in p.message
    )


def test_gitlab_knows_a_problem_again_that_moved() -> None:
    moved = [Problem(p.path, p.line + 7, p.column, p.level, p.code, p.message, p.hint) for p in PROBLEMS]
    before, after = (
        [item["fingerprint"] for item in json.loads(FORMATS["gitlab"](problems))]
        for problems in (PROBLEMS, moved)
    )
    assert before == after
    assert len(set(before)) == len(PROBLEMS)


def test_sarif_has_the_structure_of_its_standard() -> None:
    report = json.loads(FORMATS["sarif"](PROBLEMS))
    jsonschema.validate(report, SARIF)
    (run,) = report["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == ["bad-slug", "fullwidth-colon", "photo-location"]
    for result, problem in zip(run["results"], PROBLEMS, strict=True):
        assert rules[result["ruleIndex"]] == result["ruleId"] == problem.code
        assert result["message"]["text"] == problem.message + problem.hint
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == (
        "plans/2026/100%25%2C%E4%B8%80%3A%E4%BA%8C.md"
    )
    (fix,) = run["results"][1]["fixes"]
    assert fix["artifactChanges"][0]["replacements"] == [
        {
            "deletedRegion": {"startLine": 3, "startColumn": 3, "endLine": 3, "endColumn": 4},
            "insertedContent": {"text": ": "},
        }
    ]


@pytest.mark.parametrize("name", FORMATS)
def test_no_problems_make_an_empty_report(name: str) -> None:
    report = FORMATS[name]([])
    if name == "github":
        assert report == ""
    elif name == "sarif":
        assert json.loads(report)["runs"][0]["results"] == []
    else:
        assert json.loads(report) == []


GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string"},
            "check_name": {"type": "string"},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^(?!\\./)"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer"}},
                    },
                },
            },
        },
    },
}
"""What GitLab documents of its code quality reports."""

_MESSAGE = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string"}}}
_REGION = {
    "type": "object",
    "additionalProperties": False,
    "required": ["startLine"],
    "properties": {
        name: {"type": "integer", "minimum": 1}
        for name in ("startLine", "startColumn", "endLine", "endColumn")
    },
}
_FILE = {
    "type": "object",
    "additionalProperties": False,
    "properties": {"uri": {"type": "string", "format": "uri-reference"}, "uriBaseId": {"type": "string"}},
}
SARIF = {
    "type": "object",
    "additionalProperties": False,
    "required": ["version", "runs"],
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["tool"],
                "properties": {
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "type": "object",
                                "required": ["name"],
                                "properties": {
                                    "rules": {
                                        "type": "array",
                                        "uniqueItems": True,
                                        "items": {"type": "object", "required": ["id"]},
                                    }
                                },
                            }
                        },
                    },
                    "language": {"type": "string", "pattern": "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$"},
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "originalUriBaseIds": {"type": "object", "additionalProperties": {"type": "object"}},
                    "results": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "additionalProperties": False,
                            "required": ["message"],
                            "properties": {
                                "ruleId": {"type": "string"},
                                "ruleIndex": {"type": "integer", "minimum": -1},
                                "level": {"enum": ["none", "note", "warning", "error"]},
                                "message": _MESSAGE,
                                "locations": {
                                    "type": "array",
                                    "items": {
                                        "type": "object",
                                        "properties": {
                                            "physicalLocation": {
                                                "type": "object",
                                                "additionalProperties": False,
                                                "properties": {"artifactLocation": _FILE, "region": _REGION},
                                            }
                                        },
                                    },
                                },
                                "partialFingerprints": {
                                    "type": "object",
                                    "additionalProperties": {"type": "string"},
                                },
                                "fixes": {
                                    "type": "array",
                                    "items": {
                                        "type": "object",
                                        "additionalProperties": False,
                                        "required": ["artifactChanges"],
                                        "properties": {
                                            "description": _MESSAGE,
                                            "artifactChanges": {
                                                "type": "array",
                                                "minItems": 1,
                                                "items": {
                                                    "type": "object",
                                                    "required": ["artifactLocation", "replacements"],
                                                    "properties": {
                                                        "artifactLocation": _FILE,
                                                        "replacements": {
                                                            "type": "array",
                                                            "minItems": 1,
                                                            "items": {
                                                                "type": "object",
                                                                "required": ["deletedRegion"],
                                                                "properties": {"deletedRegion": _REGION},
                                                            },
                                                        },
                                                    },
                                                },
                                            },
                                        },
                                    },
                                },
                            },
                        },
                    },
                },
            },
        },
    },
}
"""Of the SARIF 2.1.0 standard, the objects that the report has, with what they require and allow."""


def test_json_shows_what_was_typed() -> None:
    problem = Problem("plans/计划.md", 1, 1, Level.ERROR, "bad-slug", "不行", "")
    assert '"plans/计划.md"' in FORMATS["json"]([problem])
