"""Hand-written pages that the navigation in mkdocs.yml does not name, where `validation` asks for it."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, board_check
from noticeboard.content.repository.paths import HAND_WRITTEN
from noticeboard.content.settings.site_nav import PAGE_NOT_IN_NAV, omitted_fault


@board_check(PAGE_NOT_IN_NAV.code, PAGE_NOT_IN_NAV.level)
def page_not_in_nav(board: Board) -> Iterator[Finding]:
    if not board.nav.reports_omitted:
        return
    for path in board.hand_written.values():
        uri = path.removeprefix(f"{HAND_WRITTEN}/")
        if board.nav.omits(uri):
            fault = omitted_fault(uri)
            yield Finding(path, 1, 1, fault.message, fault.hint)
