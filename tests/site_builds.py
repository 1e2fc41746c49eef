"""Whole builds: real projects, built by the programs that users run."""

from __future__ import annotations

import atexit
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from multiprocessing import get_context
from multiprocessing.context import ForkServerContext
from multiprocessing.forkserver import ensure_running, set_forkserver_preload
from multiprocessing.process import BaseProcess
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace

import pytest
from mkdocs.__main__ import cli

from noticeboard import commands
from noticeboard.commands import generator
from noticeboard.publish.lock import Lock
from noticeboard_mkdocs.build import main as generate
from noticeboard_mkdocs.serve import run as serve

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
"""A small project with our hook, as plain as it can look."""

DISK_CONFIG = CONFIG.replace("font: false", f"font: false, custom_dir: '{REPOSITORY / 'overrides'}'").replace(
    "nav:", f"use_directory_urls: false\nextra_css: [{', '.join(STYLES)}]\nnav:"
)
"""The same with the board's own look, to be opened from a disk."""


@cache
def forks() -> ForkServerContext:
    """What starts forks of a process that has loaded all modules."""
    set_forkserver_preload(["warm_builds"])
    # The process finds modules where programs do, not where pytest does, and passes in silence over those that it misses.
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, sys.path))
    try:
        ensure_running()
    finally:
        if before is None:
            del os.environ["PYTHONPATH"]
        else:
            os.environ["PYTHONPATH"] = before
    return get_context("forkserver")


def run_mkdocs(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs `mkdocs` in `folder` and returns what it did.

    It is the fork of a process that has loaded all modules already: loading them takes longer than a small build. Programs
    as users start them are what `run_program` runs.
    """
    if sys.platform != "linux":
        return run_program("mkdocs", folder, *arguments, **environment)
    return _run_in_a_fork(_mkdocs, folder, arguments, environment)


def run_board(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs `board` in `folder` as `run_mkdocs` does MkDocs, the generator behind it in the same process."""
    if sys.platform != "linux":
        return run_program("noticeboard.commands", folder, *arguments, **environment)
    return _run_in_a_fork(_board, folder, arguments, environment)


def _run_in_a_fork(
    deed: Callable[[tuple[str, ...]], None],
    folder: Path,
    arguments: tuple[str, ...],
    environment: dict[str, str],
) -> subprocess.CompletedProcess[str]:
    with TemporaryDirectory() as logs:
        out, err = Path(logs, "out"), Path(logs, "err")
        variables = _variables(environment)
        process = forks().Process(target=_do, args=(deed, folder, arguments, variables, out, err))
        process.start()
        process.join()
        return subprocess.CompletedProcess(
            arguments, process.exitcode, out.read_text(encoding="utf-8"), err.read_text(encoding="utf-8")
        )


def _do(
    deed: Callable[[tuple[str, ...]], None],
    folder: Path,
    arguments: tuple[str, ...],
    environment: dict[str, str],
    out: Path,
    err: Path,
) -> None:
    outputs = (os.open(place, os.O_WRONLY | os.O_CREAT, 0o600) for place in (out, err))
    with _as_a_program(folder, environment, *outputs):
        deed(arguments)


def _mkdocs(arguments: tuple[str, ...]) -> None:
    cli(list(arguments), prog_name="mkdocs")


def _board(arguments: tuple[str, ...]) -> None:
    generator.subprocess = SimpleNamespace(Popen=_GeneratorHere)
    sys.argv = ["board", *arguments]
    commands.main()


class _GeneratorHere:
    """What `subprocess.Popen` is for the generator behind `board build`, in the process of the command."""

    def __init__(self, command: list[str], *, env: dict[str, str], **_: object) -> None:
        self._config_file, *self._arguments = command[command.index("noticeboard_mkdocs.build") + 1 :]
        os.environ.update(env)

    def __enter__(self) -> _GeneratorHere:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def wait(self) -> int:
        try:
            generate(Path(self._config_file).absolute(), self._arguments)
        except SystemExit as end:
            return int(end.code or 0)
        return 0


@contextmanager
def _as_a_program(folder: Path, environment: dict[str, str], out: int, err: int) -> Iterator[None]:
    """Makes of a fork what a program of its own would be."""
    os.dup2(out, 1)
    os.dup2(err, 2)
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    try:
        yield
    finally:
        # Programs that end clear up; a fork of a process for forks does not.
        atexit._run_exitfuncs()


class ForkedGenerator:
    """What `subprocess.Popen` is for the generator behind `board build`, as a fork like those of `run_mkdocs`. It tells nothing."""

    def __init__(self, command: list[str], *, cwd: Path, env: dict[str, str], close_fds: bool) -> None:
        _, _, module, config_file, *arguments = command[1:]
        assert module == "noticeboard_mkdocs.build"
        self._process = forks().Process(target=_generate, args=(cwd, config_file, arguments, env))
        self._process.start()

    def __enter__(self) -> ForkedGenerator:
        return self

    def __exit__(self, *_: object) -> None:
        self.wait()

    def wait(self) -> int | None:
        self._process.join()
        return self._process.exitcode

    def terminate(self) -> None:
        self._process.terminate()


def _generate(folder: Path, config_file: str, arguments: list[str], environment: dict[str, str]) -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    with _as_a_program(folder, environment, nowhere, nowhere):
        generate(Path(config_file).absolute(), arguments)


def serve_in_a_fork(folder: Path, address: str, log: Path) -> BaseProcess:
    """What `board serve` runs, as the leader of a session of its own; what it tells goes to `log`."""
    variables = _variables({"NO_MKDOCS_2_WARNING": "1"})
    process = forks().Process(target=_serve, args=(folder, address, variables, log))
    process.start()
    return process


def _serve(folder: Path, address: str, environment: dict[str, str], log: Path) -> None:
    os.setsid()
    told = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    sys.argv = ["board serve", "mkdocs.yml", address]
    with _as_a_program(folder, environment, told, told):
        serve()


def run_program(
    program: str, folder: Path, *arguments: str, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Runs `python -m program` in `folder` and returns what it did."""
    return subprocess.run(
        [sys.executable, "-m", program, *arguments],
        cwd=folder,
        env=_variables(environment),
        capture_output=True,
        text=True,
        check=False,
    )


def _variables(environment: dict[str, str]) -> dict[str, str]:
    return {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "NO_COLOR": "1", **environment}


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
