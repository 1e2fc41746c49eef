"""Pages of docs/: their keys, where their text begins, and what is wrong with them."""

import pytest

from boards import write
from noticeboard.content.kept_documents import KeptDocuments
from noticeboard.content.repository import hand_written
from noticeboard.content.repository.hand_placed import is_junk, left_out
from noticeboard.content.repository.hand_written import (
    front_matter_of,
    part_page,
    read_hand_written,
    values_of,
)
from noticeboard.content.settings.site_file import Named, named_by


def faults(root, content):
    write(root, {"docs/a.md": content if isinstance(content, bytes) else content.encode()})
    return [f"{p.line} {p.code}" for p in read_hand_written(root).problems]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# 甲\n", []),
        ("---\ntitle: 甲\ndescription: 1\nhide: [toc]\nsearch: {exclude: true}\n---\n# 甲\n", []),
        ("---\ntitle: 甲\ntemplate: x.html\n---\n", ["3 page-key"]),
        ("---\nicon: ../../x\nstatus: new\n---\n", ["2 page-key", "3 page-key"]),
        ("---\nhide: 3\nsearch: no\ntitle: [a]\n---\n", ["2 page-key", "3 page-key", "4 page-key"]),
        ("---\ntitle: 'a\n---\n文字\n", ["1 page-header"]),
        ("---\n- a\n---\n文字\n", ["1 page-header"]),
        ("template: x.html\n\n文字\n", ["1 page-key"]),
        ("---\n允许:\n  - 手机号: 值班\n---\n", []),
        ("---\n\n文字\n", []),
        ("提示：template: x\n", []),
        ("# 甲\r\n".encode("utf-16"), ["1 page-encoding"]),
        ("# 公告栏的说明\n".encode("gb18030"), ["1 page-encoding"]),
        (b"x" * (1024 * 1024 + 1), ["1 too-big"]),
        (b"\xef\xbb\xbf# \xe7\x94\xb2\r\n", []),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_page(tmp_path, text, expected):
    assert faults(tmp_path, text) == expected


def test_lines_count_from_the_top_of_the_file(tmp_path):
    write(tmp_path, {"docs/a.md": "---\ntitle: 甲\n---\n\n[x](b.md)\n"})
    (page,) = read_hand_written(tmp_path).documents
    assert (page.path, page.body_line, page.links[0].line) == ("docs/a.md", 4, 5)


def test_an_allowance_needs_a_reason(tmp_path):
    write(tmp_path, {"docs/a.md": "---\n允许:\n  - 手机号: 值班\n  - 家庭住址\n  - '护照号: '\n---\n"})
    (page,) = read_hand_written(tmp_path).documents
    assert [(item.check, item.reason, item.line) for item in page.allow] == [("手机号", "值班", 3)]


def test_a_theme_gets_known_keys_only_and_as_html():
    meta = {
        "title": "<b>&",
        "description": 3,
        "template": "x",
        "hide": [1],
        "search": {},
        "icon": "x",
        "允许": "x",
    }
    assert front_matter_of(meta) == {"title": "&lt;b&gt;&amp;", "description": "3", "search": {}}


def test_a_page_is_parted_as_mkdocs_parts_it():
    assert part_page("---\na: 1\n...\n# b") == ("---\na: 1\n...\n", "# b")
    assert part_page("---\na\n---\n# b") == ("", "---\na\n---\n# b")
    assert values_of("---\na: 1\n---\n") == {"a": 1}


@pytest.mark.parametrize(
    "name",
    [
        "a.html", "a.HTM", "a.xhtml", "a.xht", "a.shtml", "a.svg", "a.SVGZ", "a.xml", "a.js", "a.mjs", "a.css", "a.wasm", "a.swf",
        "a.mht", "a.mhtml", "a.hta", "a.php", "a.markdown", "a.mkd", "a.MD", "a.md.bak", "a", "a.png.html", "a.html ", "a.pdf.", "a.xsl",
        "a.htaccess", "a.exe", "a.webmanifest", "a.eml", "a.rss",
    ],
)  # fmt: skip
def test_what_may_run_is_left_out(name):
    assert left_out([name, "a.png", "b.PDF", "表.xlsx"], (), ()) == {name}


def test_what_the_site_file_names_is_published_unless_it_pushes_ours_aside():
    named = {"a.js", "b.css"}
    assert left_out(["a.js", "b.css", "c.js"], named, {"b.css"}) == {"b.css", "c.js"}


def test_what_computers_leave_behind_is_junk():
    for name in (".DS_Store", "x/Thumbs.db", "desktop.ini", "~$表.docx", ".git/x.js"):
        assert is_junk(name) and left_out([name], (), ()) == {name}
    assert not is_junk("a.html")


def test_the_site_file_and_what_it_inherits_name_files(tmp_path):
    write(
        tmp_path,
        {
            "base.yml": "theme: {name: material, custom_dir: overrides, logo: logo.svg}\nextra_css: [a.css]\n",
            "mkdocs.yml": "INHERIT: base.yml\nextra_javascript:\n  - ./b.js\n  - path: c.mjs\n    type: module\n  - !ENV [X, d]\n",
        },
    )
    assert named_by(tmp_path) == Named(frozenset({"a.css", "b.js", "c.mjs", "logo.svg"}), "overrides")
    assert named_by(tmp_path / "none") == Named()
    write(tmp_path, {"mkdocs.yml": "extra_css: 3\ntheme: material\n"})
    assert named_by(tmp_path) == Named()


def test_sound_pages_are_read_once(tmp_path, monkeypatch):
    looked: list[str] = []
    reader = hand_written._page_of
    monkeypatch.setattr(
        hand_written, "_page_of", lambda path, data: looked.append(path) or reader(path, data)
    )
    pages = {
        "docs/a.md": "---\ntitle: 甲\n允许:\n  - 手机号: 值班\n---\n# 一\n\n[二](b.md#二)\n\n| 甲 |\n| --- |\n| 乙 |\n",
        "docs/b.md": "---\nicon: x\n---\n## 二\n".encode(),
        "docs/c.md": "# 三\n".encode("gb18030"),
    }

    def read(root, **changed):
        looked.clear()
        found = read_hand_written(write(root, pages | changed), KeptDocuments.at(root, "hand-written"))
        trees = [document.tree.blocks for document in found.documents]
        return [
            [vars(document) | {"tree": 0} for document in found.documents],
            trees,
            found.problems,
            found.unread,
        ]

    first = read(tmp_path)
    assert looked == ["docs/a.md", "docs/b.md", "docs/c.md"]
    assert read(tmp_path) == first and looked == ["docs/c.md"]
    changed = {"docs/b.md": "## 三\n"}
    assert read(tmp_path, **changed) == read(tmp_path / "anew", **changed) != first
    read(tmp_path, **changed | {"docs/d.md": "# 一\n"})
    assert looked == ["docs/c.md", "docs/d.md"]
