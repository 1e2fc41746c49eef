"""Edits on the text of a file, which keeps its line ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from noticeboard.problems import Edit

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class PlacedEdit:
    """An edit of one line, and the name of what it mends."""

    line: int
    """1-based."""
    edit: Edit
    """Its columns are 1-based."""
    code: str


@dataclass(frozen=True, slots=True)
class AppliedEdit:
    """What an edit did."""

    line: int
    """1-based, in the text before; likewise `column`."""
    column: int
    code: str
    before: str
    after: str


def apply(text: str, edits: Sequence[PlacedEdit]) -> tuple[str, tuple[AppliedEdit, ...]]:
    """`text` with `edits` made, and what each did. Of two that overlap, and of two that are the same, the first counts.

    Line breaks that an edit brings along are those that the text has already.
    """
    starts = [0, *(found.end() for found in _LINE_END.finditer(text))]
    first_end = _LINE_END.search(text)
    line_end = first_end.group() if first_end else "\n"
    pieces: list[str] = []
    changes: list[AppliedEdit] = []
    done = 0
    latest: PlacedEdit | None = None
    for placed in sorted(edits, key=lambda placed: (placed.line, placed.edit.start, placed.edit.end)):
        start = starts[placed.line - 1] + placed.edit.start - 1
        end = starts[placed.line - 1] + placed.edit.end - 1
        if start < done or (latest is not None and placed.edit == latest.edit and placed.line == latest.line):
            continue
        after = placed.edit.text.replace("\n", line_end)
        pieces += (text[done:start], after)
        changes.append(AppliedEdit(placed.line, placed.edit.start, placed.code, text[start:end], after))
        done, latest = end, placed
    return "".join([*pieces, text[done:]]), tuple(changes)
