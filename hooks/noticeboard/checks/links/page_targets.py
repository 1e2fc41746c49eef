"""What links of hand-written pages mean: MkDocs joins them to files, each by its path from docs/ on.

A document counts as if plans/ lay in docs/, and where it lies beside it on the disk; a page that the program makes counts as
its address with ``index.md``.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Set
from urllib.parse import unquote

from noticeboard.checks.board import Board
from noticeboard.content.documents import Document
from noticeboard.content.repository.paths import HAND_WRITTEN, ROOT, THEME
from noticeboard.markup.urls import leaves
from noticeboard.patterns import pattern_of

_PLACE_IN_PAGE = pattern_of(r"[#?]|$")


def uri_of(page: Document, target: str) -> str | None:
    """The path from docs/ on that a link of a page means; None where it means its own page, or leaves the site."""
    target = target.strip()
    if leaves(target) or _PLACE_IN_PAGE.match(target):
        return None
    path = unquote(re.split("[?#]", target, maxsplit=1)[0])
    folder = posixpath.dirname(page.path.removeprefix(f"{HAND_WRITTEN}/"))
    # One that begins with a slash counts from docs/.
    return below_docs(posixpath.normpath(posixpath.join(folder, path).lstrip("/")))


def below_docs(path: str) -> str:
    """A path from docs/ on as a site has it: `../plans/a.md`, by which a text editor finds a document, is `plans/a.md` there."""
    return path.removeprefix("../") if path.startswith(f"../{ROOT}/") else path


def uris_of(board: Board) -> Set[str]:
    """All that a link of a page may mean, but for files of the theme."""
    pages = (path.removeprefix(f"{HAND_WRITTEN}/") for path in board.hand_written.values())
    placed = board.hand_placed.keys() - board.left_out
    made = (f"{address}index.md" for address in board.generated if address.endswith("/") or not address)
    return {*pages, *placed, *made, *board.addresses, *board.by_path}


def is_of_the_theme(uri: str, board: Board) -> bool:
    """Whether the look's folder has such a file."""
    return (board.root / THEME / uri).is_file()
