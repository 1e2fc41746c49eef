"""Runs the site generator that stands behind `board build` and `board serve`."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

from noticeboard.content.repository.paths import SITE_FILE

# Without the working folder among the places that code is loaded from: it is the board's, and may hold anything.
_BUILD = ("-P", "-m", "noticeboard_mkdocs.build")
_PREVIEW = ("-P", "-m", "noticeboard_mkdocs.serve")


def run_build(root: Path, *arguments: str, audience: str | None = None, log: Path | None = None) -> int:
    """Builds the site at `root` in a program of its own, and returns its exit code.

    `arguments` are those of `mkdocs build`; `log` is that of the publications of the place that it is built for.
    """
    return _run(root, *_BUILD, str(root / SITE_FILE), *arguments, audience=audience, log=log)


def run_preview(root: Path, address: str, audience: str | None = None, *, edits: bool = False) -> int:
    """Runs a preview of the site at `root` on `address`, a host and a port, until it is stopped; returns its exit code.

    With `edits` it has forms that write to this computer.
    """
    return _run(root, *_PREVIEW, str(root / SITE_FILE), address, audience=audience, edits=edits)


def _run(
    root: Path, *arguments: str, audience: str | None, log: Path | None = None, edits: bool = False
) -> int:
    # The theme's notice about its future is for those who maintain the board, not for an officer at a preview.
    environment = {"NO_MKDOCS_2_WARNING": "1", **os.environ}
    if audience:
        environment["BOARD_AUDIENCE"] = audience
    if edits:
        environment["BOARD_EDIT"] = "1"
    if log:
        environment["BOARD_PUBLICATIONS"] = str(log)
    # It inherits the lock of a publication.
    with subprocess.Popen(
        [sys.executable, *arguments], cwd=root, env=environment, close_fds=False
    ) as generator:
        # Who stops the command means the generator too, which would go on and hold the address.
        before = signal.signal(signal.SIGTERM, lambda *_: generator.terminate())
        try:
            return generator.wait()
        finally:
            signal.signal(signal.SIGTERM, before)
