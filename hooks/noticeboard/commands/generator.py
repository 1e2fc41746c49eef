"""Runs the site generator that stands behind `board build` and `board serve`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from noticeboard.content.site_file import NAME

_PREVIEW = Path(__file__).parents[2] / "mkdocs_serve.py"


def run_generator(root: Path, *arguments: str, audience: str | None = None) -> int:
    """Runs MkDocs on the site at `root` as a program of its own, and returns its exit code."""
    return _run(root, "-m", "mkdocs", *arguments, "--config-file", str(root / NAME), audience=audience)


def run_preview(root: Path, address: str, audience: str | None = None) -> int:
    """Runs a preview of the site at `root` on `address`, a host and a port, until it is stopped; returns its exit code."""
    return _run(root, str(_PREVIEW), str(root / NAME), address, audience=audience)


def _run(root: Path, *arguments: str, audience: str | None) -> int:
    # The theme's notice about its future is for those who maintain the board, not for an officer at a preview.
    environment = {"NO_MKDOCS_2_WARNING": "1", **os.environ}
    if audience:
        environment["BOARD_AUDIENCE"] = audience
    return subprocess.run([sys.executable, *arguments], cwd=root, env=environment, check=False).returncode
