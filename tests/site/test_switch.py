"""The published site survives whatever happens to the next build, and readers never find it half."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from boards import plan, write
from site_builds import CONFIG, EPOCH, REPOSITORY, run_mkdocs, run_program

pytestmark = pytest.mark.site

DOOR = f"hooks: ['{REPOSITORY / 'hooks' / 'mkdocs_door.py'}']"
FILES = {"plans/a.md": plan(head="附件: 表.csv"), "plans/表.csv": "项目,数量\n书,3\n"}


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def interfere(folder: Path, event: str, deed: str) -> None:
    """Lets a second hook do `deed` at an `event` of each build from now on."""
    write(folder, {"mishap.py": f"import os, signal\n\ndef {event}(*args, **kwargs):\n    {deed}\n"})
    config = CONFIG.replace(DOOR, DOOR.replace("]", ", 'mishap.py']"))
    assert config != CONFIG
    write(folder, {"mkdocs.yml": config})


@pytest.mark.parametrize("event", ["on_env", "on_post_build"])
def test_a_build_that_is_killed_leaves_the_last_site_and_the_next_one_clears_up(project, event):
    folder = project(FILES)
    assert run_mkdocs(folder, "build").returncode == 0
    before = contents(folder / "site")
    interfere(folder, event, "os.kill(os.getpid(), signal.SIGKILL)")
    assert run_mkdocs(folder, "build").returncode == -signal.SIGKILL
    assert contents(folder / "site") == before
    write(folder, {"mkdocs.yml": CONFIG})
    assert run_mkdocs(folder, "build").returncode == 0
    assert contents(folder / "site") == before
    assert [name for name in os.listdir(folder) if name.startswith(".site")] == []


@pytest.mark.parametrize(
    ("event", "deed", "words"),
    [
        ("on_env", "os.unlink('plans/表.csv')", "“plans/表.csv”：文件不见了"),
        ("on_env", "os.unlink('docs/index.md'); os.unlink('plans/a.md')", None),
        ("on_post_page", "raise OSError(28, 'No space left on device')", "磁盘满了"),
        ("on_post_build", "raise OSError(5, 'Input/output error', 'site/x')", "“site/x”：磁盘读写出错"),
        ("on_post_build", "raise ValueError('a fault of somebody')", None),
    ],
)
def test_a_build_that_fails_half_way_leaves_the_last_site(project, event, deed, words):
    folder = project(FILES)
    assert run_mkdocs(folder, "build").returncode == 0
    before = contents(folder / "site")
    interfere(folder, event, deed)
    done = run_mkdocs(folder, "build")
    if words is not None:
        assert done.returncode == 1
        assert words in done.stderr
        assert "原来的网站没有改动" in done.stderr
        assert "Traceback" not in done.stderr
    if done.returncode:
        assert contents(folder / "site") == before
    assert [name for name in os.listdir(folder) if name.startswith(".site")] == []


@pytest.mark.parametrize("program", [("mkdocs", "build"), ("noticeboard_mkdocs.build", "mkdocs.yml")])
def test_a_disk_that_takes_no_more_is_told_and_changes_nothing(project, program):
    folder = project(FILES)
    assert run_mkdocs(folder, "build").returncode == 0
    before = contents(folder / "site")
    done = subprocess.run(
        [sys.executable, "-m", *program],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        # No file may grow beyond so much: the pages still fit, the theme's scripts do not.
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000)),
    )
    assert done.returncode == 1
    assert "文件太大" in done.stderr
    assert "Traceback" not in done.stderr
    assert contents(folder / "site") == before


def test_a_template_that_is_not_there_is_told(project):
    folder = project(FILES)
    write(folder, {"mkdocs.yml": CONFIG.replace("language: zh", "language: qq")})
    done = run_mkdocs(folder, "build")
    assert done.returncode == 1
    assert "找不到模板" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_warning_of_the_generator_in_a_strict_build_publishes_nothing(project):
    folder = project(FILES)
    assert run_mkdocs(folder, "build", "--strict").returncode == 0
    before = contents(folder / "site")
    warning = "import logging\n\n\ndef on_post_page(*args, **kwargs):\n    logging.getLogger('mkdocs.hooks.other').warning('别的插件的警告')\n"
    config = CONFIG.replace(DOOR, DOOR.replace("]", ", 'other.py']"))
    write(folder, {"mkdocs.yml": config, "other.py": warning, "docs/index.md": "# 首页\n\n改了。\n"})
    assert run_mkdocs(folder, "build", "--strict").returncode == 1
    assert contents(folder / "site") == before
    assert run_mkdocs(folder, "build").returncode == 0
    assert contents(folder / "site") != before


def test_two_builds_at_once_both_end_well(project):
    folder = project(FILES)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    day = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH}
    builds = [subprocess.Popen(command, cwd=folder, env=day, stderr=subprocess.PIPE) for _ in range(2)]
    told = [build.communicate()[1] for build in builds]
    assert [build.returncode for build in builds] == [0, 0], told
    once = contents(folder / "site")
    assert run_mkdocs(folder, "build").returncode == 0
    assert contents(folder / "site").keys() == once.keys()


def test_readers_find_every_page_while_the_site_is_built_and_switched(project):
    folder = project(FILES)
    assert run_mkdocs(folder, "build").returncode == 0
    pages = [folder / "site" / page for page in contents(folder / "site") if page.endswith((".html", ".csv"))]
    over, missed, rounds = threading.Event(), set(), 0

    def read() -> None:
        nonlocal rounds
        while not over.is_set():
            rounds += 1
            missed.update(page for page in pages if not page.exists())

    reader = threading.Thread(target=read)
    reader.start()
    try:
        assert run_mkdocs(folder, "build").returncode == 0
    finally:
        over.set()
        reader.join()
    assert rounds > 1
    assert missed == set()


@pytest.mark.parametrize("place", ["docs", "docs/assets", "overrides"])
def test_links_in_folders_that_are_published_as_they_are_are_refused(project, place, tmp_path_factory):
    folder = project(FILES)
    secret = tmp_path_factory.mktemp("elsewhere")
    write(secret, {"secret.txt": "秘密\n"})
    (folder / place).mkdir(exist_ok=True)
    (folder / place / "leak.txt").symlink_to(secret / "secret.txt")
    (folder / place / "leaks").symlink_to(secret)
    done = run_mkdocs(folder, "build")
    assert done.returncode == 1
    for name in ("leak.txt", "leaks"):
        assert f"{place}/{name}:1:1: 错误[symlink]" in done.stderr
    assert not (folder / "site").exists()


@pytest.mark.parametrize("link", [".cache", ".cache/search", ".cache/noticeboard"])
def test_what_a_link_on_the_way_to_a_cache_leads_to_is_left_alone(project, link, tmp_path_factory):
    folder = project(FILES)
    others = tmp_path_factory.mktemp("others")
    (others / "0.json").write_text("论文", encoding="utf-8")
    (others / "thesis.docx").touch()
    (folder / link).parent.mkdir(exist_ok=True)
    (folder / link).symlink_to(others)
    assert run_mkdocs(folder, "build").returncode == 0
    assert contents(others) == {"0.json": "论文".encode(), "thesis.docx": b""}


def test_another_programs_files_in_a_cache_stay(project):
    folder = write(project(FILES), {".cache/search/notes.txt": "别的\n", ".cache/search/77.json": "{}\n"})
    assert run_mkdocs(folder, "build").returncode == 0
    names = os.listdir(folder / ".cache/search")
    assert "notes.txt" in names
    assert "77.json" not in names


@pytest.mark.parametrize(
    "config",
    ["hooks: []\n", "", "hooks: [hooks/none.py]\n", "hooks: [hooks/other.py]\n", "hooks: [hooks/never.py]\n"],
)
def test_a_board_without_its_hook_is_not_published_empty(project, config):
    folder = project(FILES)
    assert run_mkdocs(folder, "build").returncode == 0
    before = contents(folder / "site")
    never = "if False:\n    from noticeboard_mkdocs.door import *\n"
    hooks = {"hooks/other.py": "# noticeboard 的钩子\nNAME = 1\n", "hooks/never.py": never}
    write(folder, {"mkdocs.yml": f"site_name: 试验\n{config}", **hooks})
    done = run_program("noticeboard.commands", folder, "build")
    assert done.returncode == 1
    assert "错误[settings]" in done.stderr
    assert "hooks/" in done.stderr
    assert "Traceback" not in done.stderr
    assert contents(folder / "site") == before


def test_a_hook_that_another_site_file_names_counts(project):
    folder = project(FILES)
    write(folder, {"base.yml": CONFIG, "mkdocs.yml": "INHERIT: base.yml\nsite_name: 乙\n"})
    done = run_program("noticeboard.commands", folder, "build")
    assert done.returncode == 0, done.stderr


def test_wrong_settings_of_the_board_end_a_build_with_2(project):
    folder = project(FILES)
    write(folder, {"mkdocs.yml": f"{CONFIG}extra:\n  board:\n    unitz: []\n"})
    done = run_program("noticeboard.commands", folder, "build")
    assert done.returncode == 2
    assert "mkdocs.yml:" in done.stderr and "错误[settings]" in done.stderr
    assert not (folder / "site").exists()
