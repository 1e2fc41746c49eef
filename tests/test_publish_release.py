"""A release on GitLab, Gitea and Forgejo: every file of it, with the notes, by the interface of the forge."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[1] / ".ci" / "publish_release.py"


class Forge(ThreadingHTTPServer):
    """Takes everything, and keeps it; refuses what is to be refused."""

    asked: list[tuple[str, bytes, str | None]]
    refused = ""


class Answer(BaseHTTPRequestHandler):
    def _answer(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        token = self.headers.get("JOB-TOKEN") or self.headers.get("Authorization")
        self.server.asked.append((f"{self.command} {self.path}", body, token))
        is_refused = self.server.refused and self.path.endswith(self.server.refused)
        self.send_response(409 if is_refused else 201)
        self.end_headers()
        self.wfile.write(b'{"id": 5}')

    do_POST = do_PUT = do_PATCH = _answer

    def log_message(self, *_) -> None:
        pass


@pytest.fixture
def forge() -> Iterator[Forge]:
    server = Forge(("127.0.0.1", 0), Answer)
    server.asked = []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()


@pytest.fixture
def dist(tmp_path) -> Path:
    files = {"notes.md": "- 一\n", "noticeboard-1.2.3-py3-none-any.whl": "轮", "SHA256SUMS": "0"}
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def publish(forge: Forge, dist: Path, name: str) -> subprocess.CompletedProcess[str]:
    address = f"http://127.0.0.1:{forge.server_port}"
    given = {
        "CI_API_V4_URL": f"{address}/api/v4", "CI_PROJECT_ID": "3", "CI_JOB_TOKEN": "job", "CI_COMMIT_TAG": "v1.2.3",
        "GITHUB_SERVER_URL": address, "GITHUB_REPOSITORY": "union/board", "GITHUB_REF_NAME": "v1.2.3", "TOKEN": "run",
    }  # fmt: skip
    command = [sys.executable, "-I", str(SCRIPT), name, str(dist)]
    return subprocess.run(command, env={**os.environ, **given}, capture_output=True, text=True, check=False)


def test_gitlab_has_the_files_as_a_package_and_links_to_them(forge, dist):
    assert publish(forge, dist, "gitlab").returncode == 0
    package = "/api/v4/projects/3/packages/generic/noticeboard/1.2.3"
    wheel = f"{package}/noticeboard-1.2.3-py3-none-any.whl"
    assert [request for request, _, _ in forge.asked] == [
        f"PUT {package}/SHA256SUMS", f"PUT {wheel}", "POST /api/v4/projects/3/releases",
    ]  # fmt: skip
    assert {token for _, _, token in forge.asked} == {"job"}
    assert forge.asked[1][1].decode() == "轮"
    release = json.loads(forge.asked[2][1])
    assert (release["tag_name"], release["description"]) == ("v1.2.3", "- 一\n")
    assert [link["name"] for link in release["assets"]["links"]] == ["SHA256SUMS", Path(wheel).name]
    assert release["assets"]["links"][1]["url"].endswith(wheel)


def test_gitea_shows_a_release_when_it_has_all_files(forge, dist):
    assert publish(forge, dist, "gitea").returncode == 0
    home = "/api/v1/repos/union/board/releases"
    assert [request for request, _, _ in forge.asked] == [
        f"POST {home}",
        f"POST {home}/5/assets?name=SHA256SUMS",
        f"POST {home}/5/assets?name=noticeboard-1.2.3-py3-none-any.whl",
        f"PATCH {home}/5",
    ]
    assert {token for _, _, token in forge.asked} == {"token run"}
    first, last = json.loads(forge.asked[0][1]), json.loads(forge.asked[3][1])
    assert (first["tag_name"], first["body"], first["draft"], last) == (
        "v1.2.3", "- 一\n", True, {"draft": False},
    )  # fmt: skip
    assert (
        'name="attachment"' in forge.asked[2][1].decode() and "\r\n\r\n轮\r\n" in forge.asked[2][1].decode()
    )


@pytest.mark.parametrize(("name", "refused"), [("gitlab", "/releases"), ("gitea", "/releases")])
def test_what_the_forge_refuses_fails(forge, dist, name, refused):
    forge.refused = refused
    done = publish(forge, dist, name)
    assert (done.returncode, "没有登出来" in done.stderr) == (1, True)
