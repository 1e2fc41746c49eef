"""Previews for tests: `board serve` and `mkdocs serve` as programs of their own, asked over HTTP."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import quote
from urllib.request import urlopen

from ports import free_port
from site_builds import EPOCH, serve_in_a_fork

_PATIENCE = 240
"""Seconds after which a test gives up: far more than anything takes."""


@dataclass(frozen=True)
class Preview:
    """A preview that is running."""

    folder: Path
    """The board's."""
    address: str
    log: Path
    """What it said in its terminal."""

    def get(self, page: str = "") -> str:
        """The text at `page`, whatever its status; raises OSError when nobody answers."""
        try:
            with urlopen(f"{self.address}{quote(page)}", timeout=_PATIENCE) as answer:
                return answer.read().decode("utf-8")
        except HTTPError as error:
            return error.read().decode("utf-8")

    def wait(self, page: str, holds: Callable[[str], bool]) -> str:
        """The text at `page` as soon as `holds` is true of it."""
        text = ""
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            try:
                text = self.get(page)
                if holds(text):
                    return text
            except (URLError, ConnectionError):
                text = "(nobody answers)"
            time.sleep(0.2)
        raise AssertionError(f"still at /{page}:\n{text}\n{self.said}")

    def wait_for(self, page: str, *texts: str) -> str:
        return self.wait(page, lambda found: all(text in found for text in texts))

    def write(self, path: str, text: str | bytes) -> None:
        place = self.folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(text if isinstance(text, bytes) else text.encode())

    @property
    def said(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")


_OWN = """
import sys
sys.path.insert(0, "hooks")
from noticeboard_mkdocs.serve import run
run()
"""
"""The program that lies in the board's own folder."""
DOORS = {
    "board": lambda address: ["-m", "noticeboard.commands", "serve", "--address", address],
    "own": lambda address: ["-c", _OWN, "mkdocs.yml", address],
    "mkdocs": lambda address: ["-m", "mkdocs", "serve", "--livereload", "--dev-addr", address],
    "properdocs": lambda address: [
        "-m", "properdocs", "serve", "--livereload", "--dev-addr", address, "--config-file", "mkdocs.yml",
    ],
}  # fmt: skip
"""Program → how it is told to serve on an address."""


@contextmanager
def previewing(folder: Path, log: Path, door: str = "fork") -> Iterator[Preview]:
    """A preview of the board in `folder`, ended with the block.

    As a fork it does what `board serve` runs, and takes a third of the time to begin.
    """
    address = f"127.0.0.1:{free_port()}"
    log.touch()
    with _forked(folder, address, log) if door == "fork" else _program(folder, DOORS[door](address), log):
        yield Preview(folder, f"http://{address}/", log)


@contextmanager
def _forked(folder: Path, address: str, log: Path) -> Iterator[None]:
    process = serve_in_a_fork(folder, address, log)
    try:
        yield
    finally:
        # One that ends before it leads a session has started nothing.
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.kill()
        process.join()


@contextmanager
def _program(folder: Path, arguments: list[str], log: Path) -> Iterator[None]:
    with log.open("wb") as stream:
        program = subprocess.Popen(
            [sys.executable, *arguments],
            cwd=folder,
            env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "NO_COLOR": "1"},
            stdout=stream,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            yield
        finally:
            os.killpg(program.pid, signal.SIGKILL)
            program.wait()
