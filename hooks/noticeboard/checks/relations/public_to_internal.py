"""Public documents that point at internal ones: outside, the link is dead and tells what it led to (SPECIFICATION section 2)."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.catalog.relations import path_of_link
from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, board_check
from noticeboard.content.documents import Disclosure, Document, Proposal, Summary
from noticeboard.content.reporter import Place
from noticeboard.content.repository.paths import candidates
from noticeboard.problems import Level

_HINT = "请去掉这一处，或把那份文件的“范围”也改成对外，或把这一份改成对内。"


@board_check("public-to-internal", Level.ERROR)
def public_to_internal(board: Board) -> Iterator[Finding]:
    internal = {
        document.path: document for document in board.all_documents if document.audience == "internal"
    }
    by_address = {document.address.rstrip("/"): path for path, document in internal.items()}
    for document in board.all_documents:
        if document.audience != "public":
            continue
        for place, verb, paths in _pointed_at(document):
            target = next((path for path in paths if path in internal), None) or next(
                (by_address[path] for path in paths if path in by_address), None
            )
            if target is not None:
                message = f"对外的“{document.path}”{verb}对内的“{target}”。"
                yield Finding(document.path, place.line, place.column, message, _HINT)


def _pointed_at(document: Document) -> Iterator[tuple[Place, str, tuple[str, ...]]]:
    """Every place that points at something, how it does, and the paths that it may mean."""
    for link in document.links:
        path = path_of_link(document, link.target)
        if path is not None:
            yield link, "链接到了", (path.rstrip("/"),)
    for attachment in document.attachments:
        yield attachment, "的附件是", (attachment.path,)
    if isinstance(document, Summary):
        for reference in document.plans:
            yield reference, "对照的计划是", candidates(document.path, reference.text)
    if isinstance(document, Disclosure) and document.replaces is not None:
        yield document.replaces, "取代了", candidates(document.path, document.replaces.text)
    if isinstance(document, Proposal) and document.merged_into is not None:
        yield document.merged_into, "并入了", candidates(document.path, document.merged_into.text)
