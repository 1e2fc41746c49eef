"""Allowances of what is not there: they would silence what comes later."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, PersonalData, search_check
from noticeboard.checks.personal.findings import paths_of
from noticeboard.checks.personal.registry import named
from noticeboard.problems import Level, Scope


@search_check("allowance-unused", Level.WARNING, Scope.FILE)
def allowance_unused(board: Board, personal: PersonalData) -> Iterator[Finding]:
    for document in board.texts:
        paths = set(paths_of(document)) if document.allow else ()
        for allowance in document.allow:
            check = named(allowance.check)
            if check is None or not check.may_be_allowed:
                continue
            if not any(fact.check is check and fact.finding.path in paths for fact in personal.facts):
                message = f"允许了“{allowance.check}”，但是没有查到。"
                yield Finding(document.path, allowance.line, allowance.column, message, "请删去这一条。")
