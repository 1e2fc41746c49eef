"""The folder that a preview serves, and what is put there when it is asked for."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from noticeboard.atomic import replace_file
from noticeboard.problems import Problem
from noticeboard_mkdocs.live_site import LiveSite
from noticeboard_mkdocs.requests import Requests

_MOST = 4
"""Pages that somebody has open."""


class ServedSite:
    """What lies in `folder`, and what is made of `live`, each once. What an older site has left there is replaced when it is asked for."""

    def __init__(self, folder: Path = Path(), live: LiveSite | None = None) -> None:
        self._folder = folder
        self._live = live
        self._asked: dict[str, None] = {}
        """The paths of what was made or could not be, in order."""

    def followed_by(self, live: LiveSite) -> ServedSite:
        """The site of edited texts, in the same folder."""
        if self._live:
            for path in self._live.paths - live.paths:
                with suppress(OSError):
                    (self._folder / path).unlink()
        return ServedSite(self._folder, live)

    def takes_over(self, last: ServedSite) -> list[Problem]:
        """Makes what was looked at in the `last` site, and tells what that asks of other sites.

        Raises what a template or the system raises: the last site is served then as long as that is so.
        """
        pages = [path for path in last._asked if path.endswith(".html")]
        return [problem for path in pages[-_MOST:] for problem in self.prepare(path)]

    def move(self, folder: Path) -> None:
        """To be told where the folder is now."""
        self._folder = folder

    def has_page(self, path: str) -> bool:
        """Whether there is a page or file at a path below the folder, or will be."""
        return (self._live is not None and path in self._live.paths) or (self._folder / path).exists()

    def prepare(self, asked: str) -> list[Problem]:
        """Puts what is asked for by the path of an address into its place; what that asks of other sites.

        Raises, once, what a template or the system raises.
        """
        requests = Requests()
        if self._live is None:
            return []
        for path in _names(asked):
            if path not in self._asked and path in self._live:
                self._asked[path] = None
                place = self._folder / path
                content = self._live.make(path, requests)
                place.parent.mkdir(parents=True, exist_ok=True)
                # Somebody may be reading an older one.
                replace_file(place, content, durable=False)
        return requests.problems


def _names(asked: str) -> Iterator[str]:
    """The files that MkDocs' server looks for: that of the name, and the page of a folder."""
    path = posixpath.normpath("/" + asked).lstrip("/")
    if not asked.endswith("/") and path:
        yield path
    yield f"{path}/index.html".lstrip("/")
