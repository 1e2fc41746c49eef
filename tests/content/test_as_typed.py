"""The golden cases in tests/content/as_typed: a plan as people type it, and what is read from it and told of it.

A new case is a new `.md`; `python tests/content/test_as_typed.py` writes the `.txt` beside it, to be checked by eye.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from noticeboard.content.activities.activity import Activity
from noticeboard.content.document_reader import KNOWN_KEYS, read_document
from noticeboard.content.documents import Plan, Summary
from noticeboard.content.settings.board_settings import Settings
from noticeboard.content.source import read_source

FOLDER = Path(__file__).parent / "as_typed"
CASES = sorted(FOLDER.glob("*.md"))


def told(case: Path) -> str:
    """The activities, then the problems, one a line; `fix` marks those that `board fix` repairs."""
    document, problems = read_document(
        read_source(f"plans/{case.name}", case.read_bytes(), KNOWN_KEYS), Settings(units=("晨光小学工会",))
    )
    assert isinstance(document, Plan | Summary)
    lines = [_shown(activity) for activity in document.activities]
    lines += [
        f"! {p.line}:{p.column} {p.code}{' fix' if p.edit else ''} {p.message}{p.hint}" for p in problems
    ]
    return "\n".join(lines) + "\n"


def _shown(activity: Activity) -> str:
    time = activity.time
    said = [
        f"{activity.line}:{activity.column} {activity.text}",
        f"{time.text} {' '.join(map(str, time.months))}".strip(),
    ]
    said += [str(value) for value in (time.start, time.clock) if value]
    said += [str(activity.status)]
    details = ("reason", "postponed_words", "place", "leader", "theme")
    return " | ".join(said + [f"{name}={value}" for name in details if (value := getattr(activity, name))])


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_case(case: Path) -> None:
    assert told(case) == case.with_suffix(".txt").read_text(encoding="utf-8")


def test_every_case_has_both_files() -> None:
    assert len(CASES) >= 20
    assert {case.stem for case in CASES} == {case.stem for case in FOLDER.glob("*.txt")}


if __name__ == "__main__":
    for one in CASES:
        one.with_suffix(".txt").write_text(told(one), encoding="utf-8")
