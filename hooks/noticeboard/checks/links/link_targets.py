"""What links mean."""

from __future__ import annotations

import re

from noticeboard.catalog.relations import path_of_link
from noticeboard.checks.board import Board
from noticeboard.content.documents import Document
from noticeboard.content.repository.paths import ROOT
from noticeboard.markup.links import BodyLink
from noticeboard.patterns import pattern_of

_ON_A_DISK = pattern_of(r"[A-Za-z]:|file:|\\\\", re.IGNORECASE)
"""`D:\\...`, `file:///D:/...`, `\\\\server\\...`: what opens on the officer's own computer only."""


def is_on_a_disk(link: BodyLink) -> bool:
    """Whether a link leads to a disk of the writer: `D:\\…`, `file:`, a share."""
    return _ON_A_DISK.match(link.target.strip()) is not None


def missing_path(document: Document, link: BodyLink, board: Board) -> str | None:
    """The path below the repository root that a link means when nothing is there; None when all is well.

    Generated pages are linked to by their address. A document is linked to by its file: by its address nobody would see
    that the two are joined, nor that one of them is internal.
    """
    path = None if is_on_a_disk(link) else path_of_link(document, link.target.strip())
    if path is None or path in board.catalog.files.sizes:
        return None
    if f"{path}/" in board.addresses and not is_in_plans(path):
        return None
    return None if path in board.hand_written.values() else path


def is_in_plans(path: str) -> bool:
    """Whether a path from the root of the board leads into `plans/`."""
    return path.startswith(f"{ROOT}/")
