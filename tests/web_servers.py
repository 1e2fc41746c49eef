"""Web servers of this machine with the sample configurations, as they are but for the addresses that an administrator fills in."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from tempfile import TemporaryDirectory

from ports import free_port
from site_builds import REPOSITORY

DEPLOY = REPOSITORY / "deploy"
PROGRAMS = {
    name: shutil.which(program, path=f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin")
    for name, program in (("nginx", "nginx"), ("apache", "apache2"), ("caddy", "caddy"))
}
PACKAGES = {"nginx": "nginx-light", "apache": "apache2-bin", "caddy": "caddy"}
"""Server → the Debian package that has it."""

_NGINX = """
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
_APACHE = """
{modules}
ServerRoot {folder}
ServerName localhost
ServerTokens Prod
PidFile {folder}/apache.pid
ErrorLog {folder}/error.log
Listen 127.0.0.1:{port}
TypesConfig /etc/mime.types
{user}
{server}
"""
_APACHE_MODULES = [
    "mpm_event",
    "authz_core",
    "mime",
    "dir",
    "alias",
    "deflate",
    "filter",
    "headers",
    "rewrite",
]
_CADDY = """
{{
    admin off
    auto_https off
}}
{server}
"""


@dataclass(frozen=True)
class Server:
    """A server that shows a site."""

    kind: str
    site: Path
    port: int
    base: str

    def get(self, path: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, bytes]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=240)
        connection.request(
            method, path, headers={name.replace("_", "-"): value for name, value in headers.items()}
        )
        response = connection.getresponse()
        body = response.read()
        connection.close()
        return response, body


@contextmanager
def served(kind: str, place: str, site: Path, folder: Path) -> Iterator[Server]:
    """The site shown by the server `kind`: at its `root`, below a `path`, or behind a `proxy` that adds path and port."""
    with ExitStack() as stack:
        # Apache, started by root, works as somebody who may not look into the folders of tests.
        public = Path(stack.enter_context(TemporaryDirectory(prefix="board-site-")))
        public.chmod(0o755)
        site = Path(shutil.copytree(site, public / "site"))
        port = free_port()
        behind = "root" if place == "proxy" else place
        stack.enter_context(_STARTED[kind](behind, site, port, folder))
        if place == "proxy":
            front, back = free_port(), port
            sample = _filled(DEPLOY / "nginx", folder / "front", {"127.0.0.1:8080": f"127.0.0.1:{back}"})
            server = f"server {{ listen 127.0.0.1:{front}; include {sample}/gonghui-proxy.conf; }}"
            stack.enter_context(_nginx(sample, server, front))
            port = front
        yield Server(kind, site, port, "/" if place == "root" else "/gonghui/")


def _start_nginx(place: str, site: Path, port: int, folder: Path):
    listen = f"127.0.0.1:{port}"
    changes = {
        "/srv/gonghui": str(site), "/etc/nginx/snippets/": f"{folder}/", "listen 80;": f"listen {listen};",
    }  # fmt: skip
    _filled(DEPLOY / "nginx", folder, changes)
    included = f"include {folder}/gonghui-{place}.conf;"
    server = included if place == "root" else f"server {{ listen {listen}; {included} }}"
    return _nginx(folder, server, port)


def _nginx(folder: Path, server: str, port: int):
    # Started by root, its workers would else be somebody who may not read this test's folders.
    user = "user root;" if os.geteuid() == 0 else ""
    config = folder / "nginx.conf"
    config.write_text(_NGINX.format(folder=folder, user=user, server=server), encoding="utf-8")
    command = [PROGRAMS["nginx"], "-p", str(folder), "-e", f"{folder}/error.log", "-c", str(config)]
    return _running(command, [*command, "-t"], port, folder)


def _start_apache(place: str, site: Path, port: int, folder: Path):
    changes = {
        "/srv/gonghui": str(site), "/etc/apache2/gonghui.conf": f"{folder}/gonghui.conf", "*:80": f"*:{port}",
    }  # fmt: skip
    _filled(DEPLOY / "apache", folder, changes)
    config = folder / "apache.conf"
    modules = "\n".join(
        f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so" for name in _APACHE_MODULES
    )
    user = "User www-data\nGroup www-data" if os.geteuid() == 0 else ""
    server = f"Include {folder}/gonghui-{place}.conf"
    config.write_text(
        _APACHE.format(folder=folder, modules=modules, user=user, port=port, server=server), encoding="utf-8"
    )
    command = [PROGRAMS["apache"], "-f", str(config)]
    return _running([*command, "-DFOREGROUND"], [*command, "-t"], port, folder)


def _start_caddy(place: str, site: Path, port: int, folder: Path):
    changes = {
        "/srv/gonghui": str(site), "/etc/caddy/": f"{folder}/",
        "http://gonghui.example.internal": f"http://:{port}", "http://oa.example.internal": f"http://:{port}",
    }  # fmt: skip
    _filled(DEPLOY / "caddy", folder, changes)
    config = folder / "Caddyfile"
    config.write_text(_CADDY.format(server=f"import gonghui-{place}.caddy"), encoding="utf-8")
    arguments = ["--config", str(config), "--adapter", "caddyfile"]
    return _running(
        [PROGRAMS["caddy"], "run", *arguments],
        [PROGRAMS["caddy"], "adapt", "--validate", *arguments],
        port,
        folder,
    )


def _filled(samples: Path, folder: Path, changes: Mapping[str, str]) -> Path:
    folder.mkdir(exist_ok=True)
    for sample in samples.iterdir():
        text = sample.read_text(encoding="utf-8")
        for written, filled in changes.items():
            text = text.replace(written, filled)
        (folder / sample.name).write_text(text, encoding="utf-8")
    return folder


@contextmanager
def _running(command: list[str], check: list[str], port: int, folder: Path) -> Iterator[None]:
    environment = {**os.environ, "HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    checked = subprocess.run(check, capture_output=True, text=True, check=False, env=environment)
    assert checked.returncode == 0, checked.stderr
    assert "[warn]" not in checked.stderr
    log = folder / "output.log"
    with log.open("wb") as output:
        process = subprocess.Popen(command, env=environment, stdout=output, stderr=output)
    try:
        while True:
            try:
                socket.create_connection(("127.0.0.1", port)).close()
                break
            except ConnectionRefusedError:
                assert process.poll() is None, log.read_text(encoding="utf-8")
        yield
    finally:
        process.terminate()
        process.wait()


_STARTED: dict[str, Callable] = {"nginx": _start_nginx, "apache": _start_apache, "caddy": _start_caddy}
