"""A build that takes finished pages from the one before makes what a clean one makes, byte for byte."""

from __future__ import annotations

import json
import re
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


def test_files_that_stay_the_same_are_not_written_again(project):
    folder = project({"plans/a.md": PLAN.format(4), "plans/表.csv": "项目\n"})
    built(folder)
    site = folder / "site"
    before = {path: path.stat().st_mtime_ns for path in site.rglob("*.*") if path.suffix in (".ics", ".js")}
    write(folder, {"plans/a.md": PLAN.format(4) + "\n补充一句。\n"})
    built(folder)
    same = {
        path.relative_to(site).as_posix() for path, time in before.items() if path.stat().st_mtime_ns == time
    }
    assert {"calendar.ics", "search/pinyin.js"} <= same
    assert not {"search/index.js", "search/t/0.js"} & same


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


GUIDE = {
    "docs/index.md": "# 首页\n",
    "docs/guide/a.md": "# 写法 `<b>`\n\n见[计划](../plans/d4.md)和[下一篇](b.md#xia)。\n\n- 一项\n",
    "docs/guide/b.md": "---\ntitle: 另一个题目\nhide: [toc]\n---\n\n# 下一篇 {#xia}\n\n## 小标题\n\n找得到的话。\n",
    "docs/guide/c.md": "---\nsearch: {exclude: true}\n---\n\n没有标题，搜不到。\n",
    "docs/guide/d.md": "---\nsearch: {1: 键不是文字}\n---\n\n# 不能照原样留下来的\n",
}
ATTRIBUTES = "markdown_extensions: [attr_list, tables, noticeboard.markup.extension]\n"
NAMED = "nav: [index.md, {指南: [{写法: guide/a.md}, guide/b.md]}]"


def test_a_page_of_docs_is_kept_until_a_link_of_it_leads_elsewhere(project, tmp_path_factory):
    texts = {f"plans/d{number}.md": PLAN.format(number) for number in (4, 5)}
    folder = project({**GUIDE, **texts, "plans/表.csv": "1"}, UNITS + ATTRIBUTES)
    config = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(config.replace("nav: [index.md]", NAMED), encoding="utf-8")
    built(folder)
    before = kept(folder)
    write(folder, {"plans/d5.md": texts["plans/d5.md"] + "\n补充一句。\n"})
    assert built(folder) == without_store(folder, tmp_path_factory)
    guides = {key for key in kept(folder) if b'"answers"' in (folder / ".cache/pages" / key).read_bytes()}
    # With the front page, of which that sentence changes nothing.
    assert len(guides & before) == len(guides) == 4

    write(folder, {"plans/d4.md": texts["plans/d4.md"].replace("附件", "网址名: xin-de\n附件")})
    pages = built(folder)
    assert b"plans/xin-de/" in pages["guide/a/index.html"]
    assert pages == without_store(folder, tmp_path_factory)

    for path in (folder / ".cache/pages").iterdir():
        path.write_bytes(path.read_bytes().replace("找得到".encode(), "找不到".encode()))
    (folder / "site/index.html").unlink()
    assert built(folder) == pages


def test_nothing_is_kept_where_a_plugin_reads_the_pages(project):
    folder = project({"plans/a.md": PLAN.format(6), "plans/表.csv": "1"})
    config = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(config.replace("plugins: []", "plugins: [search]"), encoding="utf-8")
    words = json.dumps("座谈会")[1:-1].encode()
    first = built(folder)["search/search_index.json"]
    write(folder, {"plans/b.md": PLAN.format(5)})
    second = built(folder)["search/search_index.json"]
    assert second.count(words) > first.count(words) > 0


def test_a_board_that_becomes_empty_says_so_on_each_page(project, tmp_path_factory):
    draft = PLAN.format(6).replace("类型", "草稿: 是\n类型", 1)
    folder = project({"plans/a.md": draft, "plans/表.csv": "1"}, "theme: {name: noticeboard}\n")
    built(folder)
    (folder / "plans/a.md").unlink()
    assert built(folder) == without_store(folder, tmp_path_factory)


DOORS = {
    "by MkDocs": "import noticeboard_mkdocs.door as door\ndoor.finish_pages = lambda *given, **named: None\n",
    "by workers": "import noticeboard.parallel\nnoticeboard.parallel._LEAST = 2\n",
}


def test_pages_are_the_same_whoever_fills_them_into_the_theme(project):
    texts = {f"plans/d{number}.md": PLAN.format(number) for number in (4, 5, 6)}
    folder = project({**GUIDE, **texts, "plans/表.csv": "1"}, UNITS + ATTRIBUTES)
    config = re.sub("hooks: .*", "hooks: [hooks/mkdocs_door.py]", (folder / "mkdocs.yml").read_text("utf-8"))
    sites = []
    for door in DOORS.values():
        shutil.rmtree(folder / ".cache", ignore_errors=True)
        write(
            folder,
            {"mkdocs.yml": config, "hooks/mkdocs_door.py": f"{door}from noticeboard_mkdocs.door import *\n"},
        )
        sites.append(built(folder))
        assert len(kept(folder)) > 30
    assert sites[0] == sites[1]
