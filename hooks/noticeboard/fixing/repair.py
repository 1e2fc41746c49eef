"""A file's bytes → the same document, typed as it should be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from noticeboard.checks.context import CheckContext
from noticeboard.checks.text.bad_box import bad_box
from noticeboard.checks.text.link_form import link_form
from noticeboard.checks.text.table_form import table_form
from noticeboard.checks.text.web_leftover import web_leftover
from noticeboard.content.document_reader import KNOWN_KEYS, read_document
from noticeboard.content.documents import Document
from noticeboard.content.repository.encoding import decode
from noticeboard.content.settings.board_settings import Settings
from noticeboard.content.source import MAX_BYTES, Source, read_source
from noticeboard.fixing.dates import date_edits
from noticeboard.fixing.edits import AppliedEdit, PlacedEdit, apply
from noticeboard.fixing.meaning import meaning
from noticeboard.fixing.numbers import number_edits
from noticeboard.fixing.tables import table_edits
from noticeboard.fixing.tags import tag_edits
from noticeboard.markup.scanner import lines_of
from noticeboard.problems import Problem

_CHECKS = (table_form, link_form, bad_box, web_leftover)
"""The checks of a document by itself that tell of what can be repaired."""


@dataclass(frozen=True, slots=True)
class Repair:
    """What became of one file."""

    path: str
    """Below the repository root."""
    before: bytes
    after: bytes
    """`before` itself when nothing is to be repaired."""
    changes: tuple[AppliedEdit, ...]
    """In the order in which they were made; later ones count lines as the earlier ones left them."""
    left: tuple[Problem, ...]
    """The file's own problems that remain: the errors, and the warnings that only its author can settle."""

    @property
    def is_needed(self) -> bool:
        """Whether there is anything to mend."""
        return self.before != self.after


def repair(path: str, data: bytes, settings: Settings, *, numbers: bool = False) -> Repair:
    """The repair of the document at `path` whose file holds `data`; with `numbers` a disclosure gets its 编号.

    Every step is proved by reading the result: it must be the same document, word for word, with fewer problems
    and no new one; a step that cannot be proved is left out. So nothing is lost, and a second repair changes
    nothing. Bytes without a reason to change stay: line ends, white space, comments. Never raises.
    """
    decoded = decode(path, data)
    reading = _Reading(path, data, settings)
    if not decoded.encoding or len(data) > MAX_BYTES:
        return Repair(path, data, data, (), reading.problems)
    changes: list[AppliedEdit] = []
    saved = decoded.raw.encode("utf-8", "replace")
    if saved != data:
        as_utf8 = _Reading(path, saved, settings)
        if not as_utf8.says_what(reading):
            return Repair(path, data, data, (), reading.problems)
        code = "byte-order-mark" if decoded.encoding == "utf-8" else f"encoding-{decoded.encoding}"
        changes.append(AppliedEdit(1, 1, code, "", ""))
        reading = as_utf8
    while True:
        # What stands between tags is mended without them.
        better, made = _improved(reading, reading.tags, fewer=True)
        if not made:
            better, made = _improved(reading, reading.repairs, fewer=True)
        if not made:
            better, made = _improved(reading, reading.dates, fewer=False)
        if not made:
            break
        changes += made
        reading = better
    if numbers and not reading.has_errors:
        numbered, made = reading.with_edits(reading.numbers)
        if made and numbered.says_what(reading, but=("number", "given")):
            changes += made
            reading = numbered
    return Repair(path, data, reading.data, tuple(changes), reading.problems)


class _Reading:
    """A file's content as the reader understands it."""

    def __init__(self, path: str, data: bytes, settings: Settings) -> None:
        self.path = path
        self.data = data
        self.settings = settings

    @cached_property
    def source(self) -> Source:
        return read_source(self.path, self.data, KNOWN_KEYS)

    @cached_property
    def _read(self) -> tuple[Document, tuple[Problem, ...]]:
        return read_document(self.source, self.settings)

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        document, problems = self._read
        # None of these looks at the day.
        context = CheckContext(self.settings, date.min)
        found = (check.problem(finding) for check in _CHECKS for finding in check.find(document, context))
        return (*problems, *found)

    @property
    def has_errors(self) -> bool:
        return any(problem.is_error for problem in self.problems)

    @cached_property
    def meaning(self) -> Mapping[str, Any]:
        return meaning(self._read[0])

    @cached_property
    def faults(self) -> Counter[tuple[str, str, str]]:
        return Counter((problem.level, problem.code, problem.message) for problem in self.problems)

    @cached_property
    def lines(self) -> Sequence[str]:
        return lines_of(self.text)

    @cached_property
    def text(self) -> str:
        return self.data.decode("utf-8")

    @property
    def repairs(self) -> Iterable[PlacedEdit]:
        for problem in self.problems:
            if problem.edit is not None:
                for line, edit in ((problem.line, problem.edit), *problem.edits_below):
                    yield PlacedEdit(line, edit, problem.code)
        yield from table_edits(self._read[0], self.lines)

    @property
    def tags(self) -> Iterable[PlacedEdit]:
        return tag_edits(self._read[0], self.lines)

    @property
    def dates(self) -> Iterable[PlacedEdit]:
        return date_edits(self.source, self.lines, type(self._read[0]))

    @property
    def numbers(self) -> Iterable[PlacedEdit]:
        return number_edits(self._read[0], self.source, self.lines, self.settings)

    def with_edits(self, edits: Iterable[PlacedEdit]) -> tuple[_Reading, tuple[AppliedEdit, ...]]:
        text, made = apply(self.text, tuple(edits))
        return _Reading(self.path, text.encode(), self.settings), made

    def says_what(self, other: _Reading, *, but: Sequence[str] = ()) -> bool:
        """Whether it is the document that `other` is, apart from some fields, and has no problem that it has not."""
        same = all(self.meaning[name] == value for name, value in other.meaning.items() if name not in but)
        return same and self.faults <= other.faults


def _improved(
    reading: _Reading, offered: Iterable[PlacedEdit], *, fewer: bool
) -> tuple[_Reading, tuple[AppliedEdit, ...]]:
    """`reading` with as many of the edits as can be proved; with `fewer` its problems must become fewer."""
    best = reading
    made: tuple[AppliedEdit, ...] = ()
    accepted: list[PlacedEdit] = []
    waiting = [list(offered)]
    while waiting:
        edits = waiting.pop()
        candidate, changes = reading.with_edits([*accepted, *edits])
        if not edits or candidate.data == best.data:
            continue
        if candidate.says_what(reading) and (not fewer or candidate.faults < best.faults):
            best, made = candidate, changes
            accepted += edits
        else:
            waiting += _parted(edits)
    return best, made


def _parted(edits: list[PlacedEdit]) -> list[list[PlacedEdit]]:
    """Edits that do not go together: by what they mend, for one kind may need all of its own, then by halves."""
    codes = dict.fromkeys(edit.code for edit in reversed(edits))
    if len(codes) > 1:
        return [[edit for edit in edits if edit.code == code] for code in codes]
    middle = len(edits) // 2
    return [edits[middle:], edits[:middle]] if middle else []
