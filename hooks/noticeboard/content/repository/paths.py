"""Paths as officers write them: relative to their document, or to plans/, never out of it."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from urllib.parse import unquote

from noticeboard.patterns import pattern_of

ROOT = "plans"
INBOX = f"{ROOT}/收件/"
"""Where officers put what is to be imported; nothing in it is a document's attachment."""
DOCUMENT = ".md"
"""How a document's file name ends, in letters of any case."""
SITE_FILE = "mkdocs.yml"
"""What marks the folder of a board, and holds its settings."""
HAND_WRITTEN = "docs"
THEME = "overrides"
_LEFT_BY_PROGRAMS = pattern_of(
    r"~\$.*|~wr[a-z]\d+\.tmp|(?:eh)?thumbs(?:_vista)?\.db|desktop\.ini|.*\.crdownload|.*\.md~", re.IGNORECASE
)
"""Few and certain: an officer's own file must not be lost for its name."""
_ELSEWHERE = pattern_of(r"[A-Za-z][A-Za-z0-9+.-]*:|//")


def is_passed_over(name: str) -> bool:
    """Whether a file or a folder of this name is never read nor published (SPECIFICATION section 1).

    Templates and drafts in hand begin with `_` or `.`. What programs leave is nobody's work: the lock file of Office and WPS
    (`~$报名表.xlsx`), Windows' pictures of a folder, half a download.
    """
    return name[0] in "._" or is_left_by_programs(name)


def is_left_by_programs(name: str) -> bool:
    """Whether a file was left by a program that nobody asked: `~$…`, Thumbs.db, desktop.ini."""
    return _LEFT_BY_PROGRAMS.fullmatch(name) is not None


def kept_places(root: Path) -> tuple[Path, ...]:
    """What people write in the repository at `root`: nothing that a program makes may lie there, or take its place."""
    return tuple(root / name for name in (ROOT, HAND_WRITTEN, THEME, "hooks", ".git", SITE_FILE))


def beside(document: str, written: str) -> str | None:
    """The path below the repository root of `written`, which is relative to the document at `document`.

    Both are posix; back slashes are read as officers mean them. A leading slash counts from the repository root. None
    when the path leads out of the repository, to a disk (`D:`) or into the web.
    """
    text = written.strip().replace("\\", "/")
    if _ELSEWHERE.match(text):
        return None
    joined = text.lstrip("/") if text.startswith("/") else posixpath.join(posixpath.dirname(document), text)
    path = posixpath.normpath(joined)
    return None if path == ".." or path.startswith("../") or "\0" in path else path


def beside_url(document: str, written: str) -> str | None:
    """Like `beside`, of a link's target, in which `%20` is a blank."""
    return beside(document, unquote(written))


def candidates(document: str, written: str) -> tuple[str, ...]:
    """The paths that a reference may mean: relative to the document first, then to plans/ (SPECIFICATION section 2)."""
    found = (beside(document, written), beside(f"{ROOT}/-", written))
    return tuple(dict.fromkeys(path for path in found if path is not None and path.startswith(f"{ROOT}/")))
