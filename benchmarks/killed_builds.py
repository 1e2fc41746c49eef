"""Builds that are killed: what they leave, and whether the next build is right.

    python -m benchmarks.killed_builds [builds] [seed]

Each time something is changed on a small board by chance (`tests/site/test_random_steps.py`), its build is killed with SIGKILL at
a moment by chance, and every fourth time a file of what is kept is damaged too. What then stands in the site folder must be the site
of before or the new one, whole; and the next build must make what a clean one makes, byte for byte.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_REPOSITORY = Path(__file__).parents[1]
sys.path[:0] = [str(_REPOSITORY / "tests"), str(_REPOSITORY / "tests" / "site")]

from test_random_steps import RandomProject, built, synchronise  # noqa: E402

_DAMAGES = 4
"""Every so many times a kept file is damaged."""


def run(builds: int = 20, seed: int = 1) -> Iterator[str]:
    """A line: how many builds were killed, how many left half a site, after how many the next was wrong; each wrong one before it."""
    chance = random.Random(seed)
    killed = halves = wrong = 0
    with tempfile.TemporaryDirectory() as place:
        kept, clean = Path(place, "kept"), Path(place, "clean")
        for folder in (kept, clean):
            folder.mkdir()
        project = RandomProject(seed)
        synchronise(kept, project.files)
        begun = time.monotonic()
        _start(kept, project).wait()
        longest = time.monotonic() - begun
        before = _site(kept)
        for number in range(builds):
            done = project.step()
            shutil.rmtree(clean)
            clean.mkdir()
            for folder in (kept, clean):
                synchronise(folder, project.files)
            after = built(clean, project.environment)
            seconds = chance.uniform(0, longest)
            killed += _killed(_start(kept, project), seconds)
            if _site(kept) not in (before, after):
                halves += 1
                yield f"{done}, killed after {seconds:.2f} s: half a site"
            if number % _DAMAGES == 0:
                _damage(kept, chance)
            before = built(kept, project.environment)
            if different := {name for name in before | after if before.get(name) != after.get(name)}:
                wrong += 1
                yield f"{done}, killed after {seconds:.2f} s, the next build is wrong: {' '.join(sorted(different)[:5])}"
    yield f"builds killed: {killed} of {builds}; half a site left: {halves}; next build wrong: {wrong}"


def _start(folder: Path, project: RandomProject) -> subprocess.Popen[bytes]:
    """A build as users start it."""
    return subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        cwd=folder,
        env={**os.environ, **project.environment},
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _killed(build: subprocess.Popen[bytes], seconds: float) -> bool:
    """Whether the build, with all its workers, was killed after that time; else it had ended."""
    with suppress(subprocess.TimeoutExpired):
        build.wait(seconds)
        return False
    os.killpg(build.pid, signal.SIGKILL)
    build.wait()
    return True


def _site(folder: Path) -> dict[str, bytes]:
    site = folder / "site"
    return {str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def _damage(folder: Path, chance: random.Random) -> None:
    """Cuts a kept file, or turns a bit of it."""
    files = sorted(path for path in (folder / ".cache").rglob("*") if path.is_file() and path.stat().st_size)
    path = chance.choice(files)
    data = bytearray(path.read_bytes())
    if chance.random() < 0.5:
        del data[len(data) // 2 :]
    else:
        data[chance.randrange(len(data))] ^= 1
    path.write_bytes(data)


if __name__ == "__main__":
    for line in run(*map(int, sys.argv[1:])):
        print(line, flush=True)
