"""What is in files, without reading again those that nobody has touched since they were read."""

from __future__ import annotations

import hashlib
import os
import tempfile

from noticeboard.cache import Cache

_FORMAT = "1"
UNREADABLE = "unreadable"

Stamp = tuple[int, int, int, int]
"""Size, time of the last change of content and of anything (both in nanoseconds), and number of a file: what a touch changes."""


class FileStates:
    """SHA-256 digests of files, remembered in the table `table` of `cache`.

    A file is not read again while its stamp is the one with which it was read: the system sets a new time at each write,
    which nobody can set back. A file that was touched in the very moment in which the reading began may be touched
    again in the same tick of the clock, and would look the same; its digest is not remembered (Git calls such an entry
    racily clean). The moment is told by the file system's own clock, since it is compared with times of that.
    """

    def __init__(self, cache: Cache, table: str) -> None:
        self._cache, self._table = cache, table
        self._begun = file_time(cache)
        self._kept = {path: tuple(entry) for path, entry in cache.read(table, _FORMAT).items()}
        self.seen: dict[str, tuple[int, int, int, int, str]] = {}
        """Path → stamp and digest, of all files that were asked for."""

    def digest(self, path: str) -> str:
        """The digest of the regular file at `path`, or `UNREADABLE`."""
        try:
            stamp = stamp_of(path)
            kept = self._kept.get(path)
            found = str(kept[-1]) if kept and kept[:-1] == stamp else _read(path)
        except OSError:
            return UNREADABLE
        self.seen[path] = (*stamp, found)
        return found

    def save(self) -> None:
        """Remembers what was seen, and nothing else, for the next time."""
        settled = {path: entry for path, entry in self.seen.items() if max(entry[1], entry[2]) < self._begun}
        if settled != self._kept:
            self._cache.write(self._table, _FORMAT, settled)


def stamp_of(path: str) -> Stamp:
    """The stamp of the file at `path`, of a link its own. Raises OSError."""
    found = os.lstat(path)
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def _read(path: str) -> str:
    with open(path, "rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def file_time(cache: Cache) -> int:
    """The file system's own time, in nanoseconds; 0 where nothing can be written, and so nothing remembered."""
    if cache.folder is None:
        return 0
    try:
        cache.folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=cache.folder) as stream:
            stream.write(b" ")
            stream.flush()
            return os.fstat(stream.fileno()).st_mtime_ns
    except OSError:
        return 0
