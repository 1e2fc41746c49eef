"""The folder that is published: it is replaced as a whole, or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from noticeboard.content.repository.paths import is_left_by_programs
from noticeboard.publish.exchange import exchange
from noticeboard.publish.lock import Lock

MARK = ".noticeboard"
"""A file in each published folder: the paths of all files that a build made in it, one a line. What else lies there is not ours.

Older versions listed the names at its top only; such a name stands for all that is in it.
"""
_OF_COMPUTERS = frozenset({".DS_Store", ".directory"})
"""What file managers lay into every folder that somebody looks at, besides what `is_left_by_programs` knows."""

_WINDOWS_SETTINGS = "web.config"
"""What IIS reads its settings from, the only ones of a server whose name shows."""

_BOARD = "board.json"
"""What tells a site that an older version of the program made, without the mark."""
_SILENCE = 3.0
"""Seconds until the waiting is told."""
_PATIENCE = 600.0
"""Seconds to wait for another build of the same site."""


class Refused(Exception):
    """Why nothing may be built into a folder: one Chinese sentence, and one that says what to do instead."""


class SiteFolder:
    """A folder to be published, and a new one beside it that takes its place once it is complete.

    While `open` the new folder belongs to this process: another one that builds the same site waits.
    """

    def __init__(
        self, target: Path, kept: Iterable[Path], waits: Callable[[str], None] = lambda sentence: None
    ) -> None:
        """`target` is what readers see; `kept` are the files and folders that people write, which no build may touch.

        `waits` is told in a sentence when another build has to end first.
        """
        self._waits = lambda: waits("另一次生成还没有完，正在等它结束……要停下，请按 Ctrl+C。")
        self.target = Path(os.path.abspath(target))
        self.new = self._beside("new")
        """Where the next site is built."""
        self._old = self._beside("old")
        self._lock = Lock(self._beside("lock"))
        self._kept = tuple(kept)
        self._is_open = False
        self.former: Path | None = None
        """After a switch, where the site lies that it has replaced, until `discard`."""

    def open(self) -> Path:
        """An empty folder to build into, `new`. Raises Refused and OSError; then nothing has changed."""
        ensure_apart(self.target, self._kept)
        make_parents(self.target)
        if not self._lock.acquire(_PATIENCE, self._waits, _SILENCE):
            raise Refused("另一次生成还没有完。请等它结束，再生成一次。")
        self._is_open = True
        try:
            self._repair()
            _ensure_ours(self.target)
            _remove(self.new)
            self.new.mkdir()
        except BaseException:
            self.discard()
            raise
        return self.new

    def switch(self) -> None:
        """Puts what was built in the place of what was published. Raises OSError; then readers still see what they saw.

        Others wait until `discard`.
        """
        made = sorted(files_in(self.new))
        (self.new / MARK).write_text("".join(f"{path}\n" for path in made), encoding="utf-8")
        if self.target.is_dir():
            bring_along(self.target, self.new)
            shutil.copymode(self.target, self.new)
        _make_readable(self.new)
        if not self.target.exists():
            self.new.rename(self.target)
        elif exchange(self.new, self.target):
            self.former = self.new
        else:
            self._rename_twice()
            self.former = self._old

    def discard(self) -> None:
        """Removes what readers do not see: what was built and not switched, or was replaced. Lets others build. May be called at any time."""
        if self._is_open:
            self._is_open = False
            # What cannot go may stay until the next build.
            for folder in {self.new, self.former or self.new}:
                with suppress(OSError, Refused):
                    _remove(folder)
            self._lock.release()

    def _rename_twice(self) -> None:
        _remove(self._old)
        self.target.rename(self._old)
        try:
            self.new.rename(self.target)
        except OSError:
            self._old.rename(self.target)
            raise

    def _repair(self) -> None:
        """Ends what a process that was killed between two renames has begun."""
        _refuse_link(self._old)
        if not self._old.is_dir():
            return
        if os.path.lexists(self.target):
            _remove(self._old)
        else:
            self._old.rename(self.target)

    def _beside(self, ending: str) -> Path:
        return self.target.with_name(f".{self.target.name}.{ending}")


@contextmanager
def replacing(target: Path, kept: Iterable[Path]) -> Iterator[Path]:
    """A folder to fill, which takes the place of `target` when the block ends well. Raises Refused and OSError."""
    folder = SiteFolder(target, kept)
    try:
        yield folder.open()
        folder.switch()
    finally:
        folder.discard()


def ensure_apart(target: Path, kept: Iterable[Path], *, mounted: bool = False) -> None:
    """Raises Refused when `target` is a link or a file, or holds or lies in one of the `kept` places.

    A mount point is refused unless `mounted`.
    """
    if target.is_symlink():
        raise Refused(
            f"“{target.name}”是一个符号链接（快捷方式），不能往里面生成。请删去它，或换一个文件夹。"
        )
    if os.path.lexists(target) and not target.is_dir():
        raise Refused(f"“{target.name}”不是文件夹，不能往里面生成。请给它改名，或换一个文件夹。")
    if os.path.ismount(target) and not mounted:
        raise Refused(
            f"“{target.name}”是一个挂载点，网站不能整个换上去。请在它里面放一个文件夹，例如“{target.name}/board”，"
            "用 --site-dir 或 mkdocs.yml 里的 site_dir 写上，服务器也指到那里。"
        )
    for place in kept:
        if _lies_in(target, place) or _lies_in(place, target):
            raise Refused(f"“{target.name}”里放着公告栏的文件，不能往里面生成。请换一个文件夹。")


def ensure_outside(target: Path, kept: Iterable[Path]) -> None:
    """Raises Refused when a file at `target` would lie in one of the `kept` places."""
    for place in kept:
        if _lies_in(target, place):
            raise Refused(f"“{place.name}”里放着公告栏的文件，不能往里面生成。请换一个文件夹。")


def _lies_in(place: Path, folder: Path) -> bool:
    """Whether `place` is `folder` or lies in it, whatever links or capitals its path goes through."""
    if place.resolve().is_relative_to(folder.resolve()):
        return True
    return folder.exists() and any(
        above.exists() and above.samefile(folder) for above in (place, *place.parents)
    )


def make_parents(target: Path) -> None:
    """Makes the folders above `target` that are missing; a server, another user, can read them."""
    for folder in reversed(target.parents):
        if not folder.exists():
            folder.mkdir()
            _add_mode(folder, folder.stat().st_mode, 0o755)


def _ensure_ours(target: Path) -> None:
    """A folder is replaced only when all that shows in it was made by a build."""
    if not target.is_dir():
        return
    made = _made(target)
    found = (path for path in files_in(target) if not is_of_server(path))
    if made is None:
        made = {path.partition("/")[0] for path in files_in(target)} if (target / _BOARD).is_file() else set()
    others = sorted(path for path in found if path not in made and path.partition("/")[0] not in made)
    if others:
        more = "" if len(others) == 1 else f"等 {len(others)} 个"
        raise Refused(
            f"文件夹“{target.name}”里的“{others[0]}”{more}不是公告栏生成的，换上新的网站时会丢。"
            "请把它们移到别处，或换一个文件夹。"
        )


def is_of_server(path: str) -> bool:
    """Whether a file below a published folder is none of the site's: hidden, or the settings of IIS."""
    return path.startswith(".") or path == _WINDOWS_SETTINGS


def files_in(folder: Path) -> Iterator[str]:
    """The paths below `folder` of all that is no folder, but for what computers leave."""
    for path, entry in entries_in(folder):
        name = entry.name
        if entry.is_dir(follow_symlinks=False) or name in _OF_COMPUTERS or name.startswith("._"):
            continue
        if not is_left_by_programs(name):
            yield path


def entries_in(folder: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """All below `folder`, each with its path there. No link is followed, and what cannot be read is passed over.

    What the system tells of an entry while it lists a folder is not asked of it again; `os.walk` asks once for each
    folder, and whoever wants to know what is a link once more.
    """
    waiting = [("", os.fspath(folder))]
    while waiting:
        inside, place = waiting.pop()
        with suppress(OSError), os.scandir(place) as entries:
            for entry in entries:
                path = f"{inside}{entry.name}"
                yield path, entry
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((f"{path}/", entry.path))


def _made(target: Path) -> set[str] | None:
    try:
        return {*(target / MARK).read_text(encoding="utf-8").splitlines()}
    except (OSError, UnicodeDecodeError):
        return None


def bring_along(published: Path, new: Path, but: Collection[str] = ()) -> None:
    """Copies what somebody laid into the published folder beside the site: a server's settings, or a repository."""
    for name in os.listdir(published):
        source, copy = published / name, new / name
        if not is_of_server(name) or name in but or os.path.lexists(copy):
            continue
        if source.is_dir() and not source.is_symlink():
            shutil.copytree(source, copy, symlinks=True)
        else:
            shutil.copy2(source, copy, follow_symlinks=False)


def _make_readable(folder: Path) -> None:
    """Lets everybody read what is published: a server is another user, and the builder's umask may say that none may."""
    _add_mode(folder, folder.stat().st_mode, 0o755)
    for _, entry in entries_in(folder):
        if not entry.is_symlink():
            wanted = 0o755 if entry.is_dir(follow_symlinks=False) else 0o644
            _add_mode(entry, entry.stat(follow_symlinks=False).st_mode, wanted)


def _add_mode(path: os.PathLike[str], mode: int, wanted: int) -> None:
    if mode & wanted != wanted:
        os.chmod(path, (mode & 0o7777) | wanted)


def _refuse_link(folder: Path) -> None:
    if folder.is_symlink():
        raise Refused(f"“{folder.name}”是一个符号链接（快捷方式），生成网站要用这个名字。请删去它。")


def _remove(folder: Path) -> None:
    """Removes a folder of our own naming, never what a link leads to."""
    _refuse_link(folder)
    if folder.is_dir():
        shutil.rmtree(folder)
    elif folder.exists():
        raise Refused(f"“{folder.name}”是一个文件，生成网站要用这个名字。请给它改名，或者删去它。")
