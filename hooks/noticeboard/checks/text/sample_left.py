"""Names of the program's sample that stand in somebody else's board: one that has told its own name."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from noticeboard.checks.board import Board
from noticeboard.checks.check import Finding, board_check
from noticeboard.content.repository.paths import HAND_WRITTEN, SITE_FILE
from noticeboard.content.settings.board_settings import Settings
from noticeboard.problems import Level, Scope

_NAMES = ("晨光小学", "chenguang.example")
_GUIDE = f"{HAND_WRITTEN}/guide/"
"""The program's own pages, whose samples are of the sample's school."""
_HINT = "请改成本单位的；是别的单位的，写明它的全名和地方。"


@board_check("sample-left", Level.WARNING, scope=Scope.FILE)
def sample_left(board: Board) -> Iterator[Finding]:
    organisation = board.catalog.settings.organisation
    if organisation == Settings().organisation or any(name in organisation for name in _NAMES):
        return
    for path, text in _texts(board):
        for number, line in enumerate(text.split("\n"), 1):
            if found := next((name for name in _NAMES if name in line), None):
                message = f"“{found}”是程序样例里的名字，不是本单位的。"
                yield Finding(path, number, line.index(found) + 1, message, _HINT)
                break


def _texts(board: Board) -> Iterator[tuple[str, str]]:
    """Path and text of what people wrote; the first name in each is told of."""
    with suppress(OSError, UnicodeDecodeError):
        yield SITE_FILE, (board.root / SITE_FILE).read_text(encoding="utf-8-sig")
    for document in board.texts:
        if not document.path.startswith(_GUIDE) and any(name in document.text for name in _NAMES):
            yield document.path, document.text
