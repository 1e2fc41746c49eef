"""The built wheel is all that a board needs: from nothing to a published notice, without the repository."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import yaml

from guide.pages import blocks_of

ROOT = Path(__file__).parents[1]
GUIDE = ROOT / "docs" / "guide" / "start.md"
MOST_COMMANDS = 12
"""From nothing to a published notice."""
THEME = yaml.safe_load((ROOT / "overrides/mkdocs_theme.yml").read_text(encoding="utf-8"))
SITE_FILE = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), yaml.BaseLoader)


def test_the_theme_names_what_the_site_file_names():
    assert THEME["extra_css"] == SITE_FILE["extra_css"]


@pytest.mark.parametrize("key", ["language", "favicon", "icon", "palette", "features"])
def test_the_theme_looks_like_the_site_file(key):
    assert THEME[key] == SITE_FILE["theme"][key]


def test_the_theme_has_the_markdown_of_the_site_file():
    names = [
        next(iter(item)) if isinstance(item, dict) else item for item in SITE_FILE["markdown_extensions"]
    ]
    assert list(THEME["markdown_extensions"]) == names


@pytest.fixture(scope="module")
def installed(tmp_path_factory) -> Path:
    """A folder with the packages of the wheel, as pip puts them there, and nothing else."""
    folder = tmp_path_factory.mktemp("wheel")
    # Built from a copy: setuptools leaves folders where it builds.
    files = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, check=True
    ).stdout.decode().split("\0")  # fmt: skip
    for name in filter(None, files):
        if (ROOT / name).is_file() and not name.startswith(("plans/", "tests/")):
            (folder / "source" / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / "source" / name).write_bytes((ROOT / name).read_bytes())
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    quietly = ["--no-deps", "--no-index"]
    subprocess.run(
        [*pip, "wheel", *quietly, "--no-build-isolation", "-w", str(folder), str(folder / "source")],
        check=True,
    )
    (wheel,) = folder.glob("*.whl")
    subprocess.run([*pip, "install", *quietly, "--target", str(folder / "there"), str(wheel)], check=True)
    return folder


def board_in(installed: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """`board` of the wheel, run in `folder`; the repository's own packages are out of sight."""
    environment = {**os.environ, "PYTHONPATH": str(installed / "there"), "SOURCE_DATE_EPOCH": "1795132800"}
    return subprocess.run(
        [sys.executable, "-P", "-m", "noticeboard.commands", *arguments],
        cwd=folder, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.slow
def test_the_wheel_has_everything(installed):
    (wheel,) = installed.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = (
        "noticeboard_mkdocs/theme/main.html", "noticeboard_mkdocs/theme/mkdocs_theme.yml",
        "noticeboard_mkdocs/theme/assets/stylesheets/board.css", "noticeboard/templates/home.html", "noticeboard/guide/index.md",
        "noticeboard/editor/tasks.json", "noticeboard/templates/board/ci/github.yml", "noticeboard/templates/board/hook",
    )  # fmt: skip
    assert [name for name in wanted if name not in names] == []
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"noticeboard", "noticeboard_mkdocs"}
    assert not [name for name in names if name.endswith((".pyc", ".cache"))]
    for folder, there in (("overrides", "noticeboard_mkdocs/theme"), ("docs/guide", "noticeboard/guide")):
        ours = (
            place.relative_to(ROOT / folder).as_posix()
            for place in (ROOT / folder).rglob("*")
            if place.is_file()
        )
        assert {f"{there}/{name}" for name in ours if "__pycache__" not in name} <= names


@pytest.mark.slow
@pytest.mark.site
def test_a_board_of_the_wheel_alone(installed, tmp_path):
    """What is imported is the wheel's; the look can be overridden by the board; its styles are one file."""
    where = subprocess.run(
        [sys.executable, "-P", "-c", "import noticeboard, noticeboard_mkdocs.theme as t; print(noticeboard.__file__, t.__file__)"],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(installed / "there")}, capture_output=True, text=True, check=True,
    ).stdout.split()  # fmt: skip
    assert all(place.startswith(str(installed / "there")) for place in where)
    done = board_in(
        installed,
        tmp_path,
        "init",
        "b",
        "--organisation",
        "城南中学工会",
        "--forge",
        "gitea",
        "--repository",
        "https://git.example/union/board",
        "--colour",
        "#1f5b99",
    )
    assert done.returncode == 0, done.stderr
    board = tmp_path / "b"
    own = board / "overrides/partials/copyright.html"
    own.parent.mkdir(parents=True)
    own.write_text("自己的页脚", encoding="utf-8")
    site_file = board / "mkdocs.yml"
    text = site_file.read_text(encoding="utf-8")
    site_file.write_text(text.replace("# custom_dir: overrides", "custom_dir: overrides"), encoding="utf-8")
    assert board_in(installed, board, "check", "--strict").returncode == 0
    done = board_in(installed, board, "build", "--strict")
    assert done.returncode == 0, done.stderr
    home = (board / "site/index.html").read_text(encoding="utf-8")
    assert "自己的页脚" in home
    assert "先写第一份文件" in home
    assert '<a href="admin/">在网页上填表</a>' in home
    own_styles = [
        name for name in re.findall(r'href="(assets/stylesheets/[^"]+)"', home) if ".min." not in name
    ]
    assert own_styles == ["assets/stylesheets/board.css"]
    assert "--nb-red: #1f5b99" in (board / "site/assets/stylesheets/board.css").read_text(encoding="utf-8")
    pages = {
        place.relative_to(board / "site").as_posix(): "先写第一份文件" in place.read_text(encoding="utf-8")
        for place in (board / "site").rglob("index.html")
    }
    assert {
        "months/index.html",
        "disclosure/index.html",
        "proposals/index.html",
        "archive/index.html",
    } <= set(pages)
    apart = [page for page in pages if page.startswith(("guide/", "admin/"))]
    assert {page for page, told in pages.items() if not told} == set(apart)


def commands_of_the_guide() -> list[str]:
    """The commands of the guide's page, in their order, from nothing to a published notice."""
    text = GUIDE.read_text(encoding="utf-8")
    blocks = re.findall(r"^ *```sh\n(.*?)^ *```", text, re.MULTILINE | re.DOTALL)
    return [line.strip() for block in blocks for line in block.splitlines() if line.strip()]


@pytest.mark.slow
@pytest.mark.site
def test_the_walk_of_the_guide(installed, tmp_path):
    """The commands that the guide shows, typed one after the other; those that install are done already."""
    typed = commands_of_the_guide()
    assert len(typed) <= MOST_COMMANDS
    assert "git" not in {line.split()[0] for line in typed}
    (sample,) = [
        block for block in blocks_of(GUIDE.read_text(encoding="utf-8")) if block.language == "markdown"
    ]
    folder = tmp_path
    for line in typed:
        words = line.split()
        if words[0] == "cd":
            folder = folder / words[1]
        elif words[0].endswith("board"):
            done = board_in(installed, folder, *words[1:])
            assert done.returncode == 0, (line, done.stdout, done.stderr)
            if words[1] == "new":
                assert sample.title in done.stdout
                (folder / sample.title).write_text(sample.text, encoding="utf-8")
        else:
            assert "pip install" in line or "-m venv" in line, line
    (page,) = (folder / "site/plans").rglob("index.html")
    assert "公示结束" in page.read_text(encoding="utf-8")
    assert "先写第一份文件" not in (folder / "site/index.html").read_text(encoding="utf-8")
