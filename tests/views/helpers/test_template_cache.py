"""Compiled templates: none is read from a file, none is written to one, and none outlives its text."""

from __future__ import annotations

import os
import pickle
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, FileSystemBytecodeCache
from jinja2.bccache import bc_magic

from boards import plan, write
from noticeboard.views.helpers.template_cache import CompiledTemplates
from site_builds import CONFIG, REPOSITORY


class Planted:
    """What makes whoever unpickles it write a file."""

    def __reduce__(self) -> tuple:
        return os.mkdir, ("owned",)


def plant(templates: Path) -> None:
    """The files that Jinja would read, had it been told to keep compiled templates beside the templates."""
    folder = templates / "__pycache__"
    folder.mkdir(exist_ok=True)
    for place in templates.rglob("*.html"):
        key = FileSystemBytecodeCache().get_cache_key(
            place.relative_to(templates).as_posix(), os.fspath(place)
        )
        (folder / f"__jinja2_{key}.cache").write_bytes(bc_magic + pickle.dumps(Planted(), 2))


@pytest.mark.slow
def test_a_planted_file_of_compiled_code_is_not_run(tmp_path: Path) -> None:
    package = tmp_path / "hooks" / "noticeboard"
    shutil.copytree(REPOSITORY / "hooks/noticeboard", package, ignore=shutil.ignore_patterns("__pycache__"))
    plant(package / "templates")
    there = set((package / "templates").rglob("*"))
    board = write(
        tmp_path / "board",
        {
            "mkdocs.yml": CONFIG,
            "docs/index.md": "# 首页\n",
            "plans/2026/计划.md": plan("### 三月\n\n- 座谈会\n"),
        },
    )
    done = subprocess.run(
        [sys.executable, "-m", "noticeboard.commands", "search", "座谈会"],
        cwd=board, env={**os.environ, "PYTHONPATH": str(tmp_path / "hooks")}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "座谈会" in done.stdout, done.stderr
    assert not (board / "owned").exists()
    assert set((package / "templates").rglob("*")) == there


def test_a_template_is_compiled_once_for_all_renderers_of_a_process() -> None:
    kept = CompiledTemplates()
    first, second = (
        Environment(loader=DictLoader({"a": "一"}), bytecode_cache=kept).get_template("a") for _ in range(2)
    )
    assert first.root_render_func.__code__ is second.root_render_func.__code__


def test_a_template_that_has_changed_is_compiled_anew() -> None:
    kept = CompiledTemplates()
    said = [
        Environment(loader=DictLoader({"a": text}), bytecode_cache=kept).get_template("a").render()
        for text in ("一", "二")
    ]
    assert said == ["一", "二"]
