"""The sample site in real Chromium, at phone and at desktop size."""

from __future__ import annotations

import functools
import json
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from site_builds import EPOCH

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
THE_DAY = f"""
window.Date = class extends Date {{
  constructor(...given) {{ super(...(given.length ? given : [{EPOCH}000])); }}
  static now() {{ return {EPOCH}000; }}
}};
"""
BEIJING = "Asia/Shanghai"
PATIENCE = 60_000
"""Milliseconds until a test gives up waiting for a page: far more than anything takes."""
SIZES = {"phone": {"width": 360, "height": 740}, "desktop": {"width": 1280, "height": 800}}


class OnTheDay:
    """A browser whose readers' day is the one of which the sample site is: later its pages move what is over.

    It is that day in Beijing, wherever the test runs. A test that asks for another day sets Playwright's clock, which stops the
    browser's own measurements.
    """

    def __init__(self, browser: Browser) -> None:
        self._browser = browser

    def new_context(self, **options) -> BrowserContext:
        context = self._browser.new_context(**{"timezone_id": BEIJING, **options})
        context.set_default_timeout(PATIENCE)
        context.add_init_script(THE_DAY)
        return context

    def new_page(self, **options) -> Page:
        page = self._browser.new_page(**{"timezone_id": BEIJING, **options})
        page.set_default_timeout(PATIENCE)
        page.add_init_script(THE_DAY)
        return page


class _Quiet(SimpleHTTPRequestHandler):
    """Keeps connections and lets browsers keep the theme's files, which every page of a test asks for."""

    protocol_version = "HTTP/1.1"

    def end_headers(self):
        if "/assets/" in self.path:
            self.send_header("Cache-Control", "max-age=3600")
        super().end_headers()

    def log_message(self, *_):
        pass


class _Server(ThreadingHTTPServer):
    def handle_error(self, request, client_address):
        """A page that is left before it has loaded breaks its connections; that is no fault."""


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    server = _Server(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()


@pytest.fixture(scope="session")
def address(sample_site) -> Iterator[str]:
    """Where the sample site is served."""
    with _served(sample_site) as address:
        yield address


@pytest.fixture
def serve() -> Iterator[Callable[[Path], str]]:
    """Serves a folder until the test's end, and tells where."""
    with ExitStack() as stack:
        yield lambda folder: stack.enter_context(_served(folder))


@pytest.fixture(scope="session")
def browser(playwright) -> Iterator[Browser]:
    """One for all tests, on the day on which they run: each test opens a context of its own, which costs much less."""
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def chromium(browser) -> OnTheDay:
    return OnTheDay(browser)


@pytest.fixture(scope="session")
def large_text(playwright) -> Iterator[OnTheDay]:
    """A browser whose reader has set text to twice its size."""
    browser = playwright.chromium.launch(
        executable_path=CHROMIUM, args=[*ARGUMENTS, "--blink-settings=defaultFontSize=32"]
    )
    yield OnTheDay(browser)
    browser.close()


@pytest.fixture(scope="session")
def documents(sample_site) -> list[str]:
    """The addresses of all documents."""
    board = json.loads((sample_site / "board.json").read_text(encoding="utf-8"))
    return [document["url"] for document in board["documents"]]


@pytest.fixture(scope="session")
def one_of_each(sample_site) -> list[str]:
    """The address of one document of each type."""
    board = json.loads((sample_site / "board.json").read_text(encoding="utf-8"))
    return list({document["type"]: document["url"] for document in board["documents"]}.values())


@pytest.fixture(params=sorted(SIZES))
def context(request, chromium) -> Iterator[BrowserContext]:
    """A fresh browser context at each size."""
    found = chromium.new_context(viewport=SIZES[request.param], locale="zh-CN")
    yield found
    found.close()


@pytest.fixture
def desktop(chromium) -> Iterator[BrowserContext]:
    """A fresh browser context at a desktop's size, for what no size changes."""
    found = chromium.new_context(viewport=SIZES["desktop"], locale="zh-CN")
    yield found
    found.close()
