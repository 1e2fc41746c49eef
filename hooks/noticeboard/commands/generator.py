"""Runs the site generator that stands behind `board build` and `board serve`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from noticeboard.commands.places import WrongSettings
from noticeboard.content.paths import SITE_FILE
from noticeboard.content.settings_reader import SETTINGS
from noticeboard.content.site_file import read_hooks
from noticeboard.problems import Fault

_PACKAGE = "noticeboard"
_NO_HOOK = Fault(
    SETTINGS,
    f"{SITE_FILE} 里没有公告栏的钩子，生成的网站会是空的。",
    "请加上这两行：“hooks:”和“  - hooks/mkdocs_door.py”。",
).at(SITE_FILE, 1, 1)


def ensure_hook(root: Path) -> None:
    """Ends the command when mkdocs.yml does not name our hook: without it the generator publishes a board that is empty.

    One that cannot be read is not this function's to tell of.
    """
    hooks = read_hooks(root)
    if hooks is not None and not any(_is_ours(place) for place in hooks):
        raise WrongSettings([_NO_HOOK])


def _is_ours(place: Path) -> bool:
    try:
        return _PACKAGE in place.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return False


# Without the working folder among the places that code is loaded from: it is the board's, and may hold anything.
_BUILD = ("-P", "-m", "noticeboard_mkdocs.build")
_PREVIEW = ("-P", "-m", "noticeboard_mkdocs.serve")


def run_build(root: Path, *arguments: str, audience: str | None = None) -> int:
    """Builds the site at `root` in a program of its own, and returns its exit code; `arguments` are those of `mkdocs build`."""
    return _run(root, *_BUILD, str(root / SITE_FILE), *arguments, audience=audience)


def run_preview(root: Path, address: str, audience: str | None = None) -> int:
    """Runs a preview of the site at `root` on `address`, a host and a port, until it is stopped; returns its exit code."""
    return _run(root, *_PREVIEW, str(root / SITE_FILE), address, audience=audience)


def _run(root: Path, *arguments: str, audience: str | None) -> int:
    # The theme's notice about its future is for those who maintain the board, not for an officer at a preview.
    environment = {"NO_MKDOCS_2_WARNING": "1", **os.environ}
    if audience:
        environment["BOARD_AUDIENCE"] = audience
    return subprocess.run([sys.executable, *arguments], cwd=root, env=environment, check=False).returncode
