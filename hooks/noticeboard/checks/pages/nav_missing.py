"""Pages that the navigation in mkdocs.yml names and that are not there."""

from __future__ import annotations

from collections.abc import Iterator

from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, board_check
from noticeboard.checks.links.page_targets import is_of_the_theme, uris_of
from noticeboard.content.repository.paths import SITE_FILE
from noticeboard.content.settings.site_file import places_in
from noticeboard.content.settings.site_nav import NAV_MISSING, missing_fault, path_of


@board_check(NAV_MISSING.code, NAV_MISSING.level)
def nav_missing(board: Board) -> Iterator[Finding]:
    if not board.nav.reports_missing:
        return
    known = uris_of(board)
    for keys, written in board.nav.named or ():
        path = path_of(written)
        if path not in known and not is_of_the_theme(path, board):
            line, column = places_in(board.root / SITE_FILE)(keys)
            fault = missing_fault(written)
            yield Finding(SITE_FILE, line, column, fault.message, fault.hint)
