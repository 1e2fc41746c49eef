"""Shows edited texts in a preview before MkDocs builds the site anew, and while it does.

MkDocs' server holds every request while there is a build, since its own happen in the folder that is served. Ours do not: the
last site is served until the next one is whole. By the names of two moments that the server does not document: where it has
others, nothing is shown early, and the build is waited for.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from threading import Event, RLock, Thread

from mkdocs.livereload import LiveReloadServer

from noticeboard_mkdocs.edited_texts import Edited, edited_since
from noticeboard_mkdocs.live_site import Stamps, WholeBuild

log = logging.getLogger("mkdocs.hooks.noticeboard")

_QUIET = 0.1
"""Seconds without a change, after which a file has been written whole."""
_WANTED, _VISIBLE, _CONDITION = "_wanted_epoch", "_visible_epoch", "_epoch_cond"
"""Of the server: when the site that is asked for, and the one that is shown, began to be built; in milliseconds."""


class EarlyEdits:
    """The edited texts of one preview. `show` is told what is to be shown."""

    def __init__(self, show: Callable[[Edited], None]) -> None:
        self.lock = RLock()
        """Held while what is served changes."""
        self._looking = RLock()
        self._show = show
        self._server: LiveReloadServer | None = None
        self._last: WholeBuild | None = None
        self._seen: Stamps = {}
        self._changed = Event()

    def attach(self, server: LiveReloadServer) -> None:
        """Begins to follow what changes in what `server` serves."""
        if all(hasattr(server, name) for name in (_WANTED, _VISIBLE, _CONDITION)):
            self._server = server
            Thread(target=self._run, daemon=True).start()

    def changed(self) -> None:
        """To be told when a file of the board has changed."""
        self._changed.set()

    def edited_in(self, last: WholeBuild | None) -> Edited | None:
        """What has been edited since a build that is not served yet."""
        try:
            return edited_since(last, {}) if last and self._server else None
        except Exception:
            log.debug("no early pages", exc_info=True)
            return None

    def built(self, last: WholeBuild | None, seen: Stamps) -> None:
        """To be told what is served now, in `lock`, with the texts `seen` that were edited since; None where its pages cannot be made one by one."""
        self._last, self._seen = last, seen
        # What was edited in this very moment is not in it.
        self._changed.set()

    def release(self) -> None:
        """To be told when a build begins: what is served stays."""
        if server := self._server:
            condition = getattr(server, _CONDITION)
            with condition:
                setattr(server, _WANTED, getattr(server, _VISIBLE))
                condition.notify_all()

    def hold(self) -> None:
        """To be told when a build ends: requests wait for the moment until MkDocs knows it, and browsers look again then."""
        self._tell(_WANTED)

    def _run(self) -> None:
        while self._changed.wait():
            self._changed.clear()
            if self._changed.wait(_QUIET):
                continue
            self.look()

    def look(self) -> None:
        """Shows what has been edited, if anything has."""
        try:
            with self._looking:
                self._look()
        except Exception:
            # The build meets it too, and tells of it.
            log.debug("no early pages", exc_info=True)

    def _look(self) -> None:
        last = self._last if self._server else None
        edited = edited_since(last, self._seen) if last else None
        if edited is None:
            return
        with self.lock:
            if self._last is not last:
                return
            self._seen = edited.stamps
            self._show(edited)
        self._tell(_WANTED, _VISIBLE)

    def _tell(self, *moments: str) -> None:
        if server := self._server:
            condition = getattr(server, _CONDITION)
            with condition:
                for moment in moments:
                    setattr(server, moment, round(time.monotonic() * 1000))
                condition.notify_all()
