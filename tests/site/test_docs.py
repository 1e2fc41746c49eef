"""Hand-written pages on the site and in the exported folder."""

import re
from html.parser import HTMLParser

import pytest

from boards import plan
from site_builds import run_board, run_mkdocs

pytestmark = pytest.mark.site

TOLERANT = "from noticeboard.build import Site\n\nSite.must_stop = lambda self, *, strict: False\n"
HOSTILE = """---
title: "</title><script>owned()</script>"
description: '"><img src=x onerror=owned()>'
template: 404.html
hide: 3
icon: ../x
---
# 标题

文字 <b onclick="owned()">粗</b>

<script>owned()</script>

## NB search

[去](#nb-search) [到](https:evil) ![图](//evil/a.png){ onerror="owned()" }
"""
FILES = {
    "plans/a.md": plan(),
    "docs/evil.md": HOSTILE,
    "docs/plain.md": "# 甲 &lt;i onclick=owned()&gt;\n\n## 一 <b>二</b>\n\n[页](evil.md) [月](months/index.md)\n",
    "docs/title.md": "# &lt;/title&gt;&lt;script&gt;owned()&lt;/script&gt;\n",
    "docs/x.html": "<script>owned()</script>",
    "docs/x.svg": "<svg onload='owned()'/>",
    "docs/x.markdown": "<script>owned()</script>",
    "docs/图.png": b"1",
}
EXTENSIONS = "markdown_extensions: [attr_list, noticeboard.markup.extension]\n"


def text_of(folder, path):
    return (folder / path).read_text(encoding="utf-8")


class _Runs(HTMLParser):
    """Handlers, scripts that call `owned`, addresses elsewhere, and an id of ours."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.inside = ""

    def handle_starttag(self, tag, attributes) -> None:
        self.inside = tag if tag in ("script", "style") else ""
        for name, value in attributes:
            if name.startswith("on") or (
                name in ("href", "src", "id") and re.match(r"https:evil|//evil|nb-search", value or "")
            ):
                self.found.append(f"{tag} {name}={value}")

    def handle_data(self, data) -> None:
        if self.inside and "owned" in data:
            self.found.append(data)


def runs(page):
    parser = _Runs()
    parser.feed(page)
    return parser.found


def test_an_error_in_docs_leaves_the_published_site_alone(project):
    folder = project({"plans/a.md": plan()})
    assert run_mkdocs(folder, "build").returncode == 0
    before = {path: path.read_bytes() for path in (folder / "site").rglob("*") if path.is_file()}
    (folder / "docs" / "b.md").write_text("# 乙\n\n身份证 11010519491231002X\n", encoding="utf-8")
    done = run_mkdocs(folder, "build")
    assert done.returncode == 1
    assert "docs/b.md:3:5: 错误[identity-number]" in done.stderr
    assert "Traceback" not in done.stderr
    assert {path: path.read_bytes() for path in (folder / "site").rglob("*") if path.is_file()} == before


def test_pages_are_clean_whatever_was_told(project):
    folder = project({**FILES, "tolerant.py": TOLERANT}, EXTENSIONS)
    config = folder / "mkdocs.yml"
    config.write_text(
        text_of(folder, "mkdocs.yml").replace("hooks: [", "hooks: ['tolerant.py', "), encoding="utf-8"
    )
    done = run_mkdocs(folder, "build")
    assert done.returncode == 0, done.stderr
    site = folder / "site"
    for path in ("evil", "plain", "title", "", "plans/a"):
        page = text_of(site, f"{path}/index.html".lstrip("/"))
        assert runs(page) == [], path
    page = text_of(site, "evil/index.html")
    assert "&lt;/title&gt;&lt;script&gt;owned()" in page
    assert 'id="s-nb-search"' in page and 'href="#s-nb-search"' in page and 'id="nb-search"' not in page
    assert not (site / "x.html").exists() and not (site / "x.svg").exists() and not (site / "x").exists()
    assert (site / "图.png").is_file()
    assert 'href="../months/"' in text_of(site, "plain/index.html")


def test_a_trusted_folder_is_published_as_it_stands_and_said_to_be(project):
    files = {
        "plans/a.md": plan(),
        "docs/b.md": "# 乙\n\n<script>mine()</script>\n",
        "docs/x.html": "<script>mine()</script>",
    }
    folder = project(files, "extra: {board: {trust_docs: true}}\n")
    done = run_mkdocs(folder, "build", "--strict")
    assert done.returncode == 0, done.stderr
    assert "trust_docs" in done.stderr
    assert "<script>mine()</script>" in text_of(folder, "site/b/index.html")
    assert (folder / "site/x.html").is_file()
    done = run_board(folder, "check", "--strict")
    assert (
        done.returncode == 0
        and "mkdocs.yml:6:17: 已允许[trust_docs] docs 里的网页和文件照原样登出来" in done.stdout
    )


def test_exported_pages_are_clean(project):
    files = {
        path: content
        for path, content in FILES.items()
        if path not in ("docs/x.html", "docs/x.svg", "docs/x.markdown")
    }
    evil = HOSTILE.replace("template: 404.html\nhide: 3\nicon: ../x\n", "").replace("[到](https:evil)", "")
    files["docs/guide/evil.md"] = evil
    del files["docs/evil.md"]
    files["docs/plain.md"] = files["docs/plain.md"].replace("evil.md", "guide/evil.md#nb-search")
    folder = project(files, EXTENSIONS)
    done = run_board(folder, "export", "out")
    assert done.returncode == 0, done.stderr
    page = text_of(folder, "out/docs/guide/evil/index.md")
    assert "title: '&lt;/title&gt;&lt;script&gt;owned()&lt;/script&gt;'" in page
    assert (
        "<script" not in page and "onclick" not in page and "<img" not in page and 'id="s-nb-search"' in page
    )
    plain = text_of(folder, "out/docs/plain/index.md")
    assert 'href="../guide/evil/#nb-search"' in plain and 'href="../months/"' in plain
    assert not (folder / "out/docs/plain.md").exists() and (folder / "out/docs/图.png").is_file()


def test_a_document_is_linked_to_as_it_lies_on_the_disk_too(project):
    page = "# 页\n\n[站里](../plans/a.md) [盘上](../../plans/a.md)\n"
    folder = project({"plans/a.md": plan(), "docs/guide/x.md": page})
    assert run_mkdocs(folder, "build", "--strict").returncode == 0
    links = re.findall(r'<a href="([^"]+)">(?:站里|盘上)</a>', text_of(folder, "site/guide/x/index.html"))
    assert links == ["../../plans/a/", "../../plans/a/"]
