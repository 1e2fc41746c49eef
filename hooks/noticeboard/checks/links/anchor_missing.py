"""Links to a place that their page does not have."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Set
from functools import cache
from urllib.parse import unquote

from noticeboard.catalog.relations import path_of_link
from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, board_check
from noticeboard.checks.links.page_targets import uri_of
from noticeboard.content.repository.paths import HAND_WRITTEN
from noticeboard.content.similar_names import nearest
from noticeboard.markup.heading_ids import HeadingId, heading_ids
from noticeboard.markup.ids import authors_id
from noticeboard.markup.raw_tags import tags_of
from noticeboard.problems import Level


@board_check("anchor-missing", Level.WARNING)
def anchor_missing(board: Board) -> Iterator[Finding]:

    @cache
    def headings_of(path: str) -> Sequence[HeadingId]:
        document = board.by_path[path]
        return heading_ids(document.tree, (activity.anchor for activity in document.activities)).headings

    @cache
    def ids_of(path: str) -> Set[str]:
        anchors = {activity.anchor for activity in board.by_path[path].activities}
        return anchors | {heading.id for heading in headings_of(path)}

    for document in board.all_documents:
        for link in document.links:
            path, _, anchor = link.target.strip().partition("#")
            target = document.path if not path else path_of_link(document, path)
            if not anchor or target not in board.by_path:
                continue
            # Within a page a link may say the heading itself.
            titles = () if path else (heading.title for heading in headings_of(target))
            if unquote(anchor) not in ids_of(target) and unquote(anchor) not in titles:
                near = nearest(unquote(anchor), sorted(ids_of(target)))
                hint = f"是不是“#{near}”？" if near else "请打开那一页，点标题，照地址栏里“#”后面的写。"
                message = f"链接“{link.target.strip()}”指的标题不在那一页里。"
                yield Finding(document.path, link.line, link.column, message, hint)
    yield from _of_pages(board, ids_of)


def _of_pages(board: Board, ids_of: Callable[[str], Set[str]]) -> Iterator[Finding]:
    pages = {page.path.removeprefix(f"{HAND_WRITTEN}/"): page for page in board.pages}

    @cache
    def ids_of_page(uri: str) -> Set[str]:
        page = pages[uri]
        return {heading.id for heading in heading_ids(page.tree).headings} | set(_given_ids(page.body))

    for own, page in pages.items():
        for link in page.links:
            path, _, anchor = link.target.strip().partition("#")
            uri = own if not path else uri_of(page, path)
            is_document = uri in board.by_path
            if not anchor or uri is None or not (is_document or uri in pages):
                continue
            ids = ids_of(uri) if is_document else ids_of_page(uri)
            if unquote(anchor) not in ids:
                near = nearest(unquote(anchor), sorted(ids))
                hint = f"是不是“#{near}”？" if near else "请打开那一页，点标题，照地址栏里“#”后面的写。"
                message = f"链接“{link.target.strip()}”指的标题不在那一页里。"
                yield Finding(page.path, link.line, link.column, message, hint)


def _given_ids(body: str) -> Iterator[str]:
    """The ids that a page gives by HTML or lists of attributes."""
    for tag in tags_of(body, with_lists=True):
        yield from (
            authors_id(value)
            for name, value in tag.attributes
            if name == "id" or (name == "name" and tag.name == "a")
        )
        yield from (authors_id(name[1:]) for name, _ in tag.attributes if name.startswith("#"))
