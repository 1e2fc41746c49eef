"""What is wrong with mkdocs.yml, said without MkDocs' English and without a stack trace."""

from __future__ import annotations

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import get_files

from boards import TODAY, plan, write
from noticeboard.build import load
from noticeboard.content.settings.board_settings import Settings
from noticeboard.edition import Edition
from noticeboard_mkdocs.config import config_problems, missing_file_problems
from noticeboard_mkdocs.nav import nav_problems

NAME = "site_name: 试验\n"
CASES = {
    "yaml": (NAME + "nav: [\n", 3, "格式有错"),
    "tab": (NAME + "theme:\n\tname: material\n", 3, "格式有错"),
    "indent": (NAME + "theme:\n  name: material\n   language: zh\n", 4, "格式有错"),
    "alias": (NAME + "nav: *a\n", 2, "格式有错"),
    "theme": (NAME + "theme:\n  name: materail\n", 3, "没有叫“materail”的主题"),
    "theme as text": (NAME + "theme: x\n", 2, "没有叫“x”的主题"),
    "custom_dir": (NAME + "theme:\n  name: material\n  custom_dir: list\n", 4, "找不到文件夹“list”"),
    "name": ("site_name: [1]\n", 1, "设置“site_name”不对：应当是文字"),
    "no name": ("theme: material\n", 1, "设置“site_name”不对：没有填"),
    "empty": ("", 1, "没有填"),
    "nav": (NAME + "nav: 5\n", 2, "应当是列表"),
    "nav item": (NAME + "nav:\n  - 首页: index.md\n    关于: a.md\n", 2, "每一项应当是"),
    "extra": (NAME + "extra: [a]\n", 2, "“名称: 值”的对照表"),
    "extra_css": (NAME + "# list\nextra_css: a.css\n", 3, "应当是列表"),
    "plugin": (NAME + "plugins:\n  - nope\n", 3, "没有安装插件“nope”"),
    "extension": (NAME + "markdown_extensions:\n  - toc\n  - nope\n", 4, "没有叫“nope”的扩展"),
    "hook": (NAME + "hooks:\n  - nope.py\n", 3, "找不到“nope.py”"),
    "broken hook": (NAME + "hooks: [broken.py]\n", 1, "用不了"),
    "docs_dir": (NAME + "docs_dir: nope\n", 2, "找不到“nope”"),
    "strict": (NAME + "use_directory_urls: ja\n", 2, "应当是 true 或 false"),
    "address": (NAME + "site_url: chenguang\n", 2, "http://"),
    "list": ("- a\n", 1, "对照表"),
    "full-width colon": ("site_name： 试验\n", 1, "冒号是不是英文的"),
    "unknown": (NAME + "thme: x\nstrict: true\n", 2, "没有叫“thme”的设置"),
    "parent": (NAME + "INHERIT: base.yml\n", 2, "“base.yml”找不到"),
    "its own parent": (NAME + "INHERIT: mkdocs.yml\n", 2, "INHERIT 指回了它自己"),
    "deep": (NAME + "extra: " + "[" * 2000 + "\n", 1, "嵌套得太深"),
    "encoding": (NAME.encode("gbk"), 1, "UTF-8"),
    "bytes": (b"\xff\xfe\x00", 1, "UTF-8"),
}


@pytest.mark.slow
@pytest.mark.parametrize(("text", "line", "said"), CASES.values(), ids=CASES)
def test_a_file_that_cannot_be_used_is_told(tmp_path, text, line, said):
    write(tmp_path, {"mkdocs.yml": text, "docs/index.md": "# 首页\n", "broken.py": "def (:\n"})
    (problem,) = config_problems(tmp_path / "mkdocs.yml")
    assert (problem.path, problem.line) == ("mkdocs.yml", line)
    assert said in problem.message + problem.hint
    assert str(tmp_path) not in problem.message


def test_a_fault_of_the_parent_names_the_parent(tmp_path):
    write(
        tmp_path,
        {"mkdocs.yml": "INHERIT: base.yml\n", "base.yml": "site_name: 试验\nnav: [\n", "docs/a.md": ""},
    )
    (problem,) = config_problems(tmp_path / "mkdocs.yml")
    assert (problem.path, problem.line) == ("base.yml", 3)


def test_a_file_that_is_not_there_is_told(tmp_path):
    (problem,) = config_problems(tmp_path / "mkdocs.yml")
    assert "找不到 mkdocs.yml" in problem.message


DOOR = "from noticeboard_mkdocs.door import *\n"


@pytest.mark.parametrize("hooks", ["[a.py]", "[other.py, a.py]", "[under/another.py]"])
def test_a_good_file_has_no_problem(tmp_path, hooks):
    files = {"docs/index.md": "# 首页\n", "a.py": DOOR, "under/another.py": DOOR, "other.py": ""}
    write(tmp_path, {"mkdocs.yml": f"{NAME}hooks: {hooks}\n", **files})
    assert config_problems(tmp_path / "mkdocs.yml") == ()


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        (NAME, 1, "没有公告栏的钩子"),
        (f"{NAME}hooks: []\n", 2, "没有公告栏的钩子"),
        (f"{NAME}hooks: [empty.py]\n", 2, "没有公告栏的钩子"),
        (f"{NAME}hooks: [comment.py]\n", 2, "没有公告栏的钩子"),
        (f"{NAME}hooks: [never.py]\n", 2, "没有公告栏的钩子"),
        (f"{NAME}hooks: [a.py, b.py]\n", 2, "不止一遍"),
    ],
)
def test_the_board_goes_through_its_door_once(tmp_path, text, line, said):
    """Without it MkDocs publishes an empty board, whatever the files of its hooks are called and say."""
    hooks = {"empty.py": "", "comment.py": "# noticeboard\n", "never.py": f"if False:\n    {DOOR}"}
    write(tmp_path, {"mkdocs.yml": text, "docs/index.md": "# 首页\n", "a.py": DOOR, "b.py": DOOR, **hooks})
    (problem,) = config_problems(tmp_path / "mkdocs.yml")
    assert (problem.path, problem.line) == ("mkdocs.yml", line)
    assert said in problem.message


@pytest.mark.parametrize(
    ("item", "told"),
    [
        ("index.md", None),
        ("./index.md", None),
        ("https://example.org/a.md", None),
        ("mailto:a@example.org", None),
        ("/elsewhere", None),
        ("abuot.md", (3, "abuot.md")),
        ("关于: abuot.md", (3, "abuot.md")),
        ("关于: [index.md, {更多: 没有.md}]", (3, "没有.md")),
        ("Index.md", (3, "Index.md")),
        ("index.md#top", (3, "index.md#top")),
        ("../mkdocs.yml", (3, "../mkdocs.yml")),
    ],
)
def test_pages_that_the_navigation_misses_are_named_with_their_line(tmp_path, item, told):
    write(tmp_path, {"mkdocs.yml": f"{NAME}nav:\n  - {item}\n", "docs/index.md": "# 首页\n"})
    found = navigation(tmp_path)
    assert [(problem.line, problem.message) for problem in found] == (
        [(told[0], f"栏目里的“{told[1]}”找不到。")] if told else []
    )


def test_a_path_from_the_top_is_looked_up_where_mkdocs_does(tmp_path):
    config = f"{NAME}nav: [/index.md, /no.md]\nvalidation: {{nav: {{absolute_links: relative_to_docs}}}}\n"
    write(tmp_path, {"mkdocs.yml": config, "docs/index.md": "# 首页\n"})
    (problem,) = navigation(tmp_path)
    assert "/no.md" in problem.message


@pytest.mark.parametrize(
    ("config", "told"),
    [
        ("nav: [index.md]\nvalidation: {nav: {omitted_files: warn}}", ["docs/a.md", "docs/b/c.md"]),
        ("nav: [index.md, {甲: [./a.md]}]\nvalidation: {omitted_files: warn}", ["docs/b/c.md"]),
        ("nav: [index.md]\nnot_in_nav: |\n  a.md\n  /b/\nvalidation: {omitted_files: warn}", []),
        ("nav: [index.md]\nexclude_docs: b/\nvalidation: {omitted_files: warn}", ["docs/a.md"]),
        ("nav: [index.md]", []),
        ("validation: {omitted_files: warn}", []),
    ],
)
def test_pages_that_are_not_in_the_navigation_are_told_where_the_site_asks_for_it(tmp_path, config, told):
    write(
        tmp_path, {"docs/a.md": "", "docs/b/c.md": "", "docs/index.md": "", "mkdocs.yml": f"{NAME}{config}\n"}
    )
    found = navigation(tmp_path)
    assert [problem.path for problem in found] == told
    assert {problem.code for problem in found} <= {"page-not-in-nav"}


def navigation(folder):
    """The problems of a navigation, which both doors tell alike."""
    config = load_config(str(folder / "mkdocs.yml"))
    found = nav_problems(config, get_files(config))
    checked = load(folder, Settings(), Edition(TODAY)).problems
    assert [it for it in checked if it.code in ("nav-missing", "page-not-in-nav")] == sorted(found)
    return found


def test_pages_that_a_plugin_may_make_are_left_to_the_door(tmp_path):
    config = f"{NAME}nav: [index.md, blog/index.md, no.md]\nplugins: [blog]\n"
    site = load(
        write(tmp_path, {"mkdocs.yml": config, "docs/index.md": "# 首页\n"}), Settings(), Edition(TODAY)
    )
    assert [it.code for it in site.problems if "nav" in it.code] == []


def test_the_pages_of_the_board_are_there(tmp_path):
    pages = "index.md, months/index.md, months/2026/index.md, months/2026/03/index.md, plans/a.md, search/index.md"
    config = f"{NAME}nav: [{pages}, months/1999/01/index.md]\nplugins: [search, material/info: {{}}]\n"
    write(tmp_path, {"mkdocs.yml": config, "plans/a.md": plan("### 三月\n\n- 8日 座谈会\n")})
    found = load(tmp_path, Settings(), Edition(TODAY)).problems
    (problem,) = (it for it in found if "nav" in it.code)
    assert "months/1999/01/index.md" in problem.message


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("extra_css:\n  - a.css\n  - none.css\n", (5, "none.css")),
        ("extra_css: [./a.css, 'a.css?v=2']\n", None),
        ("extra_css: [none.css]\n", (3, "none.css")),
        ("extra_javascript:\n  - path: js/a.mjs\n    type: module\n", (4, "js/a.mjs")),
        ("extra_javascript: [https://example.org/a.js]\n", None),
        ("theme: {name: material, favicon: none.png}\n", (3, "none.png")),
        ("theme: {name: material, logo: a.png}\n", None),
        ("theme: {name: material}\n", None),
    ],
)
def test_what_is_named_of_the_look_and_not_there_is_told(tmp_path, text, told):
    write(
        tmp_path,
        {"mkdocs.yml": f"{NAME}# 外观\n{text}", "docs/index.md": "", "docs/a.css": "", "docs/a.png": b"1"},
    )
    config = load_config(str(tmp_path / "mkdocs.yml"))
    files = get_files(config)
    files.add_files_from_theme(config.theme.get_env(), config)
    found = [(problem.line, problem.message) for problem in missing_file_problems(config, files)]
    assert [line for line, _ in found] == ([told[0]] if told else [])
    assert all(told[1] in message for _, message in found)
