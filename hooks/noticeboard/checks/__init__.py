"""Checks of the whole board. Each is one module with a `check(board)`; a new one is added to the list below."""

from __future__ import annotations

from collections.abc import Mapping

from noticeboard.catalog.catalog import Catalog
from noticeboard.checks import addresses, attachments, links, numbers, replacements
from noticeboard.checks.board import Board
from noticeboard.content.documents import Document
from noticeboard.problems import Problem
from noticeboard.views import Page

CHECKS = (addresses, attachments, links, numbers, replacements)


def run_checks(
    catalog: Catalog,
    documents: tuple[Document, ...],
    pages: tuple[Page, ...],
    hand_written: Mapping[str, str],
) -> tuple[Problem, ...]:
    """The problems that only show when all documents are seen together."""
    board = Board(catalog, documents, tuple(page.address for page in pages), hand_written)
    return tuple(problem for check in CHECKS for problem in check.check(board))
