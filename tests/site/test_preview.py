"""The preview: whatever is wrong, every page is served, and the preview tells what it is."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from boards import plan, write
from previews import Preview, previewing
from site_builds import CONFIG, REPOSITORY

pytestmark = pytest.mark.site

GOOD = "---\n类型: 通知\n标题: 值班安排\n日期: 2026-05-01\n---\n\n放假值班。\n"
BAD = "---\n类型: 通知\n标题: 新通知\n日期: 五月\n---\n\n新的。\n"
BAD_PAGE = "plans/2026/xin-tong-zhi/"
FILES = {"plans/2026/工会计划.md": plan("### 三月\n\n- 8日 座谈会\n"), "plans/2026/值班.md": GOOD}
BUILT = "Reloading browsers"
"""What MkDocs says when another site is served."""
MENDED = BAD.replace("五月", "2026-05-02")


@pytest.fixture
def preview(project, tmp_path_factory) -> Iterator[Callable[..., Preview]]:
    """`preview(files, config, door)`: a preview that is answering."""
    with ExitStack() as stack:

        def start(files=FILES, config: str = "", door: str = "fork") -> Preview:
            log = tmp_path_factory.mktemp("log") / "said.txt"
            running = stack.enter_context(previewing(project(files, config), log, door))
            running.wait("", lambda text: "<html" in text)
            return running

        yield start


@pytest.mark.parametrize("door", ["board", "mkdocs", "properdocs"])
def test_an_error_in_a_document_is_shown_on_its_page_and_holds_nothing_up(preview, door):
    running = preview(door=door)
    assert "nb-preview" not in running.get()
    running.write("plans/2026/新通知.md", BAD)
    page = running.wait_for(BAD_PAGE, "第 4 行", "错误", "这一页暂时看不到")
    assert "plans/2026/新通知.md" in page
    running.write("plans/2026/值班.md", GOOD.replace("放假值班。", "改过的安排。"))
    running.wait_for("plans/2026/zhi-ban/", "改过的安排", "1 个文件有问题")
    assert "第 4 行" in running.get("_problems/")
    running.write("plans/2026/新通知.md", MENDED)
    running.wait(BAD_PAGE, lambda text: "新的。" in text and "nb-preview" not in text)


@pytest.mark.parametrize("door", ["fork", "mkdocs"])
def test_an_error_may_be_there_from_the_start(preview, door):
    running = preview({**FILES, "plans/2026/新通知.md": BAD}, door=door)
    assert "座谈会" in running.get("months/2026/03/")
    assert "第 4 行" in running.get(BAD_PAGE)
    running.write("plans/2026/新通知.md", MENDED)
    running.wait(BAD_PAGE, lambda text: "新的。" in text and "nb-preview" not in text)


TROUBLES = {
    "syntax of the site file": ("mkdocs.yml", lambda old: f"{old}nav: [\n", "格式有错"),
    "unknown theme": ("mkdocs.yml", lambda old: old.replace("material", "materail"), "没有叫“materail”的主题"),
    "wrong type": ("mkdocs.yml", lambda old: old.replace("plugins: []", "plugins: 5"), "设置“plugins”不对"),
    "empty site file": ("mkdocs.yml", lambda old: "", "没有填"),
    "settings": ("mkdocs.yml", lambda old: f"{old}extra: {{board: {{kinds: school}}}}\n", "extra.board.kinds"),
    "language": ("mkdocs.yml", lambda old: old.replace("language: zh", "language: qq"), "找不到模板"),
    "syntax of a template": ("overrides/main.html", lambda old: f"{old}{{% if %}}", "模板的这一行"),
    "name in a template": ("overrides/main.html", lambda old: old.replace("<!-- -->", "{{ a.b }}"), "模板的这一行"),
}  # fmt: skip
"""File, what is done to it, and what is told of it."""
THEMED = {
    "mkdocs.yml": CONFIG.replace("font: false", "font: false, custom_dir: overrides"),
    "overrides/main.html": '{% extends "base.html" %}\n{% block announce %}<!-- -->{% endblock %}\n',
    "overrides/assets/a.css": "p { color: red }\n",
    "docs/index.md": "# 首页\n\n欢迎。\n",
}


def test_what_stops_a_build_leaves_the_last_pages_and_is_told(preview):
    running = preview({**FILES, **THEMED})
    for name, (path, spoil, told) in TROUBLES.items():
        place = running.folder / path
        old = place.read_text(encoding="utf-8") if place.exists() else ""
        running.write(path, spoil(old))
        page = running.wait_for("", "nb-preview__stale", "欢迎。")
        assert "1 个文件有问题" in page, name
        assert running.wait_for("_problems/", told), name
        assert "座谈会" in running.get("months/2026/03/"), name
        if old:
            running.write(path, old)
        else:
            place.unlink()
        running.wait("", lambda text: "欢迎。" in text and "nb-preview" not in text)
    assert "Traceback" not in running.said


def test_a_page_that_nobody_can_read_is_told_and_the_others_go_on(preview):
    running = preview({**FILES, **THEMED}, door="mkdocs")
    home = (running.folder / "docs/index.md").read_text(encoding="utf-8")
    running.write("docs/index.md", home.encode("gbk"))
    page = running.wait("", lambda text: "nb-preview__error" in text)
    assert "另存为 UTF-8" in page and "nb-preview__stale" not in page
    assert "座谈会" in running.get("months/2026/03/")
    running.write("docs/index.md", home)
    running.wait("", lambda text: "欢迎。" in text and "nb-preview" not in text)
    assert "Traceback" not in running.said


@pytest.mark.parametrize(
    ("trouble", "door"),
    [
        ("syntax of the site file", "board"),
        ("unknown theme", "fork"),
        ("settings", "fork"),
        ("settings", "mkdocs"),
        ("syntax of a template", "mkdocs"),
    ],
)
def test_what_stops_the_first_build_is_told_until_it_is_mended(preview, trouble, door):
    files = {**FILES, **THEMED}
    path, spoil, told = TROUBLES[trouble]
    running = preview({**files, path: spoil(files[path])}, door=door)
    for page in ("", "months/2026/03/", "plans/2026/zhi-ban/"):
        assert told in running.get(page)
    assert told in running.said
    assert "Traceback" not in running.said
    running.write(path, files[path])
    running.wait("months/2026/03/", lambda text: "座谈会" in text and "nb-preview" not in text)


def test_the_site_file_may_be_replaced_and_go_missing(preview):
    running = preview({**FILES, **THEMED})
    place = running.folder / "mkdocs.yml"
    place.rename(running.folder / "away")
    running.wait_for("", "nb-preview__stale")
    assert "找不到 mkdocs.yml" in running.get("_problems/")
    (running.folder / "away").rename(place)
    running.wait("", lambda text: "nb-preview" not in text)
    text = place.read_text(encoding="utf-8").replace("试验", "改了名")
    (running.folder / "new").write_text(text, encoding="utf-8")
    (running.folder / "new").replace(place)
    running.wait_for("", "改了名")


@pytest.mark.parametrize("config", ["", "watch: [plans]\n"])
def test_a_folder_that_goes_and_comes_back_is_followed_again(preview, config):
    running = preview(config=config)
    plans, away = running.folder / "plans", running.folder / "away"
    plans.rename(away)
    running.wait_for("", "nb-preview")
    away.rename(plans)
    running.wait("plans/2026/zhi-ban/", lambda text: "放假值班。" in text and "nb-preview" not in text)
    running.write("plans/2026/值班.md", GOOD.replace("放假值班。", "改过的安排。"))
    running.wait_for("plans/2026/zhi-ban/", "改过的安排。")


def test_styles_and_templates_are_followed(preview):
    running = preview({**FILES, **THEMED})
    running.write("overrides/assets/a.css", "p { color: blue }\n")
    running.wait_for("assets/a.css", "blue")
    running.write("overrides/main.html", THEMED["overrides/main.html"].replace("<!-- -->", "停水通告"))
    running.wait_for("months/2026/03/", "停水通告")
    running.write("docs/index.md", "# 首页\n\n换了话。\n")
    running.wait_for("", "换了话。")


def test_a_page_that_the_navigation_names_and_that_is_missing_is_told(preview):
    files = {
        **FILES,
        "mkdocs.yml": CONFIG.replace("nav: [index.md]", "nav:\n  - index.md\n  - 关于: abuot.md"),
    }
    running = preview(files)
    assert "栏目里的“abuot.md”找不到" in running.get("_problems/")
    assert "mkdocs.yml:7:5: 警告[nav-missing]" in running.said
    assert "not found" not in running.said
    running.write("docs/abuot.md", "# 关于\n")
    running.wait("", lambda text: "nb-preview" not in text)


def test_files_that_are_being_saved_do_not_end_it(preview):
    running = preview()
    page, text = "plans/2026/zhi-ban/", GOOD
    running.write("plans/2026/值班.md", "")
    running.wait_for(page, "这一页暂时看不到")
    running.write("plans/2026/值班.md", text[:30])
    running.wait_for(page, "这一页暂时看不到")
    (running.folder / "plans/2026/值班.md").unlink()
    running.wait(page, lambda found: "404" in found or "值班" not in found)
    (running.folder / "plans/2026/值班.md").symlink_to("工会计划.md")
    running.wait_for(page, "符号链接")
    (running.folder / "plans/2026/值班.md").unlink()
    (running.folder / "plans/2026/值班.md").mkdir()
    running.write("plans/2026/b.md", b"\xff\xfe\x00\xd8")
    running.wait_for("plans/2026/b/", "这一页暂时看不到")
    (running.folder / "plans/2026/值班.md").rmdir()
    running.write("plans/2026/b.md", b"0" * 1_100_000)
    running.wait_for("plans/2026/b/", "超过 1 MB")
    (running.folder / "plans/2026/b.md").unlink()
    running.write("plans/2026/值班.md", text)
    running.wait(page, lambda found: "放假值班。" in found and "nb-preview" not in found)
    assert "Traceback" not in running.said


def test_two_files_with_one_address_are_both_told_of_there(preview):
    running = preview()
    running.write("plans/2026/事迹.md", GOOD.replace("值班安排", "事迹"))
    running.write("plans/2026/示记.md", GOOD.replace("值班安排", "示记"))
    running.wait_for("plans/2026/shi-ji/", "plans/2026/事迹.md", "plans/2026/示记.md", "2 个文件有问题")
    running.write("docs/months/2026/03.md", "# 三月\n")
    running.wait_for("months/2026/03/", "docs/months/2026/03.md", "重复")
    assert "Traceback" not in running.said


def test_what_an_author_wrote_is_text_in_the_list_of_problems(preview):
    hostile = "<script>alert(1)</script><img src=x onerror=alert(2)>"
    running = preview(
        {**FILES, "plans/2026/新通知.md": BAD.replace("五月", hostile), f"plans/2026/{'a&<b>'}.md": BAD}
    )
    for page in (BAD_PAGE, "_problems/", ""):
        found = running.get(page)
        assert "nb-preview" in found
        assert "<script>alert" not in found
        assert "<img src=x" not in found
        assert "<b>.md" not in found


def test_the_program_of_the_board_is_followed(tmp_path):
    """A board has the program in its own folder: templates are read anew, code asks for a restart."""
    config = CONFIG.replace(str(REPOSITORY / "hooks"), "hooks")
    folder = write(tmp_path / "board", {"mkdocs.yml": config, "docs/index.md": "# 首页\n", **FILES})
    shutil.copytree(REPOSITORY / "hooks", folder / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    with previewing(folder, tmp_path / "said.txt", "own") as running:
        running.wait_for("plans/2026/zhi-ban/", "放假值班。")
        template = "hooks/noticeboard/templates/document.html"
        old = (folder / template).read_text(encoding="utf-8")
        running.write(template, f"{old}\n<p>新的样子</p>\n")
        running.wait_for("plans/2026/zhi-ban/", "新的样子")
        running.write(template, f"{old}\n{{{{ no_such_name }}}}\n")
        running.wait_for("plans/2026/zhi-ban/", "新的样子", "nb-preview__stale")
        assert template in running.get("_problems/")
        running.write(template, old)
        running.wait("plans/2026/zhi-ban/", lambda text: "新的样子" not in text)
        running.write("hooks/noticeboard/new.py", "x = 1\n")
        running.wait_for("_problems/", "程序改动了", "重新启动")
        assert "重新启动" in running.said


def _without_preview(page: str) -> str:
    """A page without what a preview adds to it."""
    return re.sub(
        r"<script>[^<]*</script></body>",
        "</body>",
        re.sub(r"(?s)<aside class=.nb-preview.*?</aside>", "", page, count=1),
    )


def test_the_page_of_an_edited_text_does_not_wait_for_a_build(preview):
    config = f"{CONFIG}nav: [index.md]\n"
    running = preview({**FILES, "docs/index.md": "# 首页\n"}, config=config)
    running.write("mkdocs.yml", f"{config}nav: [\n")
    running.wait_for("plans/2026/zhi-ban/", "刚才的改动没能生成网页")
    running.write("plans/2026/值班.md", GOOD.replace("放假值班。", "改过的安排，见[计划](工会计划.md)。"))
    early = running.wait_for("plans/2026/zhi-ban/", "改过的安排", "加上后来改的文字")
    assert "座谈会" in running.get("months/2026/03/")
    running.write("mkdocs.yml", config)
    whole = running.wait(
        "plans/2026/zhi-ban/", lambda text: "改过的安排" in text and "nb-preview" not in text
    )
    assert _without_preview(early) == _without_preview(whole)


def test_a_new_text_and_its_faults_do_not_wait_for_a_build(preview):
    config = f"{CONFIG}nav: [index.md]\n"
    running = preview({**FILES, "docs/index.md": "# 首页\n"}, config=config)
    running.write("mkdocs.yml", f"{config}nav: [\n")
    running.wait_for("", "刚才的改动没能生成网页")
    running.write("plans/2026/新通知.md", MENDED)
    running.wait_for(BAD_PAGE, "新的。")
    assert "新通知" in running.get("notices/")
    running.write("plans/2026/新通知.md", BAD)
    running.wait_for(BAD_PAGE, "第 4 行", "错误")


HELD = """import time
from pathlib import Path

from noticeboard_mkdocs import door
from noticeboard_mkdocs.door import *


def on_files(files, *, config):
    while Path(__file__).with_name("hold").exists():
        time.sleep(0.05)
    return door.on_files(files, config=config)
"""
"""A hook of the board that ends no build while there is a file `hold` beside it."""


def test_all_edits_of_texts_are_seen_while_the_whole_board_is_still_being_built(preview):
    config = CONFIG.replace(f"'{REPOSITORY / 'hooks' / 'mkdocs_door.py'}'", "hooks/mkdocs_door.py")
    running = preview({**FILES, "mkdocs.yml": config, "hooks/mkdocs_door.py": HELD})
    running.write("hooks/hold", "")
    page = "plans/2026/zhi-ban/"

    running.write("plans/2026/新通知.md", MENDED)
    assert "新通知" in running.wait_for("notices/", "新通知", "值班安排")
    running.write("plans/2026/值班.md", GOOD.replace("值班安排", "换了题目"))
    assert "值班安排" not in running.wait_for("notices/", "换了题目")
    running.write("plans/2026/工会计划.md", plan("### 四月\n\n- 8日 座谈会\n"))
    assert "座谈会" in running.wait_for("months/2026/04/", "座谈会")
    assert running.get("sitemap.xml").count(BAD_PAGE) == 1
    (running.folder / "plans/2026/新通知.md").unlink()
    assert "换了题目" in running.wait("notices/", lambda text: "新通知" not in text)
    assert "新的。" not in running.get(BAD_PAGE)
    assert BAD_PAGE not in running.get("sitemap.xml")

    running.write("plans/2026/值班.md", GOOD.replace("2026-05-01", "五月"))
    running.wait_for(page, "第 4 行", "错误")
    assert "座谈会" in running.get("months/2026/04/")
    running.write("plans/2026/值班.md", GOOD.replace("放假值班。", "改好了。"))
    running.wait(page, lambda text: "改好了。" in text and "nb-preview" not in text)

    assert BUILT not in running.said
    (running.folder / "hooks/hold").unlink()
    # The build that is held was begun with the first of them.
    while running.said.count(BUILT) < 2:
        assert "改好了。" in running.get(page)
