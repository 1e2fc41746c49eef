"""The files of docs/ that are no pages: which of them are published."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable

from noticeboard.content.file_types import ending_of, type_of
from noticeboard.content.paths import is_left_by_programs

_OF_PAGES = frozenset({"ico", "woff", "woff2", "ttf", "otf", "ogg", "json", "ics"})
"""What hand-written pages use besides the endings that attachments may have: a browser shows or saves it and never runs it."""


def left_out(paths: Iterable[str], trusted: Collection[str], shipped: Collection[str]) -> frozenset[str]:
    """Those of `paths`, all below docs/, that are not published.

    `trusted` are the files that mkdocs.yml names, scripts and styles too; `shipped` those that the site's look has anyway,
    which a file of docs/ would push aside.
    """
    return frozenset(
        path for path in paths if not _is_inert(path) and (path not in trusted or path in shipped)
    )


def is_junk(path: str) -> bool:
    """Whether it is a file that a computer leaves behind, of which nobody need hear."""
    name = posixpath.basename(path)
    return any(part.startswith(".") for part in path.split("/")) or is_left_by_programs(name)


def _is_inert(path: str) -> bool:
    """Pages, scripts, styles, SVG and XML are not: they are programs in the board's own name."""
    ending = ending_of(posixpath.basename(path))
    return not is_junk(path) and (type_of(ending) is not None or ending in _OF_PAGES)
