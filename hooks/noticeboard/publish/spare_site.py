"""What a new site begins with: the pages of former ones that are still right, which are not written again.

Two trees take turns: one is read, the other waits here for the next build. What only the first has is linked into the second, so that both have one
file of it; nothing is ever written to a page that stands. To make 1,400 folders and files, and to remove those of the site before, took a second of
an edit of 1,000 documents.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from noticeboard.cache import Cache, cache_folder
from noticeboard.file_states import Stamp, stamp_of

_FOLDER = "sites"
_TABLE = "pages-of-sites"
_FORMAT = "1"
_MOST = 4
"""Sites of which it is noted what was written: of two editions, what is read and what waits."""
_MOST_WAITING = 2
_READABLE = 0o755
_OF_FILES, _READABLE_FILE = 0o666, 0o644

Record = Mapping[str, list[object]]
"""Path below the site folder → key of the page, and the stamp of its file."""


class SpareSite:
    """Of the site that the board at `root` publishes in the folder `published`, and of no other: whoever changes a file of one site changes a linked one.

    It may be gone, old or foreign: no page is believed whose file is not as it was written.
    """

    def __init__(self, root: Path, published: Path) -> None:
        self._published = published
        self._all = cache_folder(root, _FOLDER)
        name = sha256(str(published).encode("utf-8", "surrogateescape")).hexdigest()
        self._folder = self._all and self._all / name
        self._cache = Cache.at(root)
        self._stood: dict[str, tuple[int, int, int]] = {}

    def take(self, new: Path, wanted: Mapping[str, str]) -> frozenset[str]:
        """Fills `new`, an empty folder, with the pages that are `wanted`, path → key, as far as one of the two sites has them; their paths.

        Nothing else is in it then.
        """
        published = self._published
        record = self._record(published)
        # A page that was another one in between gets a time of its own: readers ask what is newer than theirs.
        right = {path: key for path, key in wanted.items() if record.get(path, [""])[0] == key}
        mode = new.stat().st_mode & _OF_FILES | _READABLE_FILE
        standing = self._take_spare(new, right, mode)
        for path, key in right.items():
            if path not in standing:
                # On file systems without links, pages are written again.
                with suppress(OSError):
                    place = f"{published}/{path}"
                    if record[path] == [key, *stamp_of(place)] and _mode_of(place) == mode:
                        _link(place, f"{new}/{path}")
                        standing.add(path)
        self._stood = {path: _written(stamp_of(f"{new}/{path}")) for path in standing}
        return frozenset(standing)

    def _take_spare(self, new: Path, wanted: Mapping[str, str], mode: int) -> set[str]:
        """Puts the spare site, with nothing but the `wanted` pages, in the place of `new`."""
        if self._folder is None or not self._folder.is_dir() or self._folder.is_symlink():
            return set()
        record, spare = self._record(self._folder), self._folder

        def stands(path: str, stamp: Stamp) -> bool:
            return record.get(path) == [wanted.get(path), *stamp] and _mode_of(f"{spare}/{path}") == mode

        try:
            kept = _keep_only(self._folder, stands, new.stat().st_mode | _READABLE)
            if kept:
                self._folder.chmod(new.stat().st_mode & 0o7777)
                new.rmdir()
                self._folder.rename(new)
            return kept
        except OSError:
            new.mkdir(exist_ok=True)
            return set()

    def note(self, stamps: Mapping[str, Stamp], keys: Mapping[str, str]) -> None:
        """To be told of the site that was just published: the stamps of its files, and the keys of its pages."""
        number = _number(self._published)
        pages: Record = {
            path: [key, *stamps[path]]
            for path, key in keys.items()
            if path in stamps and self._is_as_it_stood(path, stamps[path])
        }
        others = {number: _with_links(record, pages) for number, record in self._records.items()}
        others.pop(number, None)
        self._records = dict([*list(others.items())[1 - _MOST :], (number, pages)])
        self._cache.write(_TABLE, _FORMAT, {"sites": [*self._records.items()]})

    def _is_as_it_stood(self, path: str, stamp: Stamp) -> bool:
        """Whether nobody wrote to a page while the rest was built: a linked one is a page that readers have."""
        return self._stood.get(path, _written(stamp)) == _written(stamp)

    def keep(self, former: Path) -> None:
        """Takes what is no longer read away from where it lies, with nothing in it but pages; where that fails, it is removed."""
        if self._all is None or self._folder is None:
            return
        try:
            self._all.mkdir(parents=True, exist_ok=True)
            _remove(self._folder)
            former.rename(self._folder)
            # Files of documents may have been withdrawn, and a clean folder says who may read it.
            self._folder.chmod(0o700)
            pages = self._record(self._folder)
            _keep_only(self._folder, lambda path, stamp: path in pages, None)
            os.utime(self._folder)
            for other in sorted(self._all.iterdir(), key=_age)[:-_MOST_WAITING]:
                _remove(other)
        except OSError:
            shutil.rmtree(former, ignore_errors=True)
            shutil.rmtree(self._folder, ignore_errors=True)

    def _record(self, folder: Path) -> Record:
        return self._records.get(_number(folder), {}) if folder.is_dir() else {}

    @cached_property
    def _records(self) -> dict[str, Record]:
        return dict(self._cache.read(_TABLE, _FORMAT).get("sites", []))


def _remove(folder: Path) -> None:
    if folder.is_symlink():
        folder.unlink()
    elif folder.is_dir():
        shutil.rmtree(folder)


def _age(folder: Path) -> int:
    return folder.lstat().st_mtime_ns


def _with_links(record: Record, latest: Record) -> Record:
    """A record of a site of which pages were linked into the `latest`: a link more is a change of the file."""
    return {path: _latest_of(entry, latest.get(path, entry)) for path, entry in record.items()}


def _latest_of(entry: list[object], latest: list[object]) -> list[object]:
    """The later entry of the two where they are of one file: key and number are the same."""
    return latest if (entry[0], entry[-1]) == (latest[0], latest[-1]) else entry


def _link(source: str, place: str) -> None:
    try:
        os.link(source, place)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(place), exist_ok=True)
        os.link(source, place)


def _mode_of(path: str) -> int:
    return os.lstat(path).st_mode & 0o7777


def _written(stamp: Stamp) -> tuple[int, int, int]:
    """What of a stamp a link more or less does not change."""
    size, changed, _, number = stamp
    return size, changed, number


def _number(folder: Path) -> str:
    """A folder that is renamed is known by its number."""
    return str(folder.stat().st_ino)


def _keep_only(folder: Path, stands: Callable[[str, Stamp], bool], mode: int | None) -> set[str]:
    """Removes all in `folder` but regular files that `stands` is true of, and the folders that they need, which get the `mode`."""
    kept: set[str] = set()

    def look(place: str, below: str) -> bool:
        with os.scandir(place) as scan:
            entries = list(scan)
        is_needed = False
        for entry in entries:
            path = f"{below}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                if look(entry.path, f"{path}/"):
                    is_needed = True
                    if mode is not None and entry.stat(follow_symlinks=False).st_mode != mode:
                        os.chmod(entry.path, mode & 0o7777)
                else:
                    os.rmdir(entry.path)
            elif entry.is_file(follow_symlinks=False) and stands(path, stamp_of(entry.path)):
                kept.add(path)
                is_needed = True
            else:
                os.unlink(entry.path)
        return is_needed

    look(os.fspath(folder), "")
    return kept
