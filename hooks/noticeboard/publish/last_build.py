"""What the last builds were made of and what they made: one that would make the same is not begun.

The inputs are all files that a build reads, with their digests; what git says of them; the edition; the program and all that is installed. The site folder is
compared by the stamps of its files, as make and git do: to read them all would take as long as a small build, and whoever
damages a file leaves a new time on it. A record is made while the lock of the site folder is held, and only where the inputs were the same before the
build and behind it.

This module loads nothing that reads a board: to load all that takes longer than to see that nothing has changed.
"""

from __future__ import annotations

import hashlib
import os
import stat
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from noticeboard.cache import Cache, installed
from noticeboard.check_result import revision, site_files
from noticeboard.content.repository.paths import HAND_WRITTEN, ROOT, SITE_FILE, THEME
from noticeboard.content.repository.publication_log import place_of_log
from noticeboard.edition import BEIJING, Edition
from noticeboard.file_states import UNREADABLE, FileStates, Stamp, file_time, stamp_of
from noticeboard.publish.site_folder import MARK, files_in, is_of_server

UNCHANGED = "没有变化，网站还是上一次生成的那一份。"
_TABLE = "built"
_FILES = "built-files"
_MOST = 4
"""Records: of the editions that one clone builds."""
_TICKS, _TICK = 20, 0.005
"""Seconds of a tick of a common file system, and how many to wait at most."""
_PACKAGE = Path(__file__).parents[1]
_DOOR = _PACKAGE.with_name("noticeboard_mkdocs")
HOOK = _PACKAGE.with_name("mkdocs_door.py")
"""The hook of the program's own repository, which other boards may name too."""
_PASSED_OVER = frozenset({"__pycache__"})


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a build is asked for; None stands for what mkdocs.yml says."""

    site_dir: str | None = None
    """Absolute."""
    directory_urls: bool | None = None


@dataclass(frozen=True, slots=True)
class Built:
    """One finished build."""

    site_dir: str
    directory_urls: bool
    configured: Wanted
    """What mkdocs.yml said."""
    inputs: str
    """Digest of all that it was made of."""
    release_times: Sequence[str]
    """When documents come out that wait for an hour, as ISO 8601 in Beijing's time; which had come is `come`."""
    come: int
    warnings: Sequence[str]
    """What was said of it, line by line."""
    files: Mapping[str, Sequence[int]]
    """Path below the site folder → stamp, of every file that was made."""

    def is_for(self, wanted: Wanted) -> bool:
        """Whether it was built at the place and with the addresses that are wanted now."""
        urls = self.configured.directory_urls if wanted.directory_urls is None else wanted.directory_urls
        return (wanted.site_dir or self.configured.site_dir) == self.site_dir and urls == self.directory_urls


_FORMAT = " ".join(field.name for field in fields(Built))
"""A record of a program that noted something else is none."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """All that a build is made of, but for the hour."""

    digest: str
    frame: str
    """Of those that are the same for all pages: all but plans/ and git."""
    seen: Mapping[str, tuple[object, ...]]
    """Path → stamp and digest of each file: a file that was changed and changed back is another one."""


def inputs_of(root: Path, edition: Edition, cache: Cache) -> Inputs:
    """What a build at `root` would be made of now."""
    states = FileStates(cache, _FILES)
    frame = hashlib.sha256(repr((_days(edition), edition.audience, edition.drafts, installed())).encode())
    for name in (HAND_WRITTEN, THEME, "hooks"):
        _add(frame, _entries(str(root / name), states))
    for package in (_PACKAGE, _DOOR):
        _add(frame, _entries(str(package), states))
    _add(frame, [(str(HOOK), _content(str(HOOK), states))])
    _add(frame, site_files(root / SITE_FILE))
    digest = frame.copy()
    digest.update(f"{revision(root)}\n".encode())
    _add(digest, _entries(str(root / ROOT), states))
    log = str(place_of_log(root, edition))
    _add(digest, [(log, _content(log, states))])
    states.save()
    return Inputs(digest.hexdigest(), frame.hexdigest(), states.seen)


def last_build(root: Path, wanted: Wanted, edition: Edition, inputs: Inputs | None = None) -> Built | None:
    """The build whose site is what would be built now; None where there is none, or that cannot be told.

    `inputs` are those of now, where they are known already.
    """
    cache = Cache.at(root)
    built = next((built for built in _records(cache) if built.is_for(wanted)), None)
    if built is None or _come(built.release_times, edition) != built.come:
        return None
    # Nearly all builds begin because a text was edited: the site is only looked at where none was.
    is_same = (inputs or inputs_of(root, edition, cache)).digest == built.inputs
    return built if is_same and _is_whole(built) else None


def remember(root: Path, built: Built) -> None:
    """Keeps `built` for `last_build`, in the place of one into the same folder."""
    cache = Cache.at(root)
    others = [other for other in _records(cache) if other.site_dir != built.site_dir]
    records = [built, *others][:_MOST]
    cache.write(_TABLE, _FORMAT, {str(number): asdict(record) for number, record in enumerate(records)})


def files_of(site: Path, cache: Cache) -> Mapping[str, Stamp] | None:
    """The files of a site that was just made, as a record keeps them; None where they cannot be told from ones that are changed later.

    A file that is written in the tick in which it is looked at could be written again in the same one: this waits for the next.
    """
    for _ in range(_TICKS):
        now = file_time(cache)
        files = _stamps(site)
        if all(max(stamp[1:3]) < now for stamp in files.values()):
            return files
        time.sleep(_TICK)
    return None


def _stamps(site: Path) -> dict[str, Stamp]:
    return {path: stamp_of(f"{site}/{path}") for path in _ours(site)}


def come_of(release_times: Iterable[datetime], edition: Edition) -> tuple[tuple[str, ...], int]:
    """`moments` as a record keeps them, and how many have come."""
    kept = tuple(sorted(moment.isoformat() for moment in release_times))
    return kept, _come(kept, edition)


def _come(release_times: Iterable[str], edition: Edition) -> int:
    return sum(datetime.fromisoformat(moment) <= edition.local_time for moment in release_times)


def _is_whole(built: Built) -> bool:
    try:
        return _stamps(Path(built.site_dir)) == {path: tuple(kept) for path, kept in built.files.items()}
    except OSError:
        return False


def _ours(site: Path) -> Iterator[str]:
    """What a build makes, and what else shows: not what is a server's, which a build brings along."""
    return (path for path in files_in(site) if path == MARK or not is_of_server(path))


def _records(cache: Cache) -> Iterator[Built]:
    for _, kept in sorted(cache.read(_TABLE, _FORMAT).items()):
        yield _restored(kept)


def _restored(kept: Mapping[str, Any]) -> Built:
    return Built(**{**kept, "configured": Wanted(**kept["configured"])})


def _days(edition: Edition) -> tuple[str, str]:
    """The board's day, and that of a generator, which writes it into the map of the site: in Greenwich."""
    here = edition.local_time.replace(tzinfo=BEIJING)
    return edition.today.isoformat(), here.astimezone(UTC).date().isoformat()


def _add(digest: hashlib._Hash, entries: Iterable[tuple[str, str]]) -> None:
    for path, content in sorted(entries):
        digest.update(f"{path.encode('utf-8', 'surrogateescape')!r} {content}\n".encode())


def _entries(folder: str, states: FileStates) -> Iterator[tuple[str, str]]:
    """Everything in a folder that a build reads."""
    for directory, below, names in os.walk(folder):
        below[:] = [name for name in below if name not in _PASSED_OVER]
        for name in below:
            yield f"{directory}/{name}", "folder"
        for name in names:
            yield f"{directory}/{name}", _content(f"{directory}/{name}", states)


def _content(path: str, states: FileStates) -> str:
    try:
        kind = os.lstat(path).st_mode
    except OSError:
        return UNREADABLE
    return states.digest(path) if stat.S_ISREG(kind) else str(stat.S_IFMT(kind))
