"""The folders of a board that a preview follows."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from watchdog.events import (
    EVENT_TYPE_MODIFIED,
    FileClosedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch

from noticeboard.content.repository.paths import ROOT, SITE_FILE

log = logging.getLogger("mkdocs.hooks.noticeboard")

_TOLD = [FileClosedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent]
"""What the system tells of: a build reads all files, which it would tell too."""


class FollowedFolders(FileSystemEventHandler):
    """Folders of the board that are followed also when they go and come back: the watch of a folder ends when it goes."""

    def __init__(self, observer: BaseObserver, root: Path, changed: Callable[[], None]) -> None:
        self._observer = observer
        self._changed = changed
        self._root = root
        self._top = observer.schedule(self, str(root), recursive=False)
        self._followed: set[str] = set()
        self._texts = _ToldFolder(str(root / ROOT), changed)

    def follow(self, folder: str | None) -> None:
        """Follows `folder`, whole or below the board, once it is there."""
        if folder and (place := str(self._root / folder)) not in self._followed:
            self._followed.add(place)
            self._schedule(place)

    def on_any_event(self, event: FileSystemEvent) -> None:
        self._changed()
        place = event.dest_path or event.src_path
        if not event.is_directory:
            if Path(str(event.src_path)).parent != self._root:
                self._rebuild()
        elif event.event_type != EVENT_TYPE_MODIFIED and {event.src_path, place} & self._followed:
            self._schedule(str(place))
            self._rebuild()

    def _schedule(self, place: str) -> None:
        if place in self._followed and Path(place).is_dir():
            with suppress(KeyError):
                self._observer.unschedule(ObservedWatch(place, recursive=True))
            self._observer.schedule(self, place, recursive=True)
            if place == self._texts.place:
                self._texts.begin()

    def _rebuild(self) -> None:
        """Lets MkDocs know, which looks at files only."""
        self._observer.event_queue.put((FileModifiedEvent(str(self._root / SITE_FILE)), self._top))


class _ToldFolder(FileSystemEventHandler):
    """A folder of whose files the system tells at once that they have `changed`; MkDocs' server looks at all of them twice a second.

    That stays what a preview relies on: many a shared folder tells nothing.
    """

    def __init__(self, place: str, changed: Callable[[], None]) -> None:
        self.place = place
        self._changed = changed
        self._observer: BaseObserver | None = None

    def begin(self) -> None:
        """To be told when the folder is there, and when it is there again."""
        try:
            if self._observer is None:
                self._observer = Observer()
                self._observer.start()
            self._observer.unschedule_all()
            self._observer.schedule(self, self.place, recursive=True, event_filter=_TOLD)
        except Exception:
            # The system gives no more of these watches, or an older watchdog cannot choose among events.
            log.debug("changes of texts are told late", exc_info=True)

    def on_any_event(self, event: FileSystemEvent) -> None:
        self._changed()
