"""A disclosure that was published, and whose figures or attachments are others now, without a word about it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from noticeboard.catalog.brought_files import brought_files
from noticeboard.catalog.relations import RelationKind
from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, board_check
from noticeboard.content.document_reader import KNOWN_KEYS, read_document
from noticeboard.content.documents import Disclosure, Document
from noticeboard.content.sections.figure_changes import FigureChange, figure_changes
from noticeboard.content.source import read_source
from noticeboard.problems import Level, Scope

_HINT = "公开以后要改的，另登一份写“取代”，或者在文件开头写“更正说明: 改了什么、为什么”；改错了的请改回去。"


@board_check("published-changed", Level.WARNING, Scope.CHANGE)
def published_changed(board: Board) -> Iterator[Finding]:
    for document in board.all_documents:
        old = _as_published(board, document)
        if old is not None and not _is_explained(board, old, document):
            for change in figure_changes(old, document):
                yield Finding(
                    document.path,
                    change.line,
                    1,
                    f"公开以后改了数字：{sentence_of(change)}，没有更正说明。",
                    _HINT,
                )
            yield from _of_attachments(board, old, document)


def _is_explained(board: Board, old: Disclosure, new: Document) -> bool:
    """Whether another one replaces it, or a commit or a new 更正说明 tells of the change."""
    if (
        new.withdrawn
        or board.catalog.pointing_at(new, RelationKind.REPLACES)
        or new.path in board.published.explained
    ):
        return True
    return bool(new.correction) and new.correction != old.correction


def _of_attachments(board: Board, old: Disclosure, new: Document) -> Iterator[Finding]:
    published, files = board.published, brought_files(new)
    for file in files:
        is_changed = file.path in published.files
        if not (is_changed or _is_another(board, old, file.path)):
            continue
        is_renamed = is_changed and file.path in published.moved
        change = "换了名字，也换了内容" if is_renamed else "换了内容，名字没有变"
        message = f"附件“{file.name}”公开以后{change}，没有更正说明。"
        yield Finding(new.path, file.line, file.column, message, _HINT)
    stayed = {
        PurePosixPath(path).name for file in files for path in (file.path, published.moved.get(file.path, ""))
    }
    for path in sorted(_names(old) - stayed):
        yield Finding(new.path, 1, 1, f"公开以后去掉了附件“{path}”，没有更正说明。", _HINT)


def _is_another(board: Board, old: Disclosure, path: str) -> bool:
    """Whether the file at `path` took the place of one of the same name in another folder, and has another content."""
    published, paths = board.published, {file.path for file in brought_files(old)}
    if path in paths or published.moved.get(path) in paths:
        return False
    namesakes = [other for other in paths if PurePosixPath(other).name == PurePosixPath(path).name]
    contents = {published.before[other] for other in namesakes if other in published.before}
    content = published.added.get(path) or published.before.get(path)
    return bool(contents) and content is not None and content not in contents


def _names(old: Disclosure) -> set[str]:
    """The names of its files; links to documents and folders are none."""
    paths = [PurePosixPath(file.path) for file in brought_files(old)]
    return {path.name for path in paths if path.suffix and path.suffix.lower() != ".md"}


def sentence_of(change: FigureChange) -> str:
    """A changed figure in words: 200 元 → 300 元; one that is new or gone is named as such."""
    name = f"“{change.name}”" if change.name else ""
    return f"{name}{change.old or '（没有）'} → {change.new or '（删去）'}"


def _as_published(board: Board, new: Document) -> Disclosure | None:
    """The disclosure as it was, when it was on the board."""
    published, old = board.published, new
    if new.path in published.new or not (published.texts or published.files):
        return None
    if new.path in published.texts:
        old, _ = read_document(read_source(*published.texts[new.path], KNOWN_KEYS), board.catalog.settings)
    # A date that could not be read is None, whatever its type says.
    if isinstance(old, Disclosure) and not old.draft and old.date and old.date <= board.catalog.today:
        return old
    return None
