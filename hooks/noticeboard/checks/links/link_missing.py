"""Links to files that are not there."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Set

from noticeboard.catalog.relations import path_of_link
from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, board_check
from noticeboard.checks.links.link_targets import is_in_plans, missing_path
from noticeboard.checks.links.page_targets import is_of_the_theme, uri_of, uris_of
from noticeboard.checks.path_hint import path_hint
from noticeboard.content.repository.paths import HAND_WRITTEN, ROOT
from noticeboard.content.similar_names import nearest
from noticeboard.problems import Level

_MANY = 2000
"""Of so many files the search for one that looks alike takes its time."""


@board_check("link-missing", Level.ERROR)
def link_missing(board: Board) -> Iterator[Finding]:
    for document in board.all_documents:
        for link in document.links:
            path = missing_path(document, link, board)
            if path is None:
                continue
            target = link.target.strip()
            if is_in_plans(path):
                message, hint = f"链接“{target}”找不到对应的文件。", path_hint(path, board)
            else:
                message = f"链接“{target}”不在 {ROOT} 文件夹里，网站上打不开。"
                hint = f"请链接到 {ROOT} 里的文件，或写完整的网址。"
            yield Finding(document.path, link.line, link.column, message, hint)
    yield from _of_pages(board)


def _of_pages(board: Board) -> Iterator[Finding]:
    known = uris_of(board)
    for page in board.pages:
        for link in page.links:
            target = link.target.strip()
            uri = uri_of(page, target)
            # What leads out of the repository is for another check.
            if uri is None or path_of_link(page, target) is None:
                continue
            # An address that ends with a slash leads elsewhere from a page that has a folder of its own.
            is_file = not target.partition("#")[0].endswith("/")
            if not (is_file and (uri in known or is_of_the_theme(uri, board))):
                message = f"链接“{target}”找不到对应的文件。"
                yield Finding(page.path, link.line, link.column, message, _hint(uri, known))


def _hint(uri: str, known: Set[str]) -> str:
    if (index := posixpath.join(uri, "index.md")) in known:
        return f"这是网页的地址，请链接它的文件：从 {HAND_WRITTEN} 算起是“{index}”。"
    near = nearest(uri, sorted(known)) if len(known) <= _MANY else None
    return (
        f"是不是“{near}”（从 {HAND_WRITTEN} 算起）？"
        if near
        else f"请检查路径，从 {HAND_WRITTEN} 算起没有“{uri}”。"
    )
