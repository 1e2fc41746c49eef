"""The golden cases in tests/cases/reader: a file as an officer saved it, and what is read from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from drawing import drawn_entry
from noticeboard.content.document_reader import KNOWN_KEYS
from noticeboard.content.source import read_source
from noticeboard.reports.text import text_lines

FOLDER = Path(__file__).parents[1] / "cases" / "reader"
CASES = sorted(FOLDER.glob("*.md"))


def told(case: Path) -> str:
    """What a case's second file holds; its README describes it."""
    source = read_source(f"plans/{case.name}", case.read_bytes(), KNOWN_KEYS)
    lines = [f"encoding {source.encoding or '-'}, body at line {source.body_line}"]
    lines += map(drawn_entry, source.header.entries)
    lines += (line for problem in source.problems for line in text_lines(problem))
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_case(case: Path) -> None:
    assert told(case) == case.with_suffix(".txt").read_text(encoding="utf-8")


def test_every_case_has_both_files() -> None:
    assert CASES
    assert {case.stem for case in CASES} == {case.stem for case in FOLDER.glob("*.txt")}
