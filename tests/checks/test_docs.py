"""Pages and files of docs/: checked as documents are, unless a setting trusts them."""

import pytest

from boards import ANY, plan, told, write

PLAN = {"plans/a.md": plan()}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# 甲\n\n身份证 11010519491231002X\n", ["3:5 error identity-number"]),
        ("| 甲 |\n|---|\n| 13912345678 |\n", ["3:3 warning mobile-number"]),
        ("<!-- 13912345678 -->\n", ["1:6 warning mobile-number"]),
        ("```\n13912345678\n```\n", ["2:1 warning mobile-number"]),
        ("---\ntitle: 打 13912345678\n---\n", ["2:10 warning mobile-number"]),
        ("<script>x</script>\n", ["1:1 warning html-removed"]),
        ("文 <b onclick=x>字</b>\n", ["1:3 warning html-removed"]),
        ("[文](b.md){ onclick=x }\n", ["1:10 warning html-removed"]),
        ("`{ onclick=x } <script>`\n", []),
        ("[文](javascript:x)\n", ["1:1 warning html-removed"]),
        ("![图一](https:evil/a.png)\n", ["1:1 warning picture-outside"]),
        ("![图一](b.png){ src=//evil/a.png }\n", ["1:13 warning picture-outside"]),
        ("![图][q]\n\n[q]: <data:image/svg+xml,%3Csvg%3E>\n", ["1:1 warning picture-outside"]),
        ("![图](data&colon;image/svg+xml,x)\n", ["1:1 warning picture-outside"]),
        ("![图](&#100;ata:image/png;base64,x)\n", ["1:1 warning picture-outside"]),
        ('文<img """><script>藏</script>">字\n', ["1:11 warning html-removed"]),
        ("文<b '><script>藏</script>'>字\n", ["1:7 warning html-removed"]),
        ("<!-- x --!><script>藏</script>-->\n", ["1:12 warning html-removed"]),
        ("文<!--><script>藏</script>-->\n", ["1:7 warning html-removed"]),
        ("<!---><script>藏</script>-->\n", ["1:7 warning html-removed"]),
        ("- ```\n  <script>看</script>\n  ```\n", []),
        ("<table background=/\\evil><tr><td>x</table>\n", ["1:1 warning picture-outside"]),
        ("[文](https:evil)\n", ["1:1 error link-outside"]),
        ("[文](../../../secret.md)\n", ["1:1 error link-outside"]),
        ("[文](https://a.example/) [文](../plans/a.md) [文](b.md#x) [文](#x)\n\n# 上 {#x}\n", []),
        ("[文](../../plans/a.md) [文](../../board.json)\n", ["1:23 error link-missing"]),
        ("[文](../../board.json)\n", ["1:1 error link-missing"]),
        ("文\u202e字\n", ["1:2 error bidi-control"]),
        ("---\n允许:\n  - 手机号: 值班\n---\n13912345678\n", []),
        ("---\n允许:\n  - 手机号: 值班\n---\n", ["3:1 warning allowance-unused"]),
        ("---\n允许:\n  - 身份证号: 值班\n---\n", ["3:1 error allowance-refused"]),
        ("---\n允许:\n  - 没有的: 值班\n---\n", ["3:1 error allowance-unknown"]),
    ],
)
def test_a_page_is_checked(board, text, expected):
    assert told(board({**PLAN, "docs/x/b.md": text, "docs/x/b.png": ANY})) == [
        f"docs/x/b.md:{line}" for line in expected
    ]
    assert told(board({}, trust_docs=True)) == []


def test_trusted_pages_are_ones_that_can_be_read(board):
    site = board({**PLAN, "docs/b.md": "# 公告\n".encode("gbk")}, trust_docs=True)
    assert told(site) == ["docs/b.md:1:1 error page-encoding"]
    assert "b.md" in site.left_out


def test_files_beside_pages_are_inspected(board):
    site = board({**PLAN, "docs/表.csv": "姓名,电话\n甲,13912345678\n", "docs/13812345678.png": b"1"})
    assert sorted(told(site)) == [
        "docs/13812345678.png:1:1 warning mobile-number",
        "docs/表.csv:1:1 warning mobile-number",
    ]


def test_a_page_answers_for_the_file_it_links_to(board):
    files = {**PLAN, "docs/表.csv": "姓名,电话\n甲,13912345678\n"}
    page = "---\n允许:\n  - 手机号: 值班\n---\n[表](表.csv)\n"
    assert told(board({**files, "docs/b.md": page})) == []


def test_only_the_manual_itself_may_show_its_samples(board):
    sample = "# 例\n\n```markdown\n值班电话 13812345678。\n```\n"
    assert told(board({**PLAN, "docs/guide/checks.md": sample})) == []
    site = board({"docs/guide/checks.md": sample + "\n值班电话 13912345678。\n", "docs/b.md": sample})
    assert told(site) == [
        "docs/b.md:4:6 warning mobile-number",
        "docs/guide/checks.md:7:6 warning mobile-number",
    ]


def test_files_that_run_are_left_out(board, tmp_path):
    write(tmp_path, {
        "mkdocs.yml": "theme: {name: material, custom_dir: look}\nextra_javascript: [a.js, ours.js]\n",
        "look/ours.js": "x",
    })  # fmt: skip
    files = {
        f"docs/{name}": "x"
        for name in ("a.js", "b.js", "ours.js", "c.html", "x/图.svg", ".hidden.js", "Thumbs.db")
    }
    site = board({**PLAN, **files, "docs/d.png": b"1"})
    assert told(site) == [
        f"docs/{name}:1:1 error file-left-out" for name in ("b.js", "c.html", "ours.js", "x/图.svg")
    ]
    assert {"b.js", "c.html", "ours.js", "x/图.svg", "Thumbs.db"} <= site.left_out
    assert "a.js" not in site.left_out and "d.png" not in site.left_out
    trusted = board({}, trust_docs=True)
    assert told(trusted) == [] and not trusted.left_out


WRITTEN = {"plans/a.md": plan(), "docs/index.md": "# 甲\n"}
PAGE_OF_HTML = b"<!doctype html><script>alert(1)</script>"


@pytest.mark.slow
@pytest.mark.parametrize(
    "ending",
    [
        "pdf", "txt", "csv", "png", "jpg", "gif", "bmp", "avif", "heic", "tif", "docx", "xlsx", "xls", "json", "ics", "ico", "woff", "woff2",
        "ttf", "otf", "ogg", "mp3", "mp4", "mov", "wav", "webm", "zip", "rar", "7z", "ofd", "rtf", "odt", "wps", "PDF", "Json",
    ],
)  # fmt: skip
def test_a_page_of_html_under_another_name_is_refused(board, ending):
    site = board({**WRITTEN, f"docs/f/a.{ending}": PAGE_OF_HTML})
    assert told(site) == [f"docs/f/a.{ending}:1:1 error attachment-type"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.pdf", b"version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 1\n", "error lfs-pointer"),
        ("a.json", b"version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 1\n", "error lfs-pointer"),
        ("a.pdf", b"", "error attachment-empty"),
        ("a.ics", b"", "error attachment-empty"),
        ("宏.xlsm", ANY, "warning attachment-macros"),
        ("宏.DOCM", ANY, "warning attachment-macros"),
        ("a.png", b"\x89PNG\r\n\x1a\n<script>", "error attachment-type"),
        ("a.json", b"alert(1)", "error attachment-type"),
        ("a.ics", b"BEGIN:VCARD", "error attachment-type"),
        ("a.php.jpg", ANY, "error attachment-type"),
    ],
)  # fmt: skip
def test_files_of_docs_are_what_their_names_say(board, name, data, expected):
    assert told(board({**WRITTEN, f"docs/f/{name}": data})) == [f"docs/f/{name}:1:1 {expected}"]
    assert told(board({f"docs/f/{name}": data}, trust_docs=True)) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", ANY), ("a.docx", ANY), ("a.png", ANY), ("a.json", b'\n{"a": 1}'), ("a.json", b"\xef\xbb\xbf[]"), ("a.ics", b"BEGIN:VCALENDAR\r\n"),
        ("a.ico", b"\0\0\1\0\1\0"), ("a.woff2", b"wOF2"), ("a.ttf", b"\0\1\0\0"), ("a.otf", b"OTTO"), ("a.ogg", b"OggS"), ("a.txt", "甲".encode()),
    ],
)  # fmt: skip
def test_files_of_docs_that_are_what_they_say_pass(board, name, data):
    assert told(board({**WRITTEN, f"docs/f/{name}": data})) == []
