"""A build that begins with the pages of former ones may be killed at any moment: readers see the old site or the new one."""

from __future__ import annotations

import shutil
import signal
from pathlib import Path

import pytest

from boards import plan, write
from site_builds import CONFIG, REPOSITORY, run_mkdocs

pytestmark = pytest.mark.site

DOOR = """import os, signal

from noticeboard.publish.site_folder import SiteFolder
from noticeboard.publish.spare_site import SpareSite
from noticeboard_mkdocs.door import *

def killed(name, deed):
    def do(*arguments):
        if os.environ["KILL"] == f"before {name}":
            os.kill(os.getpid(), signal.SIGKILL)
        done = deed(*arguments)
        if os.environ["KILL"] == f"after {name}":
            os.kill(os.getpid(), signal.SIGKILL)
        return done
    return do

for kind, name in ((SpareSite, "take"), (SiteFolder, "switch"), (SpareSite, "keep"), (SpareSite, "note")):
    setattr(kind, name, killed(name, getattr(kind, name)))
"""
FILES = {
    "plans/a.md": plan(),
    "plans/b.md": plan(),
    "hooks/mkdocs_door.py": DOOR,
    "mkdocs.yml": CONFIG.replace(f"'{REPOSITORY / 'hooks' / 'mkdocs_door.py'}'", "hooks/mkdocs_door.py"),
}


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def built(folder: Path, kill: str = "never") -> dict[str, bytes]:
    done = run_mkdocs(folder, "build", KILL=kill)
    assert done.returncode == (0 if kill == "never" else -signal.SIGKILL), done.stderr
    return contents(folder / "site")


@pytest.mark.parametrize("moment", ["after take", "after switch", "after keep", "after note"])
def test_a_killed_build_leaves_a_whole_site_and_the_next_one_is_right(project, tmp_path_factory, moment: str):
    folder = project(FILES)
    built(folder)
    # The first edit links pages, the second finds them in the tree that waits.
    write(folder, {"plans/a.md": plan() + "\n一句话。\n"})
    before = built(folder)
    assert [path for path in (folder / ".cache/sites").rglob("*.html") if path.stat().st_nlink > 1]
    write(folder, {"plans/a.md": plan() + "\n另一句话。\n"})
    clean = tmp_path_factory.mktemp("clean") / "board"
    shutil.copytree(folder, clean, ignore=shutil.ignore_patterns(".cache", "site"))
    after = built(clean)
    assert built(folder, moment) == (before if moment == "after take" else after)
    assert built(folder) == after
