"""What was found before in documents that nobody has changed since, each by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from hashlib import sha256
from typing import Any

from noticeboard.cache import Cache, code_state
from noticeboard.check_result import kept_problem, restored_problem
from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding
from noticeboard.checks.context import CheckContext
from noticeboard.content.documents import Document
from noticeboard.content.repository.paths import ROOT
from noticeboard.problems import Problem
from noticeboard.views.helpers.kept_keys import state_of

ByItself = tuple[list[Problem], list[tuple[str, Finding]]]
"""What is wrong with one document, and the personal data in it: a check's code and a finding."""

_TABLE = "documents"


class KeptFindings:
    """Findings by document, in a table of `cache`, as they were under the same settings and code on the same day."""

    def __init__(self, cache: Cache, context: CheckContext) -> None:
        self._cache = cache
        self._state = f"{code_state()} {context.settings!r} {context.today}" if cache.folder else ""
        self._kept: Mapping[str, Any] = cache.read(_TABLE, self._state)

    def of(self, document: Document) -> ByItself | None:
        """What was found in the same text under the same path; None where that is not known."""
        kept = self._kept.get(_key(document))
        if kept is None:
            return None
        problems, facts = kept
        return [restored_problem(problem) for problem in problems], [
            (code, Finding(**fact)) for code, fact in facts
        ]

    def keep(self, documents: Sequence[Document], found: Sequence[ByItself]) -> None:
        """Remembers what was `found` in each of `documents`, and nothing else."""
        table = {
            key: [[*map(kept_problem, problems)], [[code, asdict(fact)] for code, fact in facts]]
            for document, (problems, facts) in zip(documents, found, strict=True)
            if (key := _key(document))
        }
        if table.keys() != self._kept.keys():
            self._cache.write(_TABLE, self._state, table)


def kept_board_findings(board: Board, table: str, find: Callable[[], Iterable[Finding]]) -> Sequence[Finding]:
    """What a check finds that is a function of what the board tells: it is sought again when that has changed.

    `table` is its own, of the board's cache. Findings have neither an edit nor a level.
    """
    catalog = board.catalog
    frame = f"{code_state()} {catalog.settings!r} {catalog.today}" if board.cache.folder else ""
    state = state_of(catalog, frame)
    kept = board.cache.read(table, state) if state else {}
    if "found" in kept:
        return [Finding(**finding) for finding in kept["found"]]
    found = [*find()]
    if state:
        board.cache.write(table, state, {"found": [asdict(finding) for finding in found]})
    return found


def _key(document: Document) -> str:
    """Empty for a file that could not be opened. Pages of docs/ have no digest: they are all text."""
    is_page = not document.path.startswith(f"{ROOT}/")
    digest = (
        sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest() if is_page else document.digest
    )
    return f"{digest} {document.path}" if digest else ""
