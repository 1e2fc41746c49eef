"""How the guide's pictures are taken: of real pages and real commands, on a given day, so that anybody can take them anew.

A script beside this module takes those of some pages of the guide, and `make pictures` runs them all:

    with studio(day) as taken:
        with served(site) as address:
            taken.of_page("month", address + "months/2026/03/")
        taken.of_terminal("check", folder, ["board check"])
"""

from __future__ import annotations

import base64
import functools
import html
import os
import shlex
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "guide"
MOST = 60_000
"""Bytes of one picture."""
WIDE, NARROW = (720, 450), (360, 640)
"""Width and height, in CSS pixels: a part of a screen, and a phone."""
_TERMINAL = """<!doctype html><meta charset="utf-8"><body style="margin:0;padding:16px;background:#1e1e1e;color:#e6e6e6">
<pre style="margin:0;font:14px/1.6 'Noto Sans Mono CJK SC',monospace;white-space:pre-wrap">%s</pre>"""


@dataclass(frozen=True)
class Studio:
    """A browser that believes that it is `day`."""

    browser: Browser
    day: date

    def page(self, address: str, size: tuple[int, int] = WIDE) -> Page:
        """The page at `address`, open in a window of `size`, for a script that has to click before it takes it."""
        opened = self.browser.new_page(
            viewport={"width": size[0], "height": size[1]}, device_scale_factor=1.5, locale="zh-CN",
            timezone_id="Asia/Shanghai", reduced_motion="reduce",
        )  # fmt: skip
        opened.add_init_script(
            f"""window.Date = class extends Date {{
              constructor(...given) {{ super(...(given.length ? given : [{seconds(self.day)}000])); }}
              static now() {{ return {seconds(self.day)}000; }}
            }};"""
        )
        opened.goto(address)
        return opened

    def of_page(self, name: str, address: str, size: tuple[int, int] = WIDE, part: str = "") -> None:
        """Takes the page at `address` as it first stands in its window, from the element `part` on."""
        opened = self.page(address, size)
        if part:
            opened.locator(part).first.evaluate("part => scrollTo(0, part.getBoundingClientRect().top - 8)")
        take(opened, name)
        opened.close()

    def of_terminal(self, name: str, folder: Path, commands: Sequence[str], width: int = WIDE[0]) -> None:
        """Runs `commands` in `folder` and takes what a terminal then shows."""
        told = "\n".join(f"> {command}\n{run(command, folder, self.day)}" for command in commands)
        opened = self.browser.new_page(viewport={"width": width, "height": 100}, device_scale_factor=1.5)
        opened.set_content(_TERMINAL % html.escape(told.rstrip()))
        opened.set_viewport_size({"width": width, "height": opened.evaluate("document.body.offsetHeight")})
        take(opened, name)
        opened.close()


def take(page: Page, name: str) -> None:
    """Writes what `page` shows now to `<name>.webp` of the guide; a picture that is too large ends the script."""
    asked: dict[str, Any] = {"format": "webp", "quality": 70}
    told = page.context.new_cdp_session(page).send("Page.captureScreenshot", asked)
    data = base64.b64decode(told["data"])
    if len(data) > MOST:
        sys.exit(f"{name}.webp has {len(data)} bytes, more than {MOST}: show less of the page.")
    (GUIDE / f"{name}.webp").write_bytes(data)


@contextmanager
def studio(day: date) -> Iterator[Studio]:
    """A browser for pictures of `day`; it is the system's Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        yield Studio(browser, day)
        browser.close()


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of `folder` while it is served to this machine."""
    handler = functools.partial(_Quiet, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()


def run(command: str, folder: Path, day: date) -> str:
    """What `board …` says in `folder` on `day`, whether or not it is content."""
    program, *arguments = shlex.split(command)
    assert program == "board"
    done = subprocess.run(
        [sys.executable, "-m", "noticeboard.commands", *arguments], cwd=folder, text=True, check=False,
        env={**os.environ, "SOURCE_DATE_EPOCH": str(seconds(day))}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    return done.stdout.replace(str(folder) + os.sep, "").replace(str(folder), folder.name)


def seconds(day: date) -> int:
    """Ten in the morning of `day` in Beijing, in seconds since 1970."""
    return (day - date(1970, 1, 1)).days * 86_400 + 2 * 3_600


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass
