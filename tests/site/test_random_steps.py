"""After whatever officers do, a build with all that is kept of those before makes what a clean one makes, byte for byte."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from random_boards import RandomBoard
from site_builds import CONFIG, EPOCH, REPOSITORY, run_mkdocs

pytestmark = pytest.mark.site

STEPS = 4
"""Each is two builds; by hand run hundreds: `python tests/site/test_random_steps.py <seed> <steps>`."""
DAY = 24 * 60 * 60
SETTINGS = """
site_url: http://oa.example/gonghui/
extra: {board: {organisation: 试验工会, units: [{name: 工会, slug: union}, {name: 东校区分工会, slug: east}]}}
"""
DOOR = """from noticeboard.build import Site
from noticeboard_mkdocs.door import *

Site.must_stop = lambda self, *, strict: False
"""
"""Faults stop no build here: most steps leave some."""
MAIN = '{% extends "base.html" %}{% block styles %}{{ super() }}<!-- 一 -->{% endblock %}'


class RandomProject:
    """A board with its pages of docs/, settings, look and day, of which each step changes something."""

    def __init__(self, seed: int) -> None:
        self.board = RandomBoard(seed)
        self.others = {
            "mkdocs.yml": CONFIG.replace("font: false", "font: false, custom_dir: overrides")
            .replace("nav: [index.md]", "nav: [index.md, months/index.md, {指南: guide/b.md}]")
            .replace(f"'{REPOSITORY / 'hooks' / 'mkdocs_door.py'}'", "hooks/mkdocs_door.py")
            + SETTINGS,
            "hooks/mkdocs_door.py": DOOR,
            "overrides/main.html": MAIN,
            "docs/index.md": "# 首页\n",
            "docs/guide/b.md": "# 下一篇\n\n找得到的话。\n",
        }
        self.environment = {"SOURCE_DATE_EPOCH": EPOCH}
        self._chance = random.Random(seed)
        self._link_page()

    @property
    def files(self) -> dict[str, str]:
        return {**self.others, **self.board.files}

    def step(self) -> str:
        """Does one thing; its name."""
        deeds = [self.board.step] * 6
        deeds += [self._write_page, self._link_page, self._set, self._look, self._wait, self._turn]
        deed = self._chance.choice(deeds)
        deed()
        if self._linked not in self.board.files:
            self._link_page()
        return deed.__name__

    def _write_page(self) -> None:
        self.others[f"docs/guide/{self._chance.choice('bc')}.md"] = (
            f"# 题{self._chance.randrange(9)}\n\n话。\n"
        )

    def _link_page(self) -> None:
        self._linked = self._chance.choice([path for path in self.board.files if path.endswith(".md")])
        self.others["docs/guide/a.md"] = f"# 写法\n\n见[这一份](../{self._linked})和[下一篇](b.md)。\n"

    def _set(self) -> None:
        name = f"试验工会{self._chance.randrange(9)}"
        self.others["mkdocs.yml"] = self.others["mkdocs.yml"].replace(
            "organisation: 试验工会", f"organisation: {name}", 1
        )

    def _look(self) -> None:
        self.others["overrides/main.html"] = MAIN.replace("一", str(self._chance.randrange(9)))

    def _wait(self) -> None:
        self.environment["SOURCE_DATE_EPOCH"] = str(int(self.environment["SOURCE_DATE_EPOCH"]) + DAY)

    def _turn(self) -> None:
        self.environment["BOARD_AUDIENCE"] = self._chance.choice(("internal", "public"))


def synchronise(folder: Path, files: dict[str, str]) -> None:
    """Makes the files below `folder` those given, and touches no other."""
    for name in ("plans", "docs", "overrides", "hooks"):
        for place in [path for path in (folder / name).rglob("*") if path.is_file()]:
            if place.relative_to(folder).as_posix() not in files:
                place.unlink()
    for path, text in files.items():
        place = folder / path
        if not place.is_file() or place.read_text(encoding="utf-8") != text:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8")


def built(folder: Path, environment: dict[str, str]) -> dict[str, bytes]:
    """The site as it was built."""
    done = run_mkdocs(folder, "build", **environment)
    assert done.returncode == 0, done.stderr
    site = folder / "site"
    return {str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def steps(folder: Path, seed: int, count: int) -> Iterator[tuple[str, set[str]]]:
    """What was done in each step, and the files in which the two builds differ."""
    project = RandomProject(seed)
    for number in range(count):
        done = project.step() if number else "begin"
        kept, clean = folder / "kept", folder / "clean"
        shutil.rmtree(clean, ignore_errors=True)
        for place in (kept, clean):
            place.mkdir(exist_ok=True)
            synchronise(place, project.files)
        one, other = (built(place, project.environment) for place in (kept, clean))
        yield done, {path for path in one.keys() | other.keys() if one.get(path) != other.get(path)}


def test_each_step_makes_what_a_clean_build_makes(tmp_path):
    for done, different in steps(tmp_path, 2, STEPS):
        assert not different, done


if __name__ == "__main__":
    import sys
    import tempfile

    with tempfile.TemporaryDirectory() as place:
        for told, found in steps(Path(place), *map(int, sys.argv[1:])):
            print(told, sorted(found) or "", flush=True)
