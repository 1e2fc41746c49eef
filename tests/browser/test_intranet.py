"""The built folder as it may stand in an intranet: at a root, below a path, on a disk; beside a forge of one's own."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from boards import plan
from browser.conftest import _Quiet, _Server
from browser.lists import LISTS
from site_builds import REPOSITORY, run_mkdocs

pytestmark = pytest.mark.browser

STATE = """() => ({
  styled: getComputedStyle(document.querySelector(".md-header")).position === "sticky",
  ours: getComputedStyle(document.documentElement).getPropertyValue("--nb-paper") !== "",
  scripts: document.documentElement.classList.contains("js") && !!document.querySelector(".md-header button.nb-menu"),
  empty: [...document.images].filter((image) => !(image.complete && image.naturalWidth)).map((image) => image.src),
})"""
ABORTED = "net::ERR_ABORTED"
GOOD = {"styled": True, "ours": True, "scripts": True, "empty": []}


@contextmanager
def served(folder: Path) -> Iterator[str]:
    server = _Server(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()


@pytest.fixture(params=["root, files", "path", "disk"])
def place(request, tmp_path) -> Iterator[tuple[str, str]]:
    """Where the site stands, and what its addresses of folders end with.

    Each place and each form of addresses once: addresses are relative, whose every pair `site/test_crawl.py` follows, and all
    other tests of a browser stand at the root with folders.
    """
    files = "," in request.param or request.param == "disk"
    site = request.getfixturevalue("disk_site" if files else "sample_site")
    end = "index.html" if files else ""
    if request.param == "disk":
        yield f"{site.as_uri()}/", end
        return
    path = "" if request.param.startswith("root") else "gong/hui/"
    if path:
        (tmp_path / "gong").mkdir()
        (tmp_path / path.rstrip("/")).symlink_to(site)
    with served(tmp_path if path else site) as address:
        yield address + path, end


@pytest.fixture
def watched(chromium):
    """A page that notes what fails and what is asked of others, without the policy that would keep it back."""
    context = chromium.new_context(bypass_csp=True, locale="zh-CN")
    page = context.new_page()
    page.faults, page.requests = [], []
    page.on("request", lambda request: page.requests.append(request.url))
    # What is still on its way when a page is left is no fault.
    page.on("requestfailed", lambda request: request.failure == ABORTED or page.faults.append(request.url))
    page.on("response", lambda response: response.status >= 400 and page.faults.append(response.url))
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    yield page
    context.close()


def test_every_kind_of_page_works(watched, place, one_of_each):
    address, end = place
    for path in [*LISTS, *one_of_each]:
        hand_written = end and path == "about/"
        watched.goto(address + ("about.html" if hand_written else path + end), wait_until="load")
        assert watched.evaluate(STATE) == GOOD, path
    assert watched.faults == []
    assert [url for url in watched.requests if not url.startswith((address, "data:", "blob:"))] == []


def test_a_reader_clicks_through_the_site(watched, place):
    address, end = place
    watched.goto(address + end)
    watched.locator(".md-tabs a", has_text="逐月活动").click()
    watched.wait_for_url(f"{address}months/{end}")
    watched.locator(".nb-months a").first.click()
    watched.wait_for_url(f"{address}months/**")
    watched.locator(".nb-entry__text a").first.click()
    watched.wait_for_url(f"{address}plans/**")
    assert watched.locator("h1").count() == 1
    watched.goto(f"{address}search/{end}?q=%E6%95%99%E8%81%8C%E5%B7%A5")
    watched.locator(".nb-hit a").first.click()
    watched.wait_for_url(f"{address}plans/**")
    assert watched.evaluate(STATE) == GOOD
    assert watched.faults == []


FORGES = {
    "http://gitea.example.internal/union/board": "http://gitea.example.internal/union/board/_edit/main/",
    "https://gitlab.example.internal/union/board": "https://gitlab.example.internal/union/board/-/edit/main/",
    "https://github.com/union/board": "https://github.com/union/board/edit/master/",
}


@pytest.mark.parametrize("forge", FORGES)
def test_no_forge_is_asked_anything(watched, project, forge):
    folder = project(
        {"plans/2026/计划.md": plan("### 三月\n\n- 8日 座谈会\n")},
        f"repo_url: {forge}\n",
    )
    config = folder / "mkdocs.yml"
    theme = f"theme: {{name: material, language: zh, font: false, features: [content.action.edit], custom_dir: '{REPOSITORY / 'overrides'}'}}"
    lines = [
        theme if line.startswith("theme:") else line
        for line in config.read_text(encoding="utf-8").splitlines()
    ]
    config.write_text("\n".join(lines), encoding="utf-8")
    done = run_mkdocs(folder, "build", "--strict")
    assert done.returncode == 0, done.stderr
    with served(folder / "site") as address:
        watched.goto(address, wait_until="load")
        source = watched.locator(".md-header .md-source")
        assert source.get_attribute("href") == forge
        assert watched.locator("[rel=edit]").get_attribute("href") == f"{FORGES[forge]}docs/index.md"
        watched.goto(f"{address}plans/2026/ji-hua/", wait_until="networkidle")
        assert watched.locator("[rel=edit]").get_attribute("href").startswith(f"{FORGES[forge]}plans/2026/")
        assert [url for url in watched.requests if not url.startswith(address)] == []
    assert watched.faults == []
