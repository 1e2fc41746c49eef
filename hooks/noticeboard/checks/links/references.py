"""What 计划, 取代 and 并案 refer to."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.board import Board
from noticeboard.content.documents import Disclosure, Document, Plan, Proposal, Summary
from noticeboard.content.field_types import Reference
from noticeboard.content.repository.paths import candidates


def references_of(document: Document) -> Iterator[tuple[Reference, type[Document]]]:
    """What a front matter refers to, and what type of document it should be."""
    if isinstance(document, Summary):
        yield from ((reference, Plan) for reference in document.plans)
    if isinstance(document, Disclosure) and document.replaces is not None:
        yield document.replaces, Disclosure
    if isinstance(document, Proposal) and document.merged_into is not None:
        yield document.merged_into, Proposal


def path_of_reference(document: Document, reference: Reference, board: Board) -> str | None:
    """The file that a reference means, None when there is none."""
    paths = candidates(document.path, reference.text)
    return next((path for path in paths if path in board.catalog.files.sizes), None)
