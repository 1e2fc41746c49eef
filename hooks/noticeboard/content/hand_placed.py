"""The files of docs/ that are no pages: which of them are published."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable

_ENDINGS = frozenset(
    [
        "png",
        "jpg",
        "jpeg",
        "gif",
        "webp",
        "avif",
        "bmp",
        "ico",
        "tif",
        "tiff",
        "heic",
        "mp3",
        "m4a",
        "ogg",
        "wav",
        "mp4",
        "webm",
        "woff",
        "woff2",
        "ttf",
        "otf",
        "pdf",
        "doc",
        "docx",
        "xls",
        "xlsx",
        "ppt",
        "pptx",
        "wps",
        "et",
        "dps",
        "ofd",
        "csv",
        "tsv",
        "txt",
        "json",
        "zip",
        "7z",
        "rar",
        "ics",
    ]
)
"""What a browser shows or saves and never runs. Pages, scripts, styles, SVG and XML are programs in the board's own name."""
_JUNK = frozenset({"thumbs.db", "desktop.ini"})


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
    name = posixpath.basename(path).lower()
    return any(part.startswith(".") for part in path.split("/")) or name in _JUNK or name.startswith("~$")


def _is_inert(path: str) -> bool:
    return not is_junk(path) and posixpath.splitext(path)[1].lower().lstrip(".") in _ENDINGS
