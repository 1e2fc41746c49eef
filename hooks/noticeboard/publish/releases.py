"""The releases of a board: whole sites side by side in one folder, of which readers see the current one.

    TARGET/current       a link to the release that readers see; where there are no links, that release itself
    TARGET/releases/ID   a whole site; ID is when it was made, in Beijing: 20261129-194820
    TARGET/publications.jsonl   the log of what readers saw when (`publications-public.jsonl` of a public edition)

A release is whole once it holds its record. Whatever was killed half-way has none, or bears a name with a dot, and the next
command removes it. Rules: SPECIFICATION section 11.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path

from noticeboard.atomic import replace_file
from noticeboard.content.repository.publication_log import (
    INTERNAL_LOG,
    PUBLIC_LOG,
    BrokenLog,
    Content,
    log_name,
    read_log,
)
from noticeboard.edition import AUDIENCES, BEIJING
from noticeboard.publish.asset_names import CARRIED, carry_assets
from noticeboard.publish.exchange import exchange
from noticeboard.publish.lock import Lock
from noticeboard.publish.publications import DOCUMENTS, log_release, write_contents
from noticeboard.publish.site_folder import MARK, Refused, bring_along, ensure_apart, make_parents

CURRENT = "current"
RELEASES = "releases"
RECORD = ".release.json"
"""A file in each whole release, the last to be written."""
_NO_LINKS = ".no-links"
"""A file that tells that this target has no links."""
_LOCK = ".lock"
_ID = re.compile(r"\d{8}-\d{6}")
_OURS = re.compile(rf"\.?({_ID.pattern})(?:\.new|\.old|\.lock)?")
"""What a build or a removal that was killed leaves among the releases."""
_FORM = "%Y%m%d-%H%M%S"
_SILENCE = 3.0
_PATIENCE = 600.0
"""Seconds until the waiting for another publication is told, and until it ends."""


@dataclass(frozen=True, slots=True)
class Release:
    """One whole site."""

    id: str
    audience: str
    """The edition: `internal` or `public`."""
    pages: int
    revision: str = ""
    """The commit of the repository, where git tells it."""


class ReleaseFolder:
    """The folder TARGET. All but reading needs `opened`. Raises OSError, and Refused with a sentence in Chinese."""

    def __init__(self, target: Path) -> None:
        self.target = Path(os.path.abspath(target))
        self.current = self.target / CURRENT
        self._releases = self.target / RELEASES

    @contextmanager
    def opened(self, kept: Iterable[Path], waits: Callable[[str], None]) -> Iterator[None]:
        """Keeps other publications out, and repairs what one that was killed has left.

        `kept` are the places that people write, in which nothing may be published; `waits` is told when another one must end.
        """
        ensure_apart(self.target, (), mounted=True)
        self._ensure_ours()
        for place in (self.current, self._releases):
            if place != self.current or not place.is_symlink():
                ensure_apart(place, kept)
        make_parents(self._releases / CURRENT)
        # Who is killed leaves a program behind that builds for a while, in a folder that the next one would remove.
        lock = Lock(self.target / _LOCK, is_shared=True)
        if not lock.acquire(_PATIENCE, lambda: waits("另一次发布还没有完，正在等它结束……"), _SILENCE):
            raise Refused("另一次发布还没有完。请等它结束，再发布一次。")
        try:
            self._repair()
            self._ensure_logged(waits)
            yield
        finally:
            lock.release()

    def log(self, audience: str) -> Path:
        """Where the log of publications is."""
        return self.target / log_name(audience)

    @property
    def live(self) -> Release | None:
        """What readers see; None before the first publication."""
        return _release_at(self.current)

    def releases(self) -> tuple[Release, ...]:
        """Every whole release, the newest first."""
        found = {release.id: release for place in self._places() if (release := _release_at(place))}
        if live := self.live:
            found[live.id] = live
        return tuple(found[name] for name in sorted(found, reverse=True))

    def next_place(self, now: datetime) -> Path:
        """Where the next release is to be built: later than all others, even where the clock went back."""
        last = max((release.id for release in self.releases()), default="")
        while (name := now.strftime(_FORM)) <= last:
            now = datetime.strptime(last, _FORM) + timedelta(seconds=1)
        return self._releases / name

    def add(
        self, place: Path, audience: str, revision: str = "", contents: Mapping[str, Content] | None = None
    ) -> Release:
        """Declares the site at `place` whole, whose documents hold `contents`. Hidden files of the live site, a server's settings, come along."""
        if self.current.is_dir():
            bring_along(self.current, place, but={MARK, RECORD, DOCUMENTS, CARRIED})
        write_contents(place, contents or {})
        release = Release(place.name, audience, sum(1 for _ in place.rglob("*.html")), revision)
        place.chmod(0o755)
        if hasattr(os, "sync"):
            os.sync()  # After a power cut a link must not lead to files that are empty.
        replace_file(place / RECORD, json.dumps(asdict(release), indent=1, sort_keys=True).encode())
        (place / RECORD).chmod(0o644)
        return release

    def switch(self, release: Release, *, links: bool = True) -> None:
        """Lets readers see `release`; at once where the target has links or can exchange two folders."""
        if self.live == release:
            return
        if self.live:
            carry_assets(self.current, self._releases / release.id)
        if not links and not self.current.is_symlink():
            (self.target / _NO_LINKS).touch()
        if self._has_links():
            self._link(release.id)
        else:
            self._move(self._releases / release.id)

    def log_live(self, at: datetime) -> None:
        """Notes in the log that readers see the live release since `at` (Beijing, without a zone), unless that stands there."""
        if live := self.live:
            log_release(self.log(live.audience), self.current, live.id, live.revision, at)

    def prune(self, keep: int) -> None:
        """Removes all but the newest `keep` releases and the live one."""
        live = self.live
        for release in self.releases()[keep:]:
            if release != live:
                self._remove(self._releases / release.id)

    def discard(self, place: Path) -> None:
        """Removes what was built and is not to be published. Never raises."""
        with suppress(OSError):
            self._remove(place)

    def _has_links(self) -> bool:
        if self.current.is_symlink():
            return True
        if self.current.is_dir() or (self.target / _NO_LINKS).exists():
            return False
        try:
            self._link_at(self.target / f".{CURRENT}.new", RELEASES)
        except (OSError, NotImplementedError):
            (self.target / _NO_LINKS).touch()
            return False
        return True

    def _link(self, name: str) -> None:
        new = self.target / f".{CURRENT}.new"
        self._link_at(new, f"{RELEASES}/{name}")
        new.replace(self.current)

    def _link_at(self, place: Path, to: str) -> None:
        place.unlink(missing_ok=True)
        # Relative, so that it holds where a server has the folder at another path.
        place.symlink_to(to, target_is_directory=True)

    def _move(self, place: Path) -> None:
        """Where there are no links the live release stands at `current` itself, and goes back to its own place."""
        live = self.live
        if live is None:
            place.rename(self.current)
        elif exchange(place, self.current):
            # Readers see the new one; if the old one cannot get its name back, the next command gives it.
            with suppress(OSError):
                place.rename(self._releases / live.id)
        else:
            self._rename_twice(place, self._releases / live.id)

    def _rename_twice(self, place: Path, back: Path) -> None:
        self.current.rename(back)
        try:
            place.rename(self.current)
        except OSError:
            back.rename(self.current)
            raise

    def _remove(self, place: Path) -> None:
        if not place.is_dir() or place.is_symlink():
            place.unlink(missing_ok=True)
            return
        # A folder that is half removed must not look whole.
        old = place if place.name.startswith(".") else place.with_name(f".{place.name}.old")
        if old != place:
            place.rename(old)
        shutil.rmtree(old)

    def _repair(self) -> None:
        (self.target / f".{CURRENT}.new").unlink(missing_ok=True)
        live_place = self.current.resolve()
        for place in self._places():
            release = _release_at(place)
            if place.resolve() == live_place:
                continue
            if release is None or place.name.startswith("."):
                self._remove(place)
            elif release.id != place.name:
                place.rename(place.with_name(release.id))
        if not self.current.exists() and (last := self.releases()):
            self.switch(last[0])

    def _ensure_logged(self, warn: Callable[[str], None]) -> None:
        """Notes what a publication that was killed behind its switch has not: the file system knows when that was.

        A log that knows nothing of an earlier release lost its last lines, which its chain cannot tell.
        """
        try:
            known = {line.release for audience in AUDIENCES for line in read_log(self.log(audience)).lines}
            noted = (
                release for release in self.releases() if (self._releases / release.id / DOCUMENTS).exists()
            )
            if lost := [release.id for release in noted if release.id not in known and release != self.live]:
                warn(
                    f"发布记录里没有 {'、'.join(lost)} 这几次：那几次没有发布完，或者记录丢了、少了几行。"
                    "记录少了的，请从仓库或备份里拿回来，公示证明要靠它。"
                )
            if self.live:
                self.log_live(
                    datetime.fromtimestamp(self.current.lstat().st_ctime, BEIJING).replace(tzinfo=None)
                )
        except BrokenLog as broken:
            raise Refused(
                f"{broken}。没有发布，读者看到的网站没有改动。请从仓库或备份里拿没有改过的那一份，放回“{self.target.name}”里。"
            ) from broken

    def _places(self) -> list[Path]:
        if not self._releases.is_dir():
            return []
        return sorted(place for place in self._releases.iterdir() if _OURS.fullmatch(place.name))

    def _ensure_ours(self) -> None:
        """Refuses a folder in which something else shows, and a link that leads elsewhere."""
        known = {CURRENT, RELEASES, INTERNAL_LOG, PUBLIC_LOG}
        names = sorted(os.listdir(self.target)) if self.target.is_dir() else []
        others = [name for name in names if name not in known and not name.startswith(".")]
        if others:
            raise Refused(
                f"文件夹“{self.target.name}”里已经有别的文件（{others[0]}）。"
                "请换一个空的文件夹，发布以后把网页服务器指到它里面的 current。"
            )
        leads = self.current.is_symlink() and Path(os.readlink(self.current)).parent != Path(RELEASES)
        if leads or (self.current.is_dir() and not self.current.is_symlink() and self.live is None):
            raise Refused(f"“{self.target.name}/{CURRENT}”不是发布出来的网站。请给它改名，或者删去它。")


def _release_at(place: Path) -> Release | None:
    """The whole release in a folder; None where there is none. What a record says is believed only in its own form."""
    try:
        values = json.loads((place / RECORD).read_bytes())
        release = Release(**{name: values[name] for name in ("id", "audience", "pages", "revision")})
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    sound = isinstance(release.id, str) and _ID.fullmatch(release.id) and isinstance(release.pages, int)
    texts = isinstance(release.audience, str) and isinstance(release.revision, str)
    return release if sound and texts else None
