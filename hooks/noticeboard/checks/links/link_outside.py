"""Links that open on the officer's own computer only, or lead out of the repository."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.catalog.relations import path_of_link
from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, board_check
from noticeboard.checks.links.link_targets import is_on_a_disk
from noticeboard.content.repository.paths import ROOT
from noticeboard.markup.urls import is_whole, leaves
from noticeboard.patterns import pattern_of
from noticeboard.problems import Level, Scope

_PLACE_IN_PAGE = pattern_of(r"[#?]|$")


@board_check("link-outside", Level.ERROR, Scope.FILE)
def link_outside(board: Board) -> Iterator[Finding]:
    for document in board.texts:
        for link in document.links:
            target = link.target.strip()
            if is_on_a_disk(link):
                message = f"链接“{target}”指到了自己电脑上的文件，别人打不开。"
                hint = "请把文件放到本文旁边，再链接它的文件名。"
            elif leaves(target):
                if is_whole(target) or link.is_picture:
                    continue
                message = f"链接“{target}”不是本站的文件，也不是完整的网址，登不出来。"
                hint = f"请链接 {ROOT} 里的文件，或写完整的网址，例如 https://gonghui.example/。"
            elif _PLACE_IN_PAGE.match(target) is None and path_of_link(document, target) is None:
                message, hint = f"链接“{target}”指到了仓库外面。", f"请把文件放进 {ROOT} 文件夹，再改链接。"
            else:
                continue
            yield Finding(document.path, link.line, link.column, message, hint)
