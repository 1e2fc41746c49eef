"""The sample configurations on the web servers of this machine: at a root, below a path, behind a proxy."""

from __future__ import annotations

import contextlib
import gzip
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Error

from noticeboard.content.repository.file_types import FILE_TYPES
from site_builds import REPOSITORY
from web_servers import DEPLOY, PACKAGES, PROGRAMS, Server, served

pytestmark = pytest.mark.site

PLACES = ["nginx-root", "nginx-path", "nginx-proxy", "apache-root", "apache-path", "caddy-root", "caddy-path"]


@pytest.fixture(scope="module", params=PLACES)
def server(request, tmp_path_factory) -> Iterator[Server]:
    """A server, and where the site is on it."""
    kind, place = request.param.split("-")
    for needed in {kind, "nginx"} if place == "proxy" else {kind}:
        if PROGRAMS[needed] is None:
            pytest.skip(f"{needed} is not installed: apt-get install {PACKAGES[needed]}")
    site = request.getfixturevalue("sample_site" if place == "root" else "below_site")
    with served(kind, place, site, tmp_path_factory.mktemp(request.param)) as running:
        yield running


def test_every_file_is_there(server):
    for place in server.site.rglob("*"):
        # Hidden files are no reader's.
        if not place.is_file() or place.name.startswith("."):
            continue
        path = place.relative_to(server.site).as_posix()
        response, body = server.get(server.base + path.removesuffix("index.html"))
        assert response.status == 200, path
        assert body == place.read_bytes(), path


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("", "text/html; charset=utf-8"),
        ("assets/stylesheets/board.css", "text/css; charset=utf-8"),
        ("assets/javascripts/notice-state.js", r"(application|text)/javascript; charset=utf-8"),
        ("board.json", "application/json; charset=utf-8"),
        ("feed.xml", "text/xml; charset=utf-8"),
        ("calendar.ics", "text/calendar; charset=utf-8"),
        ("disclosure/ledger.csv", "text/csv; charset=utf-8"),
        ("disclosure/ledger.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("sitemap.xml.gz", "application/gzip(; charset=utf-8)?"),
    ],
)
def test_browsers_are_told_what_a_file_is(server, path, kind):
    assert re.fullmatch(kind, server.get(server.base + path)[0].getheader("Content-Type"))


@pytest.fixture
def manifest(server) -> Iterator[str]:
    """What tells a telephone how to keep the board among its programs."""
    place = server.site / "board.webmanifest"
    place.write_text('{"name": "工会公告栏", "icons": []}' + " " * 1000, encoding="utf-8")
    yield place.name
    place.unlink()


def test_a_manifest_is_told_and_compressed(server, manifest):
    response, body = server.get(server.base + manifest, Accept_Encoding="gzip")
    assert response.getheader("Content-Type").startswith("application/manifest+json")
    assert gzip.decompress(body) == (server.site / manifest).read_bytes()


@pytest.mark.parametrize(
    "path", ["", "assets/stylesheets/board.css", "board.json", "calendar.ics", "disclosure/ledger.csv"]
)
def test_texts_are_sent_compressed(server, path):
    plain = server.get(server.base + path)[1]
    response, body = server.get(server.base + path, Accept_Encoding="gzip")
    assert response.getheader("Content-Encoding") == "gzip"
    assert response.getheader("Vary") == "Accept-Encoding"
    assert gzip.decompress(body) == plain
    assert len(body) < len(plain) / 2


@pytest.mark.parametrize("path", ["disclosure/ledger.xlsx", "sitemap.xml.gz"])
def test_what_is_compressed_already_is_not(server, path):
    response, body = server.get(server.base + path, Accept_Encoding="gzip")
    assert response.getheader("Content-Encoding") is None
    assert body == (server.site / path).read_bytes()


def test_files_with_a_number_in_their_name_are_kept_for_a_year(server):
    hashed = [path for path in server.site.glob("assets/*/*.min.*") if path.suffix in (".css", ".js")]
    assert len(hashed) >= 2
    for place in hashed:
        response, _ = server.get(server.base + place.relative_to(server.site).as_posix())
        assert response.getheader("Cache-Control") == "public, max-age=31536000, immutable", place


@pytest.mark.parametrize("path", ["", "months/2026/03/", "assets/stylesheets/board.css", "board.json"])
def test_everything_else_is_asked_for_again_but_sent_only_when_it_changed(server, path):
    for encoding in ("identity", "gzip"):
        first, _ = server.get(server.base + path, Accept_Encoding=encoding)
        assert first.getheader("Cache-Control") == "no-cache"
        tag = first.getheader("ETag")
        again, body = server.get(server.base + path, Accept_Encoding=encoding, If_None_Match=tag)
        assert again.status == 304 and body == b"", encoding


@pytest.mark.parametrize("path", ["", "keine/", "board.json"])
def test_every_answer_is_guarded(server, path):
    response, _ = server.get(server.base + path)
    assert response.getheader("X-Content-Type-Options") == "nosniff"
    assert response.getheader("Content-Security-Policy") == "frame-ancestors 'self'"
    assert response.getheader("X-Frame-Options") == "SAMEORIGIN"
    assert response.getheader("Referrer-Policy") == "same-origin"
    assert "geolocation=()" in response.getheader("Permissions-Policy")
    # Which server it is may be told, which version may not.
    assert response.getheader("Server").lower() == server.kind


HOSTILE = {
    "plans/2026/a.html": (b"<script>document.title = document.cookie</script>", True),
    "plans/2026/b.svg": (b'<svg xmlns="http://www.w3.org/2000/svg"><script>x</script></svg>', True),
    "plans/2026/c.xml": (b"<x:script xmlns:x='http://www.w3.org/1999/xhtml'>x</x:script>", True),
    "plans/d.txt": (b"<html>", True),
    "plans/2026/e/index.htm": (b"<html>", True),
    "plans/2026/e/xindex.html": (b"<html>", True),
    "plans/2026/e/index.html.zip": (b"PK", True),
    "plans/2026/f": (b"<html>", True),
    "plans/2026/g.PDF": (b"%PDF-1.7", False),
    "plans/2026/h.jpg": (b"\xff\xd8\xff", False),
    "plans/2026/i.png": (b"\x89PNG", False),
}
"""Path of a file → what is in it, and whether it is only downloaded."""


@pytest.fixture
def hostile(server) -> Iterator[None]:
    """Files that no check would let pass, on the server all the same."""
    places = {server.site / path: content for path, (content, _) in HOSTILE.items()}
    made = [place.parent for place in places if not place.parent.exists()]
    for place, content in places.items():
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    yield
    for place in places:
        place.unlink()
    for folder in dict.fromkeys(made):
        folder.rmdir()


@pytest.mark.parametrize("path", HOSTILE)
def test_what_officers_put_there_is_shut_in(server, hostile, path):
    for method in ("GET", "HEAD"):
        response, _ = server.get(server.base + path, method)
        assert response.status == 200
        policy = response.getheader("Content-Security-Policy")
        assert policy == "sandbox; frame-ancestors 'self'"
        assert response.getheader("X-Content-Type-Options") == "nosniff"
        assert response.getheader("Content-Disposition") == ("attachment" if HOSTILE[path][1] else None)
        assert response.getheader("Cache-Control") == "no-cache"
        assert response.getheader("X-Frame-Options") == "SAMEORIGIN"


def test_every_file_below_plans_is_a_page_or_shut_in(server):
    for place in (server.site / "plans").rglob("*"):
        if place.is_file():
            path = place.relative_to(server.site).as_posix().removesuffix("index.html")
            response, _ = server.get(server.base + path)
            is_page = path.endswith("/")
            assert ("sandbox" in response.getheader("Content-Security-Policy")) != is_page, path
            if is_page:
                assert response.getheader("Content-Disposition") is None, path


def test_what_is_not_there_below_plans_is_our_page(server):
    response, _ = server.get(f"{server.base}plans/2026/meiyou.html")
    assert response.status == 404
    assert response.getheader("Content-Security-Policy") == "frame-ancestors 'self'"
    assert response.getheader("Content-Disposition") is None


@pytest.fixture(scope="module")
def headed(playwright) -> Iterator[Browser]:
    """The whole browser, with its viewer of PDF files, which the headless shell lacks."""
    browser = playwright.chromium.launch(
        executable_path="/usr/bin/chromium", headless=False, args=["--headless=new", "--no-sandbox"]
    )
    yield browser
    browser.close()


@pytest.mark.browser
def test_scripts_do_not_run_and_pictures_and_pdf_open(server, hostile, headed):
    (pdf, *_) = sorted(server.site.glob("plans/**/*.pdf"))
    (picture, *_) = sorted(server.site.glob("plans/**/*.png"))[1:]
    at = f"http://127.0.0.1:{server.port}{server.base}"
    context = headed.new_context(accept_downloads=True)
    context.add_cookies([{"name": "oa", "value": "secret", "url": at}])
    page = context.new_page()
    for path in ("plans/2026/a.html", "plans/2026/b.svg", "plans/2026/c.xml"):
        with page.expect_download(), contextlib.suppress(Error):
            page.goto(at + path)
    page.goto(at + picture.relative_to(server.site).as_posix())
    assert page.evaluate("document.images[0].naturalWidth") > 100
    page.goto(at + pdf.relative_to(server.site).as_posix())
    # The viewer is the browser's own, and nobody may look into it: a shown page is much more of a picture than an empty one.
    deadline = 60
    while len(page.screenshot()) < 15_000 and deadline:
        page.wait_for_timeout(500)
        deadline -= 1
    assert deadline, "the file is not shown"


@pytest.mark.parametrize(
    "path", ["meiyou", "meiyou/", "plans/2026/meiyou/", "assets/", "plans/2026/", ".git/config", "plans/.x"]
)
def test_what_is_not_there_leads_on_to_the_board(server, path):
    response, body = server.get(server.base + path)
    text = body.decode()
    assert response.status == 404
    assert "<h1>没有这一页</h1>" in text
    styles = re.findall(r'<link rel="stylesheet" href="([^"]+)"', text)
    assert styles
    for address in [*styles, *re.findall(r'<li><a href="([^"]+)"', text)]:
        assert address.startswith(server.base)
        # Browsers take the last dot away before they ask.
        assert server.get(re.sub(r"/\.$", "/", address))[0].status == 200, address


def test_a_folder_without_its_slash_is_found(server):
    response, _ = server.get(f"{server.base}months/2026", Host="proxy.example:8443")
    assert response.status in (301, 308)
    # Apache cannot help naming the host; it names the one that the reader asked.
    location = response.getheader("Location").removeprefix("http://proxy.example:8443")
    assert location == f"{server.base}months/2026/"
    if server.base != "/":
        location = server.get(server.base.rstrip("/"), Host="a.example")[0].getheader("Location")
        assert location.removeprefix("http://a.example") == server.base


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_nothing_can_be_sent_to_it(server, method):
    assert server.get(server.base, method)[0].status == 405


@pytest.mark.parametrize(
    "path", ["..%2f..%2fetc/passwd", "../../etc/passwd", "%2e%2e/%2e%2e/etc/passwd", "..;/etc/passwd"]
)
def test_nothing_beside_the_site_can_be_read(server, path):
    response, body = server.get(server.base + path)
    # Caddy answers where nobody listens, with nothing.
    assert response.status in (400, 404) or body == b""


def test_a_neighbour_of_the_path_is_not_of_the_site(server):
    if server.base != "/":
        for path in ("/gonghui..%2f", "/gonghuix"):
            response, body = server.get(path)
            assert response.status == 404 or body == b""


def test_the_guide_shows_or_names_the_samples_as_they_are():
    guide = (REPOSITORY / "docs/guide/publish.md").read_text(encoding="utf-8")
    shown = dict(re.findall(r'^```\w+ title="(deploy/[^"]+)"\n(.*?)^```$', guide, re.MULTILINE | re.DOTALL))
    assert {f"deploy/nginx/gonghui-{place}.conf" for place in ("root", "path", "proxy")} < set(shown)
    assert shown == {name: (REPOSITORY / name).read_text(encoding="utf-8") for name in shown}
    for kind in ("nginx", "apache", "caddy", "iis"):
        for sample in (DEPLOY / kind).iterdir():
            assert f"`{sample.name}`" in guide or f"deploy/{kind}/{sample.name}" in guide, sample


KNOWN_TO_IIS = frozenset(
    [
        "pdf",
        "docx",
        "docm",
        "dotx",
        "dotm",
        "xlsx",
        "xlsm",
        "xltx",
        "xltm",
        "xlam",
        "xlsb",
        "pptx",
        "pptm",
        "ppsx",
        "ppsm",
        "potx",
        "potm",
        "doc",
        "dot",
        "xls",
        "xlt",
        "ppt",
        "pps",
        "pot",
        "rtf",
        "png",
        "jpg",
        "jpeg",
        "gif",
        "bmp",
        "tif",
        "tiff",
        "txt",
        "zip",
        "mp3",
        "wav",
        "mov",
    ]
)
"""Endings that every IIS has a type for; of others it says that there is no such file."""


def test_the_sample_for_iis_says_what_that_for_nginx_says():
    """There is no IIS to ask; this much can be known of its sample."""
    settings = ElementTree.parse(DEPLOY / "iis/web.config").getroot()
    told = {add.get("name"): add.get("value") for add in settings.iter("add") if add.get("name")}
    rewritten = {action.get("value") for action in settings.iter("action")}
    nginx = "".join(place.read_text(encoding="utf-8") for place in sorted((DEPLOY / "nginx").iterdir()))
    plain = re.findall(r'^add_header ([\w-]+) "?([^"$;]+)"? always;', nginx, re.MULTILINE)
    assert len(plain) == 4
    assert told == {**dict(plain), "Content-Security-Policy": "frame-ancestors 'self'"}
    assert rewritten == {
        "public, max-age=31536000, immutable", "sandbox; frame-ancestors 'self'", "attachment",
    }  # fmt: skip
    types = [item.get("fileExtension").removeprefix(".") for item in settings.iter("mimeMap")]
    assert len(types) == len(set(types))
    published = {ending for kind in FILE_TYPES for ending in kind.endings}
    assert published - KNOWN_TO_IIS <= set(types)
    assert {"ics", "webmanifest", "json", "gz", "csv"} <= set(types)


def test_the_guide_shows_the_daily_publication_as_it_is():
    guide = (REPOSITORY / "docs/guide/publish.md").read_text(encoding="utf-8")
    shown = re.search(r'^```text title="(deploy/cron/gonghui)"\n(.*?)^```$', guide, re.MULTILINE | re.DOTALL)
    assert shown[2] == (REPOSITORY / shown[1]).read_text(encoding="utf-8")
