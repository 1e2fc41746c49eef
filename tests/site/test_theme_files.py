"""Of what the theme brings only what some page asks for is published."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from boards import plan
from site_builds import CONFIG, REPOSITORY, run_mkdocs

pytestmark = pytest.mark.site


WITH_LOOK = CONFIG.replace(
    "font: false}", f"font: false, features: [toc.follow], custom_dir: '{REPOSITORY / 'overrides'}'}}"
)


def build(project, config: str = CONFIG) -> Path:
    folder = project({"plans/a.md": plan()})
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    done = run_mkdocs(folder, "build")
    assert done.returncode == 0, done.stderr
    return folder / "site"


def test_maps_and_the_themes_own_search_are_left_out(project):
    site = build(project)
    names = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    assert not [name for name in names if name.endswith(".map") or "lunr" in name or "workers" in name]
    bundle, style = next(site.rglob("bundle.*.min.js")), next(site.rglob("main.*.min.css"))
    for place in (bundle, style):
        assert "sourceMappingURL" not in place.read_text(encoding="utf-8")
    for page in site.rglob("*.html"):
        for asked in re.findall(r'(?:src|href)="([^"]*/assets/[^"]+)"', page.read_text(encoding="utf-8")):
            # The page of a missing address stands anywhere, so that its addresses begin at the root.
            base = site if asked.startswith("/") else page.parent
            assert (base / asked.lstrip("/")).is_file(), (page, asked)


def test_the_themes_search_has_its_files_where_it_is_on(project):
    site = build(project, CONFIG.replace("plugins: []", "plugins: [search]"))
    assert [*site.rglob("workers/search.*.min.js")] and [*site.rglob("lunr/wordcut.js")]
    assert not [*site.rglob("*.map")]


@pytest.mark.parametrize(
    "config",
    [
        WITH_LOOK.replace("toc.follow", "toc.follow, content.code.copy"),
        WITH_LOOK + "markdown_extensions: [pymdownx.tabbed]\n",
        WITH_LOOK.replace("plugins: []", "plugins: [search]"),
        WITH_LOOK + "extra: {annotate: {json: ['.s2']}}\n",
        WITH_LOOK + "extra_javascript: [own.js]\n",
    ],
    ids=["a feature", "an extension", "a plugin", "an option", "a script of its own"],
)
def test_the_themes_script_comes_where_something_asks_for_it(project, config):
    if "own.js" in config:
        project({"docs/own.js": "document$.subscribe(() => {});\n"})
    site = build(project, config)
    page = (site / "index.html").read_text(encoding="utf-8")
    assert next(site.rglob("bundle.*.min.js")).name in page
    assert "__config" in page and "frame.js" not in page


def test_the_themes_script_stays_away_where_nothing_does(project):
    project({"docs/own.js": 'document.title = "$";\n'})
    site = build(project, WITH_LOOK + "extra_javascript: [own.js]\n")
    page = (site / "index.html").read_text(encoding="utf-8")
    assert not [*site.rglob("bundle.*.js")]
    assert "frame.js" in page and "bundle" not in page and "__config" not in page


def test_a_style_that_is_named_twice_is_joined_once(project):
    project({"docs/a.css": "a { top: 1px; }", "docs/b.css": "b { top: 2px; }"})
    site = build(project, WITH_LOOK + "extra_css: [a.css, b.css, a.css]\n")
    assert (site / "a.css").read_text(encoding="utf-8").count("1px") == 1
