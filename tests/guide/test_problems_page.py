"""The guide's page of problems: each wrong sample gives its problem, each right one none."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from guide.pages import GUIDE, ROOT, Entry, blocks_of, build_board, entries_of
from noticeboard.checks import CHECKS
from noticeboard.reports import text_lines

MARKDOWN = (GUIDE / "problems.md").read_text(encoding="utf-8")
_ROW = re.compile(r"^\| `(?P<code>[a-z0-9-]+)` \| (?:错误|警告)。", re.MULTILINE)
_CODE = re.compile(r"[a-z]+(?:-[a-z0-9]+)*")
ENTRIES = entries_of(MARKDOWN)
_CHECKED = [check.id for check in CHECKS]
"""Explained by the checks themselves, see tests/checks/test_manual.py."""


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.code)
def test_the_wrong_sample_gives_its_problem(entry: Entry, tmp_path: Path) -> None:
    problems = build_board(tmp_path, entry.files("错误")).problems
    assert [(problem.path, problem.line) for problem in problems] == entry.places
    assert {problem.code for problem in problems} == {entry.code}
    assert {problem.level for problem in problems} == {entry.level}


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.code)
def test_the_right_sample_gives_none(entry: Entry, tmp_path: Path) -> None:
    files = entry.files("正确")
    site = build_board(tmp_path, files)
    assert site.problems == ()
    assert {document.path for document in site.catalog.shown} == {
        path for path in files if path.endswith(".md")
    }


def test_the_report_is_shown_as_it_is(tmp_path: Path) -> None:
    entry = next(entry for entry in ENTRIES if entry.code == "fullwidth-colon")
    (problem,) = build_board(tmp_path, entry.files("错误")).problems
    (shown,) = [block.text for block in blocks_of(MARKDOWN) if block.language == "text"]
    assert shown == "".join(f"{line}\n" for line in text_lines(problem))


def test_every_code_is_explained() -> None:
    explained = [entry.code for entry in ENTRIES] + _ROW.findall(MARKDOWN)
    assert len(explained) == len(set(explained))
    assert set(codes_of_the_product()) - set(explained) - set(_CHECKED) == set(), (
        "write them into docs/guide/problems.md"
    )
    assert set(explained) - set(codes_of_the_product()) == set(), "no code reports these any more"


MAKERS = frozenset(
    {"Fault", "Problem", "error", "problem", "_problem", "problem_at_field", "_text", "_quotable"}
)
"""What makes a problem. The code is the last of the arguments that looks like one."""

PUT_TOGETHER = ("encoding-gb18030", "encoding-utf-16", "encoding-utf-32")
"""Codes that stand nowhere in the program as they are."""


def codes_of_the_product() -> Iterator[str]:
    """Every code that the program may report."""
    for path in sorted((ROOT / "hooks").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and called(node) in MAKERS:
                texts = [argument.value for argument in node.args if isinstance(argument, ast.Constant)]
                yield from [text for text in texts if _CODE.fullmatch(str(text))][-1:]
    yield from PUT_TOGETHER


def called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
