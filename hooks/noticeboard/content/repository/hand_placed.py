"""The files of docs/ that are no pages: which of them are published."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable

from noticeboard.content.repository.file_types import ending_of, type_in_docs
from noticeboard.content.repository.paths import is_left_by_programs


def left_out(paths: Iterable[str], trusted: Collection[str], shipped: Collection[str]) -> frozenset[str]:
    """Those of `paths`, all below docs/, that are not published.

    `trusted` are the files that mkdocs.yml names, scripts and styles too; `shipped` those that the site's look has anyway,
    which a file of docs/ would push aside.
    """
    return frozenset(
        path for path in paths if not is_inert(path) and (path not in trusted or path in shipped)
    )


def is_junk(path: str) -> bool:
    """Whether it is a file that a computer leaves behind, of which nobody need hear."""
    name = posixpath.basename(path)
    return any(part.startswith(".") for part in path.split("/")) or is_left_by_programs(name)


def is_inert(path: str) -> bool:
    """Whether browsers show or save what ends so. Pages, scripts, styles, SVG and XML are programs in the board's own name."""
    ending = ending_of(posixpath.basename(path))
    return not is_junk(path) and type_in_docs(ending) is not None
