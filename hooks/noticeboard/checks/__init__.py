"""All checks. Each is one file, found by walking this package; `noticeboard.checks.check` says what makes one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from functools import cache

from noticeboard import checks, parallel
from noticeboard.cache import Cache
from noticeboard.checks.board import Board
from noticeboard.checks.check import BoardCheck, Check, DocumentCheck, Finding, SearchCheck
from noticeboard.checks.context import CheckContext
from noticeboard.checks.kept_findings import ByItself, KeptFindings
from noticeboard.checks.personal.findings import facts_in_text, find_personal_data, is_allowed, owners_of
from noticeboard.checks.pictures.picture_outside import picture_outside
from noticeboard.checks.pictures.picture_without_text import picture_without_text
from noticeboard.checks.text.bidi_control import bidi_control
from noticeboard.checks.text.html_removed import html_removed
from noticeboard.checks.text.invisible_character import invisible_character
from noticeboard.content.documents import Document
from noticeboard.content.repository.paths import ROOT
from noticeboard.manual import manual
from noticeboard.problems import Problem
from noticeboard.walk import declared_in

CHECKS = declared_in(checks, Check)
_OF_BOARDS = tuple(check for check in CHECKS if isinstance(check, BoardCheck))
_OF_DOCUMENTS = tuple(check for check in CHECKS if isinstance(check, DocumentCheck))
_OF_THE_SEARCH = tuple(check for check in CHECKS if isinstance(check, SearchCheck))


def begin_checks(
    documents: Sequence[Document], context: CheckContext, cache: Cache | None = None
) -> Callable[[], list[ByItself]]:
    """Begins on other processors to check each document by itself; the returned function helps, and gives what was found.

    `cache` knows what was found in documents that nobody has changed.
    """
    kept = KeptFindings(cache or Cache(), context)
    known = [kept.of(document) for document in documents]
    new = [document for document, found in zip(documents, known, strict=True) if found is None]
    checking = parallel.start_map(lambda document: _check(document, context), new)

    def finish() -> list[ByItself]:
        fresh = iter(checking())
        found = [next(fresh) if one is None else one for one in known]
        kept.keep(documents, found)
        return found

    return finish


def run_checks(board: Board, by_itself: Callable[[], Iterable[ByItself]]) -> Iterator[Problem]:
    """The problems of all checks; `by_itself` is what `begin_checks` returned: others go on with it while the whole board is looked at."""
    for of_board in _OF_BOARDS:
        yield from map(of_board.problem, of_board.find(board))
    in_texts: list[tuple[str, Finding]] = []
    for problems, facts in by_itself():
        yield from problems
        in_texts += facts
    personal = find_personal_data(board, in_texts)
    owners = owners_of(board)
    yield from (fact.check.problem(fact.finding) for fact in personal.facts if not is_allowed(fact, owners))
    for of_search in _OF_THE_SEARCH:
        yield from map(of_search.problem, of_search.find(board, personal))


_OF_PAGES = (html_removed, picture_outside, picture_without_text, bidi_control, invisible_character)
"""Those of a document that mean something on a hand-written page too."""
_MANUAL = tuple(
    f"docs/guide/{name}.md" for name in ("problems", "activity-problems", "checks", "personal", "relations")
)


def _check(document: Document, context: CheckContext) -> ByItself:
    checks = _OF_DOCUMENTS if document.path.startswith(f"{ROOT}/") else _OF_PAGES
    problems = [
        check.problem(finding)
        for check in checks
        for finding in check.find(document, context)
        if not _is_sample(document, finding)
    ]
    return problems, [fact for fact in facts_in_text(document) if not _is_sample(document, fact[1])]


def _is_sample(document: Document, finding: Finding) -> bool:
    """Whether it stands in a sample with which the manual shows what a check finds."""
    return document.path in _MANUAL and document.text.split("\n")[finding.line - 1].strip() in _sample_lines()


@cache
def _sample_lines() -> Set[str]:
    return {line.strip() for page in manual().values() for line in page.text.split("\n")}
