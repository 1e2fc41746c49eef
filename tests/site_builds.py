"""Whole builds: real projects, built by the programs that users run."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from noticeboard.publish.lock import Lock

REPOSITORY = Path(__file__).parents[1]
EPOCH = "1795132800"
"""2026-11-20 in Beijing: the sample site's today in tests."""

BELOW = "http://oa.example/gonghui/"
"""Where a site stands that shares its host."""

STYLES = re.findall(
    r"^  - (assets/stylesheets/\S+)$", (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE
)
"""The sample site's stylesheets, in their order."""

CONFIG = f"""
site_name: 试验
theme: {{name: material, language: zh, font: false}}
plugins: []
hooks: ['{REPOSITORY / "hooks" / "mkdocs_door.py"}']
nav: [index.md]
"""


def run_generator(
    folder: Path, *arguments: str, generator: str = "mkdocs", **environment: str
) -> subprocess.CompletedProcess:
    """Runs a generator in `folder` and returns what it did."""
    variables = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "NO_COLOR": "1", **environment}
    return subprocess.run(
        [sys.executable, "-m", generator, *arguments],
        cwd=folder,
        env=variables,
        capture_output=True,
        text=True,
        check=False,
    )


def built_once(factory: pytest.TempPathFactory, name: str, build: Callable[[Path], None]) -> Path:
    """The folder `name`, filled by `build` for all workers of a test run: the first that asks builds, the others wait.

    What stands in it is for reading only.
    """
    own = factory.getbasetemp()
    common = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    folder, whole = common / name, common / f"{name}.whole"
    lock = Lock(common / f"{name}.lock")
    assert lock.acquire(seconds=600), f"nobody finished {name}"
    try:
        if not whole.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            build(folder)
            whole.touch()
    finally:
        lock.release()
    return folder
