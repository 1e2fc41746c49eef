"""Checks of the whole board. Each is one module with a `check(board)`; a new one is added to the list below."""

from __future__ import annotations

from noticeboard.checks import addresses, attachments, audiences, links, notices, numbers, replacements
from noticeboard.checks.board import Board
from noticeboard.problems import Problem

CHECKS = (addresses, attachments, audiences, links, notices, numbers, replacements)


def run_checks(board: Board) -> tuple[Problem, ...]:
    """The problems that only show when all documents are seen together."""
    return tuple(problem for check in CHECKS for problem in check.check(board))
