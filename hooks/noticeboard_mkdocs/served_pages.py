"""The pages of a preview that are still right when it is built anew: they are linked into the new site, and neither read nor written."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

_File = tuple[int, int, int]
"""Number, size, and time of the last change of a file, in nanoseconds."""


class ServedPages:
    """Of the site that a preview serves. A page that has been put into its place since, because its text was edited, is another file."""

    def __init__(self) -> None:
        self._folder = Path()
        self._pages: dict[str, tuple[str, _File]] = {}
        """Path below the folder → key of the page, and its file."""

    def note(self, folder: Path, keys: Mapping[str, str]) -> None:
        """To be told of a site that begins to be served from `folder`, and of its pages, path → key."""
        self._folder, self._pages = folder, {}
        for path, key in keys.items():
            with suppress(OSError):
                self._pages[path] = key, _file(f"{folder}/{path}")

    def take(self, new: Path, wanted: Mapping[str, str]) -> frozenset[str]:
        """Links into `new` those of the pages that are `wanted`, path → key; their paths."""
        return frozenset(path for path, key in wanted.items() if self._is_taken(path, key, new))

    def _is_taken(self, path: str, key: str, new: Path) -> bool:
        was, file = self._pages.get(path, ("", None))
        if was != key:
            return False
        source, place = f"{self._folder}/{path}", f"{new}/{path}"
        try:
            if _file(source) != file:
                return False
            os.makedirs(os.path.dirname(place), exist_ok=True)
            os.link(source, place)
        except OSError:
            # It is gone, or on a file system without links: the page is written again.
            return False
        if _file(place) == file:
            return True
        # Another page was put into its place just then.
        os.unlink(place)
        return False


def _file(path: str) -> _File:
    found = os.lstat(path)
    return found.st_ino, found.st_size, found.st_mtime_ns
