"""Corrections that go round in a circle: then none of them is the valid one (FORMAT section 8)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from noticeboard.checks.board import Board, problem_at_field
from noticeboard.content.documents import Disclosure
from noticeboard.content.paths import candidates
from noticeboard.problems import Problem


def check(board: Board) -> Iterator[Problem]:
    """One problem in every disclosure that, by 取代, leads back to itself."""
    replaced = _replaced(board)
    for path in replaced:
        chain = [path]
        while (following := replaced.get(chain[-1])) is not None and following not in chain:
            chain.append(following)
        if following == path:
            message = f"“取代”绕成了圈：{' → '.join([*chain, path])}。"
            yield problem_at_field(
                board.by_path[path],
                "replaces",
                "replaces-cycle",
                message,
                "请只在新的那份里写“取代”，旧的删去这一行。",
            )


def _replaced(board: Board) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for document in board.documents:
        if isinstance(document, Disclosure) and document.replaces is not None:
            target = next(
                (p for p in candidates(document.path, document.replaces.text) if p in board.by_path), None
            )
            if target is not None:
                found[document.path] = target
    return found
