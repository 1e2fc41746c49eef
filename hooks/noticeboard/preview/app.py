"""The preview's web application: the pages of the one that it wraps, each below a bar that tells what is wrong (WSGI, PEP 3333)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from noticeboard.preview.findings import OVERVIEW, Findings
from noticeboard.preview.pages import bar

StartResponse = Callable[..., Any]
Application = Callable[[dict[str, Any], StartResponse], Iterable[bytes]]

_METHODS = ("GET", "HEAD")
_LONGEST = 4000
"""Bytes of a path: no system has longer ones."""
_NO_FILE = "404/"
_LIVE_RELOAD = "/livereload/"
_BODY = re.compile(rb"<body\b[^>]*>", re.IGNORECASE)


class PreviewApp:
    """Wraps the application that serves the built pages below `base`, a path that begins and ends with a slash."""

    def __init__(
        self, inner: Application, base: str, prepare: Callable[[str], object] = lambda path: None
    ) -> None:
        self._inner = inner
        self._base = base
        self._prepare = prepare
        """Takes a path below `base`, sees to it that what stands there is made, and tells what site is served: the same object, or another one."""
        self.findings = Findings()
        self.has_pages = False
        """Whether a site was ever built; before that, every page is the one that lists the problems."""

    def __call__(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        method = environ.get("REQUEST_METHOD", "GET")
        if method not in _METHODS:
            start_response(
                "405 Method Not Allowed", [("Allow", ", ".join(_METHODS)), ("Content-Length", "0")]
            )
            return []
        answer = self._answer(environ, start_response)
        return _without(answer) if method == "HEAD" else answer

    def _answer(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        asked = environ.get("PATH_INFO", "")
        if "\0" in asked or len(asked) > _LONGEST:
            # No file has such a name, and to look for it is an error of the system, not "not found".
            environ = {**environ, "PATH_INFO": f"{self._base}{_NO_FILE}"}
        path = _text(environ.get("PATH_INFO", ""))
        if not self.has_pages and not path.startswith((_LIVE_RELOAD, self._base + OVERVIEW)):
            path = self._base + OVERVIEW
            environ = {**environ, "PATH_INFO": path.encode().decode("latin-1")}
        status, headers, content = self._asked_of_inner(environ, path)
        if not dict(headers).get("Content-Type", "").startswith("text/html"):
            start_response(status, headers)
            return content
        whole = self._with_bar(_read(content), self._address(path))
        kept = [(name, value) for name, value in headers if name != "Content-Length"]
        start_response(status, [*kept, ("Content-Length", str(len(whole)))])
        return [whole]

    def _asked_of_inner(
        self, environ: dict[str, Any], path: str
    ) -> tuple[str, list[tuple[str, str]], Iterable[bytes]]:
        """Status, headers and content of the inner answer."""
        begun: list[tuple[str, list[tuple[str, str]]]] = []
        is_page = self.has_pages and path.startswith(self._base) and not path.startswith(_LIVE_RELOAD)
        asked = path.removeprefix(self._base) if is_page else None
        while True:
            site = self._prepare(asked) if asked is not None else None
            content = self._inner(environ, lambda status, headers, *_: begun.append((status, headers)))
            # Another site may have come into its place, without what was made, or with it as it was before.
            if asked is None or self._prepare(asked) is site:
                return *begun[-1], content
            _close(content)

    def _with_bar(self, html: bytes, address: str) -> bytes:
        added = bar(self.findings, address, self._base).encode("utf-8", "replace")
        return _BODY.sub(lambda body: body[0] + added, html, count=1)

    def _address(self, path: str) -> str:
        """As documents have them: below the front page, without `index.html`."""
        return path.removeprefix(self._base).removesuffix("index.html")


def _text(path: str) -> str:
    """WSGI hands over bytes as if they were Latin-1."""
    return path.encode("latin-1").decode("utf-8", "replace")


def _read(content: Iterable[bytes]) -> bytes:
    try:
        return b"".join(content)
    finally:
        _close(content)


def _without(content: Iterable[bytes]) -> Iterable[bytes]:
    """The answer to HEAD, which has no content (RFC 9110, section 9.3.2)."""
    _close(content)
    return []


def _close(content: Iterable[bytes]) -> None:
    close = getattr(content, "close", None)
    if close is not None:
        close()
