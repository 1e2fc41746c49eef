"""The guide's page of problems: each wrong sample gives its problem, each right one none."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from guide.pages import GUIDE, ROOT, Block, blocks_of, build_board, files_beside
from noticeboard.reports import text_lines

MARKDOWN = (GUIDE / "problems.md").read_text(encoding="utf-8")
_ENTRY = re.compile(r"^### .+ \{#([a-z-]+)\}$", re.MULTILINE)
_ROW = re.compile(r"^\| `(?P<code>[a-z0-9-]+)` \| (?:错误|警告)。", re.MULTILINE)
_CODE = re.compile(r"[a-z]+(?:-[a-z0-9]+)*")
_LEVELS = {"错误": "error", "警告": "warning"}


@dataclass(frozen=True, slots=True)
class Entry:
    """What the page says of one code."""

    code: str
    text: str

    def files(self, which: str) -> dict[str, str]:
        """The files of the wrong (错误) or right (正确) sample, with those that both need."""
        samples = [block for block in blocks_of(self.text) if block.title.startswith((which, "plans/"))]
        return {_path(block): block.text for block in samples} | files_beside(self.text)

    @property
    def places(self) -> list[tuple[str, int]]:
        """Where the wrong sample's problems stand: path and line."""
        wrong = [block for block in blocks_of(self.text) if block.title.startswith("错误")]
        return sorted((_path(block), line) for block in wrong for line in block.marked)

    @property
    def level(self) -> str:
        return _LEVELS[re.search(rf"^`{self.code}` (错误|警告)", self.text, re.MULTILINE)[1]]


def _path(block: Block) -> str:
    return block.title.removeprefix("错误 ").removeprefix("正确 ")


_PARTS = _ENTRY.split(MARKDOWN)
ENTRIES = [Entry(code, text) for code, text in zip(_PARTS[1::2], _PARTS[2::2], strict=True)]


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
    assert {document.path for document in site.catalog.documents} == {
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
    assert set(codes_of_the_product()) - set(explained) == set(), "write them into docs/guide/problems.md"
    assert set(explained) - set(codes_of_the_product()) == set(), "no code reports these any more"


MAKERS = frozenset(
    {"Fault", "Problem", "error", "problem", "_problem", "problem_at_field", "_text", "_quotable"}
)
"""What makes a problem. The code is the last of the arguments that looks like one."""

PUT_TOGETHER = ("encoding-gb18030", "encoding-utf-16", "encoding-utf-32")
"""Codes that stand nowhere in the program as they are."""


def codes_of_the_product() -> Iterator[str]:
    """Every code that the program may report."""
    for path in sorted((ROOT / "hooks" / "noticeboard").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and called(node) in MAKERS:
                texts = [argument.value for argument in node.args if isinstance(argument, ast.Constant)]
                yield from [text for text in texts if _CODE.fullmatch(str(text))][-1:]
    yield from PUT_TOGETHER


def called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
