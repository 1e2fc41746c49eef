"""The sample configuration for nginx, on the nginx of this machine: at a root and below a path."""

from __future__ import annotations

import contextlib
import gzip
import os
import re
import shutil
import socket
import subprocess
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error

from site_builds import REPOSITORY

NGINX = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin")
SAMPLES = REPOSITORY / "deploy" / "nginx"

pytestmark = [
    pytest.mark.site,
    pytest.mark.skipif(NGINX is None, reason="nginx is not installed: apt-get install nginx-light"),
]

_MAIN = """
{user}
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/gonghui-cache.conf;
    {server}
}}
"""


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Server:
    """An nginx that shows a site."""

    def __init__(self, site: Path, port: int, base: str) -> None:
        self.site, self.port, self.base = site, port, base

    def get(self, path: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, bytes]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request(
            method, path, headers={name.replace("_", "-"): value for name, value in headers.items()}
        )
        response = connection.getresponse()
        body = response.read()
        connection.close()
        return response, body


@pytest.fixture(scope="module", params=["root", "path"])
def server(request, tmp_path_factory) -> Iterator[Server]:
    """The samples as they are, but for the addresses that an administrator fills in."""
    site = request.getfixturevalue("sample_site" if request.param == "root" else "below_site")
    folder = tmp_path_factory.mktemp("nginx")
    port = free_port()
    for sample in SAMPLES.glob("*.conf"):
        text = sample.read_text(encoding="utf-8")
        text = text.replace("/srv/gonghui", str(site)).replace("/etc/nginx/snippets/", f"{folder}/")
        (folder / sample.name).write_text(
            re.sub(r"listen 80;", f"listen 127.0.0.1:{port};", text), encoding="utf-8"
        )
    if request.param == "root":
        server = f"include {folder}/gonghui-root.conf;"
    else:
        server = f"server {{ listen 127.0.0.1:{port}; include {folder}/gonghui-path.conf; }}"
    # Started by root, its workers would else be somebody who may not read this test's folders.
    user = "user root;" if os.geteuid() == 0 else ""
    config = folder / "nginx.conf"
    config.write_text(_MAIN.format(folder=folder, user=user, server=server), encoding="utf-8")
    command = [NGINX, "-p", str(folder), "-e", f"{folder}/error.log", "-c", str(config)]
    checked = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr
    assert "[warn]" not in checked.stderr
    process = subprocess.Popen(command)
    try:
        while True:
            try:
                socket.create_connection(("127.0.0.1", port)).close()
                break
            except ConnectionRefusedError:
                assert process.poll() is None, (folder / "error.log").read_text(encoding="utf-8")
        yield Server(site, port, "/" if request.param == "root" else "/gonghui/")
    finally:
        process.terminate()
        process.wait()


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
        ("assets/javascripts/notice-state.js", "application/javascript; charset=utf-8"),
        ("board.json", "application/json; charset=utf-8"),
        ("feed.xml", "text/xml; charset=utf-8"),
        ("calendar.ics", "text/calendar; charset=utf-8"),
        ("disclosure/ledger.csv", "text/csv; charset=utf-8"),
        ("disclosure/ledger.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ],
)
def test_browsers_are_told_what_a_file_is(server, path, kind):
    assert server.get(server.base + path)[0].getheader("Content-Type") == kind


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


def test_what_is_compressed_already_is_not(server):
    response, _ = server.get(f"{server.base}disclosure/ledger.xlsx", Accept_Encoding="gzip")
    assert response.getheader("Content-Encoding") is None


def test_files_with_a_number_in_their_name_are_kept_for_a_year(server):
    hashed = [path for path in server.site.glob("assets/*/*.min.*") if path.suffix in (".css", ".js")]
    assert len(hashed) >= 3
    for place in hashed:
        response, _ = server.get(server.base + place.relative_to(server.site).as_posix())
        assert response.getheader("Cache-Control") == "public, max-age=31536000, immutable", place


@pytest.mark.parametrize("path", ["", "months/2026/03/", "assets/stylesheets/board.css", "board.json"])
def test_everything_else_is_asked_for_again_but_sent_only_when_it_changed(server, path):
    first, _ = server.get(server.base + path)
    assert first.getheader("Cache-Control") == "no-cache"
    again, body = server.get(server.base + path, If_None_Match=first.getheader("ETag"))
    assert again.status == 304 and body == b""


@pytest.mark.parametrize("path", ["", "keine/", "board.json"])
def test_every_answer_is_guarded(server, path):
    response, _ = server.get(server.base + path)
    assert response.getheader("X-Content-Type-Options") == "nosniff"
    assert response.getheader("Content-Security-Policy") == "frame-ancestors 'self'"
    assert response.getheader("X-Frame-Options") == "SAMEORIGIN"
    assert response.getheader("Referrer-Policy") == "same-origin"
    assert "geolocation=()" in response.getheader("Permissions-Policy")
    assert response.getheader("Server") == "nginx"


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


@pytest.fixture
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
        assert server.get(address)[0].status == 200, address


def test_a_folder_without_its_slash_is_found(server):
    response, _ = server.get(f"{server.base}months/2026", Host="proxy.example:8443")
    assert response.status == 301
    assert response.getheader("Location") == f"{server.base}months/2026/"
    if server.base != "/":
        assert server.get(server.base.rstrip("/"))[0].getheader("Location") == server.base


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_nothing_can_be_sent_to_it(server, method):
    assert server.get(server.base, method)[0].status == 405


@pytest.mark.parametrize(
    "path", ["..%2f..%2fetc/passwd", "../../etc/passwd", "%2e%2e/%2e%2e/etc/passwd", "..;/etc/passwd"]
)
def test_nothing_beside_the_site_can_be_read(server, path):
    assert server.get(server.base + path)[0].status in (400, 404)


def test_a_neighbour_of_the_path_is_not_of_the_site(server):
    if server.base != "/":
        assert server.get("/gonghui..%2f")[0].status == 404
        assert server.get("/gonghuix")[0].status == 404


def test_the_guide_shows_the_samples_as_they_are():
    guide = (REPOSITORY / "docs/guide/publish.md").read_text(encoding="utf-8")
    shown = dict(
        re.findall(r'^```nginx title="deploy/nginx/([^"]+)"\n(.*?)^```$', guide, re.MULTILINE | re.DOTALL)
    )
    assert set(shown) == {"gonghui-root.conf", "gonghui-path.conf"}
    assert shown == {name: (SAMPLES / name).read_text(encoding="utf-8") for name in shown}
    assert {sample.name for sample in SAMPLES.iterdir()} == set(re.findall(r"gonghui[\w-]*\.conf", guide))


def test_the_guide_shows_the_daily_publication_as_it_is():
    guide = (REPOSITORY / "docs/guide/publish.md").read_text(encoding="utf-8")
    shown = re.search(r'^```text title="(deploy/cron/gonghui)"\n(.*?)^```$', guide, re.MULTILINE | re.DOTALL)
    assert shown[2] == (REPOSITORY / shown[1]).read_text(encoding="utf-8")
