"""A build that takes finished pages from the one before makes what a clean one makes, byte for byte."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from boards import write
from site_builds import CONFIG, run_mkdocs

pytestmark = pytest.mark.site

UNITS = """
site_url: http://oa.example/gonghui/
extra: {board: {units: [{name: 工会, slug: union}, {name: 东校区分工会, slug: east}]}}
"""


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def built(folder: Path) -> dict[str, bytes]:
    done = run_mkdocs(folder, "build")
    assert done.returncode == 0, done.stderr
    return contents(folder / "site")


def kept(folder: Path) -> set[str]:
    """The keys of the kept pages."""
    return {path.name for path in (folder / ".cache/pages").iterdir()}


def without_store(folder: Path, tmp_path_factory) -> dict[str, bytes]:
    clean = tmp_path_factory.mktemp("clean") / "board"
    shutil.copytree(folder, clean, ignore=shutil.ignore_patterns(".cache", "site"))
    return built(clean)


def test_a_build_after_an_edit_makes_what_a_clean_one_makes(project, tmp_path_factory):
    texts = {f"plans/d{number}.md": PLAN.format(number) for number in (4, 5, 6)}
    folder = project({**texts, "plans/表.csv": "项目\n"}, UNITS)
    built(folder)
    before = kept(folder)
    assert len(before) > 3
    write(folder, {"plans/d5.md": texts["plans/d5.md"] + "\n补充一句。\n"})
    after_edit = built(folder)
    assert len(kept(folder) - before) < len(before) / 2
    assert after_edit == without_store(folder, tmp_path_factory)

    # A store of half a page, another page and nothing: the pages are made anew.
    for number, path in enumerate(sorted((folder / ".cache/pages").iterdir())):
        path.write_bytes((path.read_bytes()[:99], b"", path.read_bytes() + b" ")[number % 3])
    (folder / "site/index.html").unlink()
    assert built(folder) == after_edit


PLAN = """---
类型: 计划
标题: 工作计划{0}
日期: 202{0}-01-10
期间: 202{0}年
附件: 表.csv
---

### 3月

- [x] 座谈会{0}
"""


def test_a_change_of_a_template_or_of_the_settings_makes_all_pages_anew(project):
    folder = project({"plans/a.md": PLAN.format(6), "plans/表.csv": "1", "overrides/main.html": MAIN})
    write(folder, {"mkdocs.yml": CUSTOM})
    built(folder)
    (folder / "overrides/main.html").write_text(MAIN.replace("一", "二"), encoding="utf-8")
    assert "二".encode() in built(folder)["plans/a/index.html"]
    config = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(config.replace("试验", "新的名字"), encoding="utf-8")
    assert "新的名字".encode() in built(folder)["plans/a/index.html"]


MAIN = '{% extends "base.html" %}{% block styles %}{{ super() }}<!-- 一 -->{% endblock %}'
CUSTOM = CONFIG.replace("font: false", "font: false, custom_dir: overrides")


def test_a_template_that_looks_at_all_pages_is_filled_each_time(project):
    listing = MAIN.replace("一", "{{ pages | length }}")
    folder = project({"plans/a.md": PLAN.format(6), "plans/表.csv": "1", "overrides/main.html": listing})
    write(folder, {"mkdocs.yml": CUSTOM})
    built(folder)
    assert not (folder / ".cache/pages").exists()


def test_a_page_that_asks_another_site_is_refused_by_each_build(project):
    asking = MAIN.replace("<!-- 一 -->", '<img src="https://oa.example/dot.png">')
    folder = project({"plans/a.md": PLAN.format(6), "plans/表.csv": "1", "overrides/main.html": asking})
    write(folder, {"mkdocs.yml": CUSTOM})
    for _ in range(2):
        done = run_mkdocs(folder, "build")
        assert done.returncode == 1
        assert "https://oa.example/dot.png" in done.stderr
