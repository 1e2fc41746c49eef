"""The files for VS Code: each can be read, and what they name is there."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from noticeboard.commands import board
from noticeboard.problems import Level, Problem
from noticeboard.reports import text_lines

FOLDER = Path(__file__).parents[1] / ".vscode"
TASKS = json.loads((FOLDER / "tasks.json").read_text(encoding="utf-8"))["tasks"]


@pytest.mark.parametrize("path", sorted(FOLDER.iterdir()), ids=lambda path: path.name)
def test_it_is_json(path: Path) -> None:
    assert json.loads(path.read_text(encoding="utf-8"))


def test_extensions_have_full_names() -> None:
    names = json.loads((FOLDER / "extensions.json").read_text(encoding="utf-8"))["recommendations"]
    assert all(re.fullmatch(r"[\w-]+\.[\w-]+", name) for name in names)


def test_the_schema_lies_where_the_settings_say() -> None:
    settings = json.loads((FOLDER / "settings.json").read_text(encoding="utf-8"))
    for path in settings["yaml.schemas"]:
        assert (FOLDER.parent / path).is_file()


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task["label"])
def test_a_task_runs_a_command_that_there_is(task) -> None:
    name, *options = task["args"]
    known = {option for parameter in board.get_command(None, name).params for option in parameter.opts}
    assert set(options) <= known


@pytest.mark.parametrize("level", Level)
def test_problems_are_found_in_the_output(level: Level) -> None:
    problem = Problem("plans/2026/甲 乙.md", 12, 3, level, "fullwidth-colon", "写错了。", "请改。")
    (line,) = text_lines(problem)
    patterns = [task["problemMatcher"]["pattern"][0] for task in TASKS if task["problemMatcher"]]
    found = [(pattern, re.fullmatch(pattern["regexp"], line)) for pattern in patterns]
    matches = [(pattern, match) for pattern, match in found if match]
    assert len(matches) == (2 if problem.is_error else 1)
    for pattern, match in matches:
        said = {name: match[pattern[name]] for name in ("file", "line", "column", "code", "message")}
        assert said == {
            "file": problem.path, "line": "12", "column": "3", "code": problem.code, "message": "写错了。请改。",
        }  # fmt: skip
