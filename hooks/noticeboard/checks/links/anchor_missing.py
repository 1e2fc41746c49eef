"""Links to a place that their page does not have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import cache
from urllib.parse import unquote

from noticeboard.catalog.relations import path_of_link
from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, board_check
from noticeboard.content.similar_names import nearest
from noticeboard.markup.heading_ids import HeadingId, heading_ids
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
