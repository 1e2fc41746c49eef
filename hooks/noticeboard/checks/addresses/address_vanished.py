"""Published addresses at which nothing would be any more: codes on paper and links elsewhere would break (SPECIFICATION section 5)."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, board_check
from noticeboard.content.document_reader import KNOWN_KEYS, read_document
from noticeboard.content.documents import Document
from noticeboard.content.repository.former_paths import is_same, was_published
from noticeboard.content.source import read_source
from noticeboard.problems import Level, Scope
from noticeboard.views.helpers.outputs import output_of


@board_check("address-vanished", Level.WARNING, Scope.CHANGE)
def address_vanished(board: Board) -> Iterator[Finding]:
    published = board.published
    changed = {path: (path, content) for path, content in published.gone.items()} | {**published.texts}
    there = _places(board) if changed else frozenset()
    for path, (old_path, content) in sorted(changed.items()):
        if not was_published(old_path):
            continue
        old, problems = read_document(read_source(old_path, content, KNOWN_KEYS), board.catalog.settings)
        stood = old.type and not old.draft and not any(problem.is_error for problem in problems)
        if stood and output_of(old.address).place not in there and not _is_followed(board, old, path):
            message = f"这样改了以后，登过的网址 /{old.address} 就打不开了（原来的“{old_path}”）。"
            yield Finding(path, 1, 1, message, _hint(old, board.by_path.get(path)))


def _places(board: Board) -> frozenset[str]:
    """Where something will be, whatever its day; a draft is never published."""
    drafts = {output_of(document.address).place for document in board.all_documents if document.draft}
    standing = {document.address for document in board.all_documents if not document.draft}
    found = (*board.addresses, *board.hand_written, *board.hand_placed)
    return frozenset(
        {output_of(it).place for it in found} - drafts | {output_of(it).place for it in standing}
    )


def _is_followed(board: Board, old: Document, path: str) -> bool:
    """Whether a rename will leave a page of its own, once it is committed."""
    catalog, now = board.catalog, board.by_path.get(path)
    follows = catalog.settings.follow_renames and catalog.history.missing is None
    return bool(follows and now and not now.draft and now.path != old.path and is_same(old, now))


def _hint(old: Document, now: Document | None) -> str:
    if now is None:
        return f"请把文件放回去，加一行“撤回: 原因”；内容在别的文件里了的，在那里加一行“曾用网址: {old.address}”。"
    if now.draft:
        return "登过的文件不要改成草稿：不该再登的，请写“撤回: 原因”。"
    return f"请在开头加一行“曾用网址: {old.address}”。"
