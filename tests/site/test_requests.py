"""No page of a site that is published asks another site for anything, whoever put that there."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from boards import plan
from noticeboard_mkdocs.requests import Requests
from site_builds import run_mkdocs

ASKING = {
    "font": '<link rel="stylesheet" href="https://fonts.googleapis.com/css?family=Roboto">',
    "preconnect": "<link rel=preconnect href=//fonts.gstatic.com crossorigin>",
    "script": '<script src="https://cdnjs.cloudflare.com/a.js"></script>',
    "script without a slash": "<SCRIPT SRC=https:evil.example/a.js>",
    "back slashes": '<script defer src="/\\evil.example/a.js"></script>',
    "another language": '<link rel="alternate" href="https://evil.example/" hreflang="en">',
    "icon": '<link rel="shortcut icon" href="http://evil.example/a.ico">',
    "picture": '<img alt="" src="https://evil.example/a.png">',
    "pictures to choose": '<img src="a.png" srcset="b.png 1x, //evil.example/c.png 2x">',
    "frame": '<iframe src="https://evil.example"></iframe>',
    "film": '<video poster="https://evil.example/a.jpg"></video>',
    "style": "<style>@import 'https://evil.example/a.css';</style>",
    "style's address": "<style>@import url(https://evil.example/a.css);</style>",
    "style's second picture": "<style>p { background: image-set('a.png' 1x, 'https://evil.example/b.png' 2x) }</style>",
    "style of an element": '<div style="background: url(https://evil.example/a.png)">',
    "form": '<form action="https://evil.example/?q=">',
    "base": '<base href="https://evil.example/">',
    "stars": '<a href="https://github.com/a/b" title="c" class="md-source" data-md-component="source">',
    "stars of a forge inside": '<a href="http://gitlab.example.internal/a/b" data-md-component="source">',
    "diagram": '<pre class="mermaid"><code>graph</code></pre>',
}
QUIET = [
    '<link rel="canonical" href="https://gonghui.example/">', '<a href="https://gonghui.example/">甲</a>', '<img src="data:image/png;base64,AA">',
    '<link rel="icon" href="a.png">', '<script src="../a.js"></script>', "<p>https://gonghui.example/a.js &lt;script src=//a&gt;</p>",
    '<form action="search/">', '<a href="http://git.example/a" class="md-source" data-md-component="source">', '<p class="mermaids">', "<style>p{color:red}</style>",
]  # fmt: skip
CONFIG = SimpleNamespace(extra_javascript=[])


@pytest.mark.parametrize("html", ASKING.values(), ids=ASKING)
def test_what_a_page_asks_for_is_told(html: str) -> None:
    requests = Requests()
    requests.look_at_page(f"<p>甲</p>{html}<p>乙</p>", "months/", CONFIG)
    (problem,) = requests.problems
    assert problem.is_error and "months/" in problem.message


@pytest.mark.parametrize("html", QUIET)
def test_what_asks_for_nothing_is_not(html: str) -> None:
    requests = Requests()
    requests.look_at_page(html, "months/", CONFIG)
    assert requests.problems == []


def test_a_site_that_brings_diagrams_along_asks_for_none() -> None:
    requests = Requests()
    requests.look_at_page(ASKING["diagram"], "a/", SimpleNamespace(extra_javascript=["js/mermaid.min.js"]))
    assert requests.problems == []


@pytest.mark.site
@pytest.mark.parametrize(
    ("files", "settings", "asked"),
    [
        ({}, "theme: {name: mkdocs}\n", "cdnjs.cloudflare.com"),
        ({}, "repo_url: https://github.com/union/board\n", "https://github.com/union/board"),
        ({"docs/a.css": "body { background: url(//evil.example/a.png) }"}, "extra_css: [a.css]\n", "//evil.example/a.png"),
        (
            {"overrides/main.html": '{% extends "base.html" %}{% block libs %}<script src="https://evil.example/a.js"></script>{% endblock %}'},
            "theme: {name: material, font: false, custom_dir: overrides}\n",
            "https://evil.example/a.js",
        ),
    ],
    ids=["theme", "stars", "style", "template"],
)  # fmt: skip
def test_nothing_is_published_that_asks(project, files, settings: str, asked: str) -> None:
    folder = project({"plans/a.md": plan(), **files}, settings)
    done = run_mkdocs(folder, "build")
    assert done.returncode == 1
    assert f"会从别的网站取“{asked}" in done.stderr or asked in done.stderr
    assert "mkdocs.yml:1:1: 错误[settings]" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (folder / "site").exists()
