"""Runs the site generator that stands behind `board build` and `board serve`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from noticeboard.content.site_file import NAME


def run_generator(root: Path, *arguments: str, audience: str | None = None) -> int:
    """Runs MkDocs on the site at `root` as a program of its own, and returns its exit code."""
    # The theme's notice about its future is for those who maintain the board, not for an officer at a preview.
    environment = {"NO_MKDOCS_2_WARNING": "1", **os.environ}
    if audience:
        environment["BOARD_AUDIENCE"] = audience
    command = [sys.executable, "-m", "mkdocs", *arguments, "--config-file", str(root / NAME)]
    return subprocess.run(command, cwd=root, env=environment, check=False).returncode
