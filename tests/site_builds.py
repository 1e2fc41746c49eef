"""Whole builds: real projects, built by the programs that users run."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

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
