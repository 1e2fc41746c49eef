"""A build that would make the same site again ends at once; whatever else changed is built."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from boards import plan, write
from noticeboard.publish.last_build import UNCHANGED
from site_builds import CONFIG, EPOCH, run_board, run_mkdocs

pytestmark = pytest.mark.site

WARNED = plan().replace("标题: ", "标题：")
FILES = {
    "plans/a.md": plan(head="附件: 表.csv"),
    "plans/表.csv": "项目,数量\n书,3\n",
    "overrides/main.html": '{% extends "base.html" %}',
    "docs/图.txt": "图",
    "hooks/x.txt": "1",
}
THEME = CONFIG.replace("font: false", "font: false, custom_dir: overrides")


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def build(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """`board build`; its `stdout` says whether there was anything to do."""
    return run_board(folder, "build", *arguments, **environment)


def is_unchanged(folder: Path, *arguments: str, **environment: str) -> bool:
    done = build(folder, *arguments, **environment)
    assert done.returncode == 0, done.stderr
    return UNCHANGED in done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    """A project that was built; each test leaves it built."""
    folder = write(
        tmp_path_factory.mktemp("built"), {"mkdocs.yml": THEME, "docs/index.md": "# 首页\n", **FILES}
    )
    assert not is_unchanged(folder)
    return folder


def test_nothing_is_done_where_nothing_changed(built):
    before = contents(built / "site")
    assert is_unchanged(built)
    assert contents(built / "site") == before


def test_the_generator_itself_ends_early_too(built):
    before = (built / "site/index.html").stat()
    done = run_mkdocs(built, "build")
    assert done.returncode == 0, done.stderr
    assert UNCHANGED in done.stderr
    assert (built / "site/index.html").stat() == before
    assert not list(built.glob(".site*"))


def damage(site: Path) -> None:
    page = site / "archive/index.html"
    before = page.stat()
    page.write_bytes(page.read_bytes().replace(b"<title>", b"<titlf>"))
    os.utime(page, ns=(before.st_atime_ns, before.st_mtime_ns))


def test_a_damaged_site_is_built_anew(built):
    before = contents(built / "site")
    damage(built / "site")
    assert not is_unchanged(built)
    assert contents(built / "site") == before


def test_another_file_in_the_site_is_told_as_before(built):
    (built / "site/照片.jpg").write_text("x")
    assert "不是公告栏生成的" in build(built).stderr
    (built / "site/照片.jpg").unlink()


def test_a_changed_file_and_other_links_are_built(built):
    write(built, {"plans/b.md": plan(title="又一份")})
    assert not is_unchanged(built)
    assert (built / "site/plans/b/index.html").exists()
    assert not is_unchanged(built, "--no-directory-urls")
    assert is_unchanged(built, "--no-directory-urls")


def test_what_waits_for_an_hour_comes_out(project):
    folder = project({"plans/a.md": plan(), "plans/b.md": plan(title="后出", head="发布: 2026-11-20 15:00")})
    morning, evening = str(int(EPOCH) + 60), str(int(EPOCH) + 23 * 60 * 60)
    assert not is_unchanged(folder, SOURCE_DATE_EPOCH=morning)
    assert is_unchanged(folder, SOURCE_DATE_EPOCH=str(int(EPOCH) + 120))
    assert not is_unchanged(folder, SOURCE_DATE_EPOCH=evening)
    assert (folder / "site/plans/b/index.html").exists()


def test_warnings_are_told_again_and_stop_a_strict_build(project):
    folder = project({"plans/a.md": WARNED})
    first, second = build(folder), build(folder)
    assert UNCHANGED in second.stdout
    warned = [line for line in first.stderr.splitlines() if "fullwidth-colon" in line]
    assert warned and warned == [line for line in second.stderr.splitlines() if "fullwidth-colon" in line]
    assert build(folder, "--strict").returncode == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("hooks: [", "hooks: ['other.py', "),
        ("site_name: 试验", "site_name: !ENV [BOARD, 试验]"),
        ("plugins: []", "markdown_extensions: [pymdownx.snippets]"),
    ],
)
def test_what_reads_anything_else_is_always_built(project, old, new):
    folder = project({"plans/a.md": plan(), "other.py": ""})
    config = CONFIG.replace(old, new)
    assert config != CONFIG
    write(folder, {"mkdocs.yml": config})
    assert not is_unchanged(folder)
    assert not (folder / ".cache/noticeboard/built.json").exists()
